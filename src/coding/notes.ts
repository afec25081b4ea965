import { sql } from 'kysely'
import { teamWordsToKeep } from '../conversations/index.ts'
import { Problem, type App } from '../platform/index.ts'
import { audit, type Doer } from '../workspace/index.ts'
import type { NoteWritten } from './coding.schema.ts'
import { tellCoders } from './coding-changes.ts'
import { findHighlight } from './highlights.ts'
import { userOf } from './history.ts'
import { findOwnMark } from './rounds/blind-marks.ts'

/**
 * Writes what the team thinks of a passage beside it; an empty note takes it away. Not part of undo, which keeps nobody's words. Throws 404, and
 * `note-changed` (409) where a colleague has written meanwhile.
 */
export async function writeNote(
  app: App,
  given: NoteWritten & { workspaceId: string; highlightId: string; actor: Doer },
): Promise<void> {
  const { workspaceId, actor, before } = given
  const own = await findOwnMark(app.pg, { ...given, userId: userOf(actor) })
  const { highlightId } = own ?? (await findHighlight(app.pg, given))
  await app.pg.transaction().execute(async (tx) => {
    const about = { kind: 'highlight', id: highlightId } as const
    const [note = given.note] = await teamWordsToKeep(tx, { app, workspaceId, about, texts: [given.note] })
    const written = await sql`
      update highlights set note = ${note}, noted_by = ${userOf(actor)}, noted_at = ${app.clock.now()} where workspace_id = ${workspaceId} and id = ${highlightId}
        and note in (${before}, ${note}) returning id`.execute(tx)
    if (written.rows.length === 0)
      throw new Problem({
        id: 'note-changed',
        status: 409,
        detail: 'A colleague has written on this passage meanwhile. Read their note, then put yours on top.',
      })
    // What is written on a blind mark is nobody else's news.
    if (own !== undefined) return
    await audit(tx, {
      workspaceId,
      actor,
      action: 'passage.noted',
      subject: { kind: 'highlight', id: highlightId },
    })
    await tellCoders(tx, workspaceId)
  })
}
