import { sql } from 'kysely'
import type { ParticipantsJoined } from '../conversations/index.ts'
import type { PostgresTransaction } from '../platform/index.ts'

/**
 * Two participants of a study are one person: the link either of them holds goes on opening the page, and what either approved, corrected and took back
 * is on it. Of two approvals of one conversation the later stays.
 */
export async function followJoinedParticipants(
  tx: PostgresTransaction,
  { goneId, staysId }: ParticipantsJoined,
): Promise<void> {
  await sql`
    update person_links l set participant_id = ${staysId},
      joined_at = case when exists (select from person_links o where o.participant_id = ${staysId} and o.revoked_at is null and o.joined_at is null)
        then coalesce(l.joined_at, now()) else l.joined_at end
    where l.participant_id = ${goneId}`.execute(tx)
  await sql`
    insert into transcript_approvals (workspace_id, participant_id, interview_id, text_version, at)
    select workspace_id, ${staysId}::uuid, interview_id, text_version, at from transcript_approvals where participant_id = ${goneId}
    on conflict (participant_id, interview_id) do update set text_version = excluded.text_version, at = excluded.at
      where excluded.at > transcript_approvals.at`.execute(tx)
  await sql`update own_corrections set participant_id = ${staysId} where participant_id = ${goneId}`.execute(
    tx,
  )
  await sql`update withdrawals set participant_id = ${staysId} where participant_id = ${goneId}`.execute(tx)
}
