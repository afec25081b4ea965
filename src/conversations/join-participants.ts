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
    for (const follow of handlers) await follow(tx, pair)
    await joinOne(tx, pair)
  }
  await sql`
    update participants set person_no = ${intoNo}
    where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(tx)
}

async function joinOne(tx: PostgresTransaction, { goneId, staysId }: ParticipantsJoined): Promise<void> {
  await sql`update speakers set participant_id = ${staysId} where participant_id = ${goneId}`.execute(tx)
  await sql`
    update recording_heard h set participant_id = ${staysId} where h.participant_id = ${goneId}
      and not exists (select from recording_heard o where o.recording_id = h.recording_id and o.participant_id = ${staysId})`.execute(
    tx,
  )
  // Heard twice under two names is heard once.
  await sql`delete from recording_heard where participant_id = ${goneId}`.execute(tx)
  await sql`
    update recordings_sent s set participant_id = ${staysId} where s.participant_id = ${goneId}
      and not exists (select from recordings_sent o where o.run = s.run and o.participant_id = ${staysId})`.execute(
    tx,
  )
  await sql`
    insert into sitting_people (sitting_id, participant_id, workspace_id, number, called)
    select sitting_id, ${staysId}::uuid, workspace_id, number, called from sitting_people where participant_id = ${goneId}
    on conflict do nothing`.execute(tx)
  await sql`update documents set participant_id = ${staysId} where participant_id = ${goneId}`.execute(tx)
  await sql`
    update participants stays set respondent_keys = stays.respondent_keys || gone.respondent_keys
    from participants gone where stays.id = ${staysId} and gone.id = ${goneId} and gone.respondent_keys <> '{}'`.execute(
    tx,
  )
  await sql`delete from participants where id = ${goneId}`.execute(tx)
}
