import type { WordsMoved } from '../conversations/index.ts'
import type { PostgresTransaction } from '../platform/index.ts'

/** That a participant has corrected a turn themself stays known when it is put to another. */
export async function followJoinedTurns(
  tx: PostgresTransaction,
  { workspaceId, fromId, toId, kept }: WordsMoved,
): Promise<void> {
  if (kept > 0) return
  await tx
    .updateTable('own_corrections')
    .set({ utterance_id: toId })
    .where('workspace_id', '=', workspaceId)
    .where('utterance_id', '=', fromId)
    .execute()
}
