import { sql } from 'kysely'
import type { PostgresTransaction } from '../platform/index.ts'

/** Two participants of a study are one person: what was `goneId`'s is `staysId`'s. */
export type ParticipantsJoined = { goneId: string; staysId: string }
type Handler = (tx: PostgresTransaction, joined: ParticipantsJoined) => Promise<void>

const handlers = new Set<Handler>()

/** Has a room keep what is a participant's, in the same transaction, while both are there. The same handler given twice is called once. */
export function onParticipantsJoined(handler: Handler): void {
  handlers.add(handler)
}

/** Two profiles turned out to be one person: where both took part in a study, one participant stays with the words of both. */
export async function followMerge(
  tx: PostgresTransaction,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  const { rows: pairs } = await sql<ParticipantsJoined>`
    select gone.id as "goneId", stays.id as "staysId" from participants gone
    join participants stays on stays.study_id = gone.study_id and stays.person_no = ${intoNo}
    where gone.workspace_id = ${workspaceId} and gone.person_no = ${fromNo}`.execute(tx)
  for (const pair of pairs) {
    await sql`update speakers set participant_id = ${pair.staysId} where participant_id = ${pair.goneId}`.execute(
      tx,
    )
    for (const follow of handlers) await follow(tx, pair)
  }
  await sql`
    update recording_heard h set participant_id = stays.id from participants gone
    join participants stays on stays.study_id = gone.study_id and stays.person_no = ${intoNo}
    where h.participant_id = gone.id and gone.workspace_id = ${workspaceId} and gone.person_no = ${fromNo}
      and not exists (select from recording_heard o where o.recording_id = h.recording_id and o.participant_id = stays.id)`.execute(
    tx,
  )
  // Heard twice under two names is heard once.
  await sql`
    delete from recording_heard h using participants gone
    where h.participant_id = gone.id and gone.workspace_id = ${workspaceId} and gone.person_no = ${fromNo}
      and exists (select from participants stays where stays.study_id = gone.study_id and stays.person_no = ${intoNo})`.execute(
    tx,
  )
  await sql`
    update recordings_sent s set participant_id = stays.id from participants gone
    join participants stays on stays.study_id = gone.study_id and stays.person_no = ${intoNo}
    where s.participant_id = gone.id and gone.workspace_id = ${workspaceId} and gone.person_no = ${fromNo}
      and not exists (select from recordings_sent o where o.run = s.run and o.participant_id = stays.id)`.execute(
    tx,
  )
  await sql`
    insert into sitting_people (sitting_id, participant_id, workspace_id, number, called)
    select k.sitting_id, stays.id, k.workspace_id, k.number, k.called
    from sitting_people k join participants gone on gone.id = k.participant_id
    join participants stays on stays.study_id = gone.study_id and stays.person_no = ${intoNo}
    where gone.workspace_id = ${workspaceId} and gone.person_no = ${fromNo}
    on conflict do nothing`.execute(tx)
  await sql`
    update documents d set participant_id = stays.id from participants gone
    join participants stays on stays.study_id = gone.study_id and stays.person_no = ${intoNo}
    where gone.workspace_id = ${workspaceId} and gone.person_no = ${fromNo} and d.participant_id = gone.id`.execute(
    tx,
  )
  await sql`
    update participants stays set respondent_keys = stays.respondent_keys || gone.respondent_keys
    from participants gone
    where gone.workspace_id = ${workspaceId} and gone.person_no = ${fromNo}
      and stays.study_id = gone.study_id and stays.person_no = ${intoNo} and gone.respondent_keys <> '{}'`.execute(
    tx,
  )
  await sql`
    delete from participants gone using participants stays
    where gone.workspace_id = ${workspaceId} and gone.person_no = ${fromNo}
      and stays.study_id = gone.study_id and stays.person_no = ${intoNo}`.execute(tx)
  await sql`
    update participants set person_no = ${intoNo}
    where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(tx)
}
