/** Sittings as they are shown: with names for who asks and who leads the study, by pseudonym for who sits in, as "Participant 3" for everybody else. */
import { sql } from 'kysely'
import { z } from 'zod'
import { cutPage, type App, type Postgres } from '../../platform/index.ts'
import { Language, type Doer } from '../../workspace/index.ts'
import { closedAmong } from '../closed-participants.ts'
import { studyKinds } from '../study-kinds.ts'
import { Companion, Sitting, ownParts, sittingStates } from './sitting.schema.ts'
import { memberIdOf, partOf } from './who-meets.ts'

type Asking = { workspaceId: string; actor: Doer }

/** One sitting, or undefined. */
export async function findSitting(
  app: App,
  { sittingId, ...asking }: Asking & { sittingId: string },
): Promise<Sitting | undefined> {
  const [found] = await readSittings(app, { ...asking, where: sql`s.id = ${sittingId}::uuid`, limit: 1 })
  return found
}

/** One page of sittings, the newest planned first; those of one study, or of one transcript, where one is named. */
export async function listSittings(
  app: App,
  given: Asking & {
    studyId?: string | undefined
    interviewId?: string | undefined
    cursor?: string | undefined
    limit: number
  },
): Promise<{ items: Sitting[]; next: string | null }> {
  const { studyId = null, interviewId = null, limit } = given
  const before = z.uuid().safeParse(given.cursor).data ?? null
  const where = sql`(${studyId}::uuid is null or s.study_id = ${studyId}::uuid)
    and (${interviewId}::uuid is null or s.interview_id = ${interviewId}::uuid) and (${before}::uuid is null or s.id < ${before}::uuid)`
  const items = await readSittings(app, { ...given, where, limit: limit + 1 })
  return cutPage(items, limit, (sitting) => sitting.sittingId)
}

/** Sittings of which something is due, the oldest first: of one member, or of everybody. */
export async function dueSittings(
  pg: Postgres,
  { workspaceId, now, memberId = null }: { workspaceId: string; now: Date; memberId?: string | null },
): Promise<{ sittingId: string; study: string; due: Sitting['due'] }[]> {
  const { rows } = await sql<{ id: string; title: string; due: Sitting['due'] }>`
    select d.* from (
      select s.id, st.title, s.starts_at, ${dueOf(now)} as due from sittings s join studies st on st.id = s.study_id
      where s.workspace_id = ${workspaceId} and st.archived_at is null
        and (${memberId}::uuid is null or s.interviewer_id = ${memberId}::uuid)
    ) d where d.due <> 'nothing' order by d.starts_at limit 100`.execute(pg)
  return rows.map((row) => ({ sittingId: row.id, study: row.title, due: row.due }))
}

/** Notes are late when nobody has written any a day after the conversation. */
const lateAfterHours = 24

/** SQL: what is due of the sitting `s`. Notes are there when somebody who sat in wrote what surprised, contradicted or comes next. */
function dueOf(now: Date) {
  return sql<Sitting['due']>`case
    when s.state = 'planned' and s.starts_at + s.minutes * interval '1 minute' < ${now}::timestamptz then 'outcome'
    when s.state <> 'held' or exists (
      select from sitting_notes n where n.sitting_id = s.id and n.kind = 'debrief' and n.removed_at is null) then 'nothing'
    when coalesce(s.ended_at, s.began_at + s.minutes * interval '1 minute', s.starts_at) < ${now}::timestamptz - ${lateAfterHours} * interval '1 hour' then 'late notes'
    when s.ended_at is null and s.began_at is not null then 'nothing'
    else 'notes' end`
}

async function readSittings(
  app: App,
  given: Asking & { where: ReturnType<typeof sql>; limit: number },
): Promise<Sitting[]> {
  const { workspaceId, actor, where, limit } = given
  const { rows } = await sql`
    select s.*, (select jsonb_build_object('from', hu.name, 'at', h.at)
        from sitting_handovers h join members hm on hm.id = h.from_member join users hu on hu.id = hm.user_id
        where h.sitting_id = s.id and h.to_member = s.interviewer_id order by h.id desc limit 1) as handover, st.title as study, st.kind, u.name as interviewer, ${partOf(memberIdOf(actor))} as mine, ${dueOf(app.clock.now())} as due,
      (select coalesce(jsonb_agg(jsonb_build_object('memberId', c.member_id, 'name', cu.name, 'part', c.part, 'isTold', c.told_at is not null)
          order by cu.name), '[]')
        from sitting_companions c join members cm on cm.id = c.member_id join users cu on cu.id = cm.user_id
        where c.sitting_id = s.id) as companions,
      (select coalesce(jsonb_agg(jsonb_build_object('number', k.number, 'participantId', p.id, 'personId', people.id,
          'pseudonym', people.pseudonym, 'called', k.called) order by k.number), '[]')
        from sitting_people k join participants p on p.id = k.participant_id join people on people.no = p.person_no
        where k.sitting_id = s.id) as people
    from sittings s
    join studies st on st.id = s.study_id
    left join members m on m.id = s.interviewer_id left join users u on u.id = m.user_id
    where s.workspace_id = ${workspaceId} and ${where}
    order by s.id desc limit ${limit}`.execute(app.pg)
  const sittings = rows.map((row) => Row.parse(row))
  const closed = await closedFor(app, { workspaceId, sittings })
  return sittings.map((sitting) => asSitting(sitting, closed))
}

/** Who of those a planned conversation waits for took everything back. */
async function closedFor(
  app: App,
  { workspaceId, sittings }: { workspaceId: string; sittings: readonly SittingRow[] },
): Promise<Set<string>> {
  const closed = new Set<string>()
  const planned = Map.groupBy(
    sittings.filter(({ state }) => state === 'planned'),
    (row) => row.study_id,
  )
  for (const [studyId, rows] of planned) {
    const participantIds = rows.flatMap(({ people }) => people.map((one) => one.participantId))
    for (const id of await closedAmong(app.pg, { workspaceId, studyId, participantIds })) closed.add(id)
  }
  return closed
}

const Row = z.object({
  id: z.string(),
  study_id: z.string(),
  study: z.string(),
  kind: z.enum(studyKinds),
  state: z.enum(sittingStates),
  version: z.number(),
  starts_at: z.date(),
  minutes: z.number(),
  language: Language,
  interviewer_id: z.string().nullable(),
  interviewer: z.string().nullable(),
  companions: z.array(Companion),
  handover: Sitting.shape.handover,
  people: z.array(
    z.object({
      number: z.number(),
      participantId: z.string(),
      personId: z.string(),
      pseudonym: z.string(),
      called: z.string(),
    }),
  ),
  began_at: z.date().nullable(),
  ended_at: z.date().nullable(),
  interview_id: z.string().nullable(),
  offset_ms: z.number(),
  mine: z.enum(ownParts),
  due: Sitting.shape.due,
})

type SittingRow = z.output<typeof Row>

function asSitting(row: SittingRow, closed: ReadonlySet<string>): Sitting {
  const mayName = row.mine === 'lead' || (row.mine === 'interviewer' && row.state !== 'cancelled')
  return Sitting.parse({
    sittingId: row.id,
    studyId: row.study_id,
    study: row.study,
    kind: row.kind,
    state: row.state,
    version: row.version,
    startsAt: row.starts_at.toISOString(),
    minutes: row.minutes,
    language: row.language,
    interviewer:
      row.interviewer_id === null || row.interviewer === null
        ? null
        : { memberId: row.interviewer_id, name: row.interviewer },
    companions: row.companions,
    handover: row.handover,
    people: row.people.map(({ number, ...known }) => ({
      number,
      known:
        row.mine === 'outside'
          ? null
          : { ...known, called: mayName ? known.called : '', tookAllBack: closed.has(known.participantId) },
    })),
    beganAt: row.began_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    interviewId: row.interview_id,
    offsetMs: row.offset_ms,
    mine: row.mine,
    due: row.due,
  })
}
