/** What people got for taking part. */
import { sql } from 'kysely'
import { notFound, type App, type Postgres } from '../platform/index.ts'
import { ParticipantId, audit, type MemberActor } from '../workspace/index.ts'
import { oneLine, writeLetter } from './letter.ts'
import { ownAddress } from './links.ts'
import { InviteeLanguage, Thanks, type ThanksDraft } from './recruiting.schema.ts'
import { inviteeWords } from './wording/words.ts'
import { z } from 'zod'

type OnParticipant = { workspaceId: string; participantId: string; actor: MemberActor }

/** What was given in a study, newest first. */
export async function listThanks(
  pg: Postgres,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<(Thanks & { pseudonym: string })[]> {
  const { rows } = await sql`
    select t.id as "thanksId", t.participant_id as "participantId", p.pseudonym, t.what, t.amount, t.currency, t.how,
      to_char(t.given_at at time zone 'UTC', 'YYYY-MM-DD') as "givenOn"
    from thanks t join participants k on k.id = t.participant_id join people p on p.no = k.person_no
    where t.workspace_id = ${workspaceId} and t.study_id = ${studyId} order by t.given_at desc, t.id desc`.execute(
    pg,
  )
  return z.array(Thanks.extend({ pseudonym: z.string() })).parse(rows)
}

/** Writes down a thank-you. Throws 404. */
export async function recordThanks(
  app: App,
  { workspaceId, participantId, actor, draft }: OnParticipant & { draft: ThanksDraft },
): Promise<{ thanksId: string }> {
  return app.pg.transaction().execute(async (tx) => {
    const participant = await tx
      .selectFrom('participants')
      .select('study_id')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', participantId)
      .executeTakeFirst()
    if (!participant) throw notFound('participant')
    const { what, amount, currency, how, givenOn } = draft
    const { id: thanksId } = await tx
      .insertInto('thanks')
      .values({
        workspace_id: workspaceId,
        study_id: participant.study_id,
        participant_id: participantId,
        what,
        amount,
        currency: amount === null ? null : (currency ?? 'EUR'),
        how,
        given_at: new Date(`${givenOn}T00:00:00Z`),
        given_by: actor.memberId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const subject = { kind: 'participant', id: participantId }
    await audit(tx, { workspaceId, actor, action: 'thanks.recorded', subject })
    return { thanksId }
  })
}

/** Takes one back that was written down by mistake. Throws 404. */
export async function removeThanks(
  app: App,
  { workspaceId, thanksId, actor }: { workspaceId: string; thanksId: string; actor: MemberActor },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    const removed = await tx
      .deleteFrom('thanks')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', thanksId)
      .returning('participant_id')
      .executeTakeFirst()
    if (!removed) throw notFound('thank-you')
    const subject = { kind: 'participant', id: removed.participant_id }
    await audit(tx, { workspaceId, actor, action: 'thanks.removed', subject })
  })
}

/** Mails a thank-you with the link to pass on, once a participant. Throws 404 for who was not asked by letter or has no address. */
export async function mailThanks(
  app: App,
  { workspaceId, participantId, actor }: OnParticipant,
): Promise<void> {
  const { rows } = await sql<{ id: string; language: string; workspace: string; address: string | null }>`
    select i.id, i.language, w.name as workspace, (select min(d.value) from identifiers d
      where d.workspace_id = i.workspace_id and d.person_no = i.person_no and d.kind = 'email') as address
    from invitees i join workspaces w on w.id = i.workspace_id
    where i.workspace_id = ${workspaceId} and i.participant_id = ${participantId}::uuid and i.state <> 'refused'`.execute(
    app.pg,
  )
  const [row] = rows
  if (!row || row.address === null) throw notFound('address')
  const language = InviteeLanguage.catch('en').parse(row.language)
  const words = inviteeWords[language].letters.thanks({
    ...{
      workspace: oneLine(row.workspace),
      minutes: 0,
      about: '',
      gift: '',
      when: '',
      place: '',
      interviewer: '',
    },
    companions: [],
  })
  await app.mail.send({
    workspaceId,
    to: row.address,
    ...writeLetter({ words, language, link: ownAddress(app, row.id) }),
    key: `thanks:${row.id}`,
  })
  const subject = { kind: 'participant', id: ParticipantId.parse(participantId) }
  await audit(app, { workspaceId, actor, action: 'thanks.recorded', subject })
}
