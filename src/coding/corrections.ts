import { placeAfter, type Correction } from '../conversations/index.ts'
import type { PostgresTransaction } from '../platform/index.ts'
import { passage, rebase, type Anchor, type Rebased } from './anchor.ts'
import { tellReaders } from './coding-changes.ts'

/** What stands for the words of a passage that is removed and lost: nobody needs them. */
export const noWords = ''

/**
 * Keeps every highlight of an utterance on its words when the text is corrected, in the same transaction. Where all of its words
 * were taken out it is kept as lost, with the words, until somebody says where they went. Those removed by a member move too, so
 * that undo finds their place; of one whose words are gone too it keeps no words, and only undoing the correction brings it back.
 */
export async function followCorrection(tx: PostgresTransaction, correction: Correction): Promise<void> {
  const { workspaceId, utteranceId } = correction
  const rows = await tx
    .selectFrom('highlights')
    .select(['id', 'start_at', 'end_at', 'removed_at', 'round_id'])
    .where('workspace_id', '=', workspaceId)
    .where('utterance_id', '=', utteranceId)
    .where('lost_text', 'is', null)
    .forUpdate()
    .execute()
  if (rows.length > 0) await moveHighlights(tx, { correction, rows })
  await moveJoints(tx, correction)
  await tellReaders(tx, workspaceId)
}

type HighlightRow = {
  id: string
  start_at: number
  end_at: number
  removed_at: Date | null
  round_id: string | null
}

async function moveHighlights(
  tx: PostgresTransaction,
  { correction, rows }: { correction: Correction; rows: readonly HighlightRow[] },
): Promise<void> {
  const { utteranceId, oldText } = correction
  const { version } = await tx
    .selectFrom('utterances')
    .select('version')
    .where('id', '=', utteranceId)
    .executeTakeFirstOrThrow()
  for (const row of rows) {
    const anchor = { start: row.start_at, end: row.end_at }
    const moved = moveAnchor(anchor, correction)
    const isAway = row.removed_at !== null && row.round_id === null
    const place =
      moved.state === 'held'
        ? { start_at: moved.anchor.start, end_at: moved.anchor.end }
        : { lost_text: isAway ? noWords : passage(oldText, anchor) }
    await tx
      .updateTable('highlights')
      .set({ ...place, utterance_version: version })
      .where('id', '=', row.id)
      .execute()
  }
}

/** Where a turn that was put to another begins; where its words are gone it can no longer be taken apart. */
async function moveJoints(tx: PostgresTransaction, correction: Correction): Promise<void> {
  const { utteranceId, oldText } = correction
  const joints = await tx
    .selectFrom('turn_joints')
    .select(['id', 'at'])
    .where('utterance_id', '=', utteranceId)
    .execute()
  for (const { id, at } of joints) {
    const anchor = { start: at, end: [...oldText].length }
    const moved = moveAnchor(anchor, correction)
    if (moved.state === 'held' && moved.anchor.start > 0)
      await tx.updateTable('turn_joints').set({ at: moved.anchor.start }).where('id', '=', id).execute()
    else await tx.deleteFrom('turn_joints').where('id', '=', id).execute()
  }
}

/** By what was replaced where that is known, else by comparing the texts. */
function moveAnchor(anchor: Anchor, { oldText, newText, replacements }: Correction): Rebased {
  if (replacements === undefined) return rebase({ anchor, before: oldText, after: newText })
  return { state: 'held', anchor: placeAfter(anchor, replacements) }
}
