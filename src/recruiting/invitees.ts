/** Who is asked by a study, as members see it, and how to reach one of them, for those who may know. */
import { sql } from 'kysely'
import { z } from 'zod'
import { mayKnowParticipant, isLead } from '../conversations/index.ts'
import { Problem, cutPage, notFound, type App, type Postgres } from '../platform/index.ts'
import { audit, type MemberActor } from '../workspace/index.ts'
import { Invitee, inviteeStates, type InviteeState } from './recruiting.schema.ts'

type InStudy = { workspaceId: string; studyId: string }

/** One page of those asked, the newest first, by pseudonym. */
export async function listInvitees(
  pg: Postgres,
  given: InStudy & {
    actor: MemberActor
    state?: InviteeState | undefined
    cursor?: string | undefined
    limit: number
  },
): Promise<{ items: Invitee[]; next: string | null }> {
  const { workspaceId, studyId, actor, state, limit } = given
  const before = z.uuid().safeParse(given.cursor)
  const lead = await isLead(pg, { workspaceId, studyId, actor })
  const { rows } = await sql`
    select i.id, p.id as person_id, p.pseudonym, i.is_introduced, i.language, i.state, i.asked_at, i.answered_at, i.participant_id,
      s.id as sitting_id, s.starts_at, s.minutes, s.state as sitting_state, s.version, s.interviewer_id, u.name as interviewer,
      i.told_as like 'planned %' and i.reminded_as = i.told_as as is_reminded,
      (select count(*) from thanks t where t.participant_id = i.participant_id) as thanks
    from invitees i left join people p on p.no = i.person_no left join sittings s on s.id = i.sitting_id
    left join members m on m.id = s.interviewer_id left join users u on u.id = m.user_id
    where i.workspace_id = ${workspaceId} and i.study_id = ${studyId} and (${state ?? null}::text is null or i.state = ${state ?? null}::text)
      and (${before.data ?? null}::uuid is null or i.id < ${before.data ?? null}::uuid)
    order by i.id desc limit ${limit + 1}`.execute(pg)
  const items = rows.map((row) => asInvitee(Row.parse(row), { lead, memberId: actor.memberId }))
  return cutPage(items, limit, ({ inviteeId }) => inviteeId)
}

const Row = z.object({
  id: Invitee.shape.inviteeId,
  person_id: Invitee.shape.personId,
  pseudonym: z.string().nullable(),
  is_introduced: z.boolean(),
  language: Invitee.shape.language,
  state: z.enum(inviteeStates),
  asked_at: z.date().nullable(),
  answered_at: z.date().nullable(),
  participant_id: Invitee.shape.participantId,
  sitting_id: z.string().nullable(),
  starts_at: z.date().nullable(),
  minutes: z.number().nullable(),
  sitting_state: z.enum(['planned', 'held', 'missed', 'cancelled']).nullable(),
  version: z.number().nullable(),
  interviewer_id: z.string().nullable(),
  interviewer: z.string().nullable(),
  is_reminded: z.boolean(),
  thanks: z.number(),
})

function asInvitee(
  row: z.output<typeof Row>,
  { lead, memberId }: { lead: boolean; memberId: string },
): Invitee {
  const { sitting_id: sittingId, starts_at: startsAt, sitting_state: state } = row
  return {
    inviteeId: row.id,
    personId: row.person_id,
    pseudonym: row.pseudonym,
    isIntroduced: row.is_introduced,
    language: row.language,
    state: row.state,
    askedAt: row.asked_at?.toISOString() ?? null,
    answeredAt: row.answered_at?.toISOString() ?? null,
    participantId: row.participant_id,
    sitting:
      sittingId === null || startsAt === null || state === null
        ? null
        : {
            sittingId,
            startsAt: startsAt.toISOString(),
            minutes: row.minutes ?? 0,
            state,
            interviewer: row.interviewer,
            version: row.version ?? 1,
            isReminded: row.is_reminded,
          },
    thanks: row.thanks,
    mayKnow:
      row.participant_id !== null && (lead || (row.interviewer_id === memberId && state !== 'cancelled')),
  }
}

/** How many stand where. */
export async function countInvitees(
  pg: Postgres,
  { workspaceId, studyId }: InStudy,
): Promise<{ state: InviteeState; people: number }[]> {
  const { rows } = await sql<{ state: InviteeState; people: number }>`
    select state, count(*) as people from invitees where workspace_id = ${workspaceId} and study_id = ${studyId} group by state`.execute(
    pg,
  )
  return rows
}

/**
 * What somebody wants to be called and where to write to them: for the assigned interviewer and the lead, and written down. For
 * everybody else there is no such participant (404).
 */
export async function readContact(
  app: App,
  { workspaceId, inviteeId, actor }: { workspaceId: string; inviteeId: string; actor: MemberActor },
): Promise<{ called: string; address: string | null }> {
  const { rows } = await sql<{ called: string; address: string | null; participant_id: string | null }>`
    select i.called, i.participant_id, (select min(d.value) from identifiers d
      where d.workspace_id = i.workspace_id and d.person_no = i.person_no and d.kind = 'email') as address
    from invitees i where i.workspace_id = ${workspaceId} and i.id = ${inviteeId}::uuid`.execute(app.pg)
  const [row] = rows
  if (!row || row.participant_id === null) throw notFound('participant')
  const participantId = row.participant_id
  if (!(await mayKnowParticipant(app.pg, { workspaceId, participantId, actor })))
    throw notFound('participant')
  const subject = { kind: 'participant', id: participantId }
  await audit(app, { workspaceId, actor, action: 'invitee.contact-read', subject, purpose: 'invitation' })
  return { called: row.called, address: row.address }
}

/** Writes to somebody again whose letter did not go, or of which nobody knows whether it went. Throws 404, `letter-not-due` (409). */
export async function sendAgain(
  app: App,
  { workspaceId, inviteeId }: { workspaceId: string; inviteeId: string },
): Promise<void> {
  const now = app.clock.now()
  const { rows } = await sql<{ state: InviteeState }>`
    select state from invitees where workspace_id = ${workspaceId} and id = ${inviteeId}::uuid`.execute(
    app.pg,
  )
  if (rows.length === 0) throw notFound('invitation')
  const done = await sql`
    update invitees set state = 'drawn', released_at = ${now}, letter = letter + 1, tried = 0, next_try_at = null
    where workspace_id = ${workspaceId} and id = ${inviteeId}::uuid and state in ('failed', 'unknown', 'withheld') returning id`.execute(
    app.pg,
  )
  if (done.rows.length === 0)
    throw new Problem({
      id: 'letter-not-due',
      status: 409,
      detail: 'This letter has gone, or is about to. Nobody is written to twice.',
    })
}
