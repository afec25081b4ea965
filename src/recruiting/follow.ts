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

/** Two profiles are one person: where a study asks both, the one that is further stays: who has an appointment, then who takes part. */
export async function followMerge(
  app: App,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    await sql`
      with pairs as (
        select a.id as gone, b.id as stays,
          (a.participant_id is not null, ${isSeated('a')}) > (b.participant_id is not null, ${isSeated('b')}) as swap
        from invitees a join invitees b on b.study_id = a.study_id and b.person_no = ${intoNo}
        where a.workspace_id = ${workspaceId} and a.person_no = ${fromNo}
      )
      delete from invitees i using pairs where i.id = case when pairs.swap then pairs.stays else pairs.gone end`.execute(
      tx,
    )
    await sql`
      update invitees set person_no = ${intoNo} where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(
      tx,
    )
  })
}

/** SQL: whether the invitee has an appointment, to come or held. */
function isSeated(invitee: 'a' | 'b') {
  const of = sql.ref(invitee)
  return sql`exists (select from sittings s join sitting_people k on k.sitting_id = s.id
    where s.id = ${of}.sitting_id and k.participant_id = ${of}.participant_id and s.state in ('planned', 'held'))`
}
