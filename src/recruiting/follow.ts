/** What other rooms do with people and interviews, as this room follows it. */
import { sql } from 'kysely'
import type { ParticipantsJoined } from '../conversations/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'

/** An interview was planned or called off elsewhere: whoever is asked in it and came by a letter has it as their appointment. */
export async function followSitting(
  app: App,
  { workspaceId, sittingId }: { workspaceId: string; sittingId: string },
): Promise<void> {
  await sql`
    update invitees i set sitting_id = s.id, state = 'booked'
    from sittings s join sitting_people k on k.sitting_id = s.id
    where s.workspace_id = ${workspaceId} and s.id = ${sittingId}::uuid and s.state = 'planned'
      and i.workspace_id = s.workspace_id and i.participant_id = k.participant_id and i.state in ('agreed', 'booked')`.execute(
    app.pg,
  )
}

/** Two participants of a study are one: who was asked keeps their seat, and what they got for it stays written down. */
export async function followJoinedParticipants(
  tx: PostgresTransaction,
  { goneId, staysId }: ParticipantsJoined,
): Promise<void> {
  await sql`update invitees set participant_id = ${staysId} where participant_id = ${goneId}`.execute(tx)
  await sql`update thanks set participant_id = ${staysId} where participant_id = ${goneId}`.execute(tx)
}
