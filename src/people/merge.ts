import { mergeConsent } from '../consent/index.ts'
import { moveHeldFacts } from './held-facts.ts'
import type { Writing } from './identity.ts'

/**
 * Joins two profiles found to be one person: identifiers, consent and held facts at once; whose events are whose and facts when the
 * outbox delivers `person.merged`, since ClickHouse takes nothing back when the transaction fails.
 */
export async function mergePeople(
  { app, tx, workspaceId }: Writing,
  { fromNo, intoNo }: { fromNo: number; intoNo: number },
): Promise<void> {
  const people = await tx
    .updateTable('people')
    .set({ merged_into: intoNo })
    .where('workspace_id', '=', workspaceId)
    .where('no', '=', fromNo)
    .where('merged_into', 'is', null)
    .returning(['id', 'has_email'])
    .executeTakeFirst()
  if (people === undefined) return
  const into = await tx
    .selectFrom('people')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('no', '=', intoNo)
    .executeTakeFirstOrThrow()
  if (people.has_email)
    await tx.updateTable('people').set({ has_email: true }).where('no', '=', intoNo).execute()
  await tx.updateTable('identifiers').set({ person_no: intoNo }).where('person_no', '=', fromNo).execute()
  await moveHeldFacts(tx, { fromNo, intoNo })
  await mergeConsent(tx, { workspaceId, fromNo, intoNo })
  await app.outbox.publish(tx, {
    workspaceId,
    topic: 'person.merged',
    payload: { fromNo, intoNo, fromId: people.id, intoId: into.id },
  })
}
