/** What other rooms do with people and interviews, as this room follows it. */
import { sql } from 'kysely'
import type { App } from '../platform/index.ts'

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

/** Two profiles are one person: where a study asks both, the one that is further stays. */
export async function followMerge(
  app: App,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    await sql`
      with both as (
        select a.id as gone, b.id as stays, a.participant_id is not null and b.participant_id is null as swap
        from invitees a join invitees b on b.study_id = a.study_id and b.person_no = ${intoNo}
        where a.workspace_id = ${workspaceId} and a.person_no = ${fromNo}
      )
      delete from invitees i using both where i.id = case when both.swap then both.stays else both.gone end`.execute(
      tx,
    )
    await sql`
      update invitees set person_no = ${intoNo} where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(
      tx,
    )
  })
}
