import { sql } from 'kysely'
import { Problem, type App } from '../platform/index.ts'
import { type CodeId, HighlightId, audit, type Doer } from '../workspace/index.ts'
import { studyOfCodes } from './code-line.ts'
import { codeWordsToKeep } from './code-words.ts'
import { findCode, insertCode } from './codes.ts'
import { keepSteps, userOf } from './history.ts'
import { takeStep } from './replay.ts'
import type { Step } from './steps.ts'

/**
 * Makes a second code of one: the chosen passages get the new code instead, the others keep theirs. The new one stands beside the old one in
 * the tree. Throws 404, `code-name-taken` (409), and `passages-changed` (409) where one of them may be read no longer or has lost the code.
 */
export async function splitCode(
  app: App,
  given: { workspaceId: string; actor: Doer; codeId: string; name: string; highlightIds: readonly string[] },
): Promise<{ codeId: CodeId }> {
  const { workspaceId, actor } = given
  const studyId = await studyOfCodes(app.pg, { workspaceId, codeIds: [given.codeId] })
  return keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const { codeId: fromId, ...code } = await findCode(tx, given)
    const about = { kind: 'code', id: fromId } as const
    const words = { name: given.name, description: '', example: '' }
    const kept = await codeWordsToKeep({ app, tx }, { workspaceId, about, words })
    const codeId = await insertCode(tx, {
      workspaceId,
      actor,
      studyId: code.studyId,
      code: { ...code, ...kept },
    })
    const { rows } = await sql<{ highlight_id: string; created_by: string | null }>`
      select highlight_id, created_by from highlight_codes where workspace_id = ${workspaceId} and code_id = ${fromId}
        and highlight_id = any(${[...given.highlightIds]}::uuid[])`.execute(tx)
    if (rows.length < new Set(given.highlightIds).size) throw passagesChanged()
    const moves = rows.flatMap((row): Step[] => {
      const highlightId = HighlightId.parse(row.highlight_id)
      return [
        { do: 'give code', highlightId, codeId, by: userOf(actor) },
        { do: 'take code', highlightId, codeId: fromId, by: row.created_by },
      ]
    })
    for (const step of moves)
      if ((await takeStep(tx, { workspaceId, step })) !== 'done') throw passagesChanged()
    const detail = { from: fromId, passages: rows.length }
    await audit(tx, {
      workspaceId,
      actor,
      action: 'code.split',
      subject: { kind: 'code', id: codeId },
      detail,
    })
    return {
      steps: [{ do: 'put code', codeId, with: 'nothing', otherId: fromId }, ...moves],
      result: { codeId },
    }
  })
}

const passagesChanged = () =>
  new Problem({
    id: 'passages-changed',
    status: 409,
    detail: 'One of these passages has changed meanwhile. Load the quotes again, then choose.',
  })
