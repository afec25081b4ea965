import { sql } from 'kysely'
import { notFound, type App } from '../../platform/index.ts'
import { CodeId, audit, type Doer } from '../../workspace/index.ts'
import { studyOfCodes } from '../code-line.ts'
import { takeSteps } from '../code-tree.ts'
import { keepSteps } from '../history.ts'
import type { Step } from '../steps.ts'

/**
 * Puts codes below one another in this order, under one code or (null) at the top, as one change to take back. Throws 404,
 * `code-name-taken` (409), and `code-place` (422) where one would stand under itself or in another codebook; then none has moved.
 */
export async function orderCodes(
  app: App,
  given: { workspaceId: string; actor: Doer; parentId: CodeId | null; codeIds: readonly string[] },
): Promise<void> {
  const { workspaceId, actor, parentId, codeIds } = given
  const studyId = await studyOfCodes(app.pg, given)
  await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const { rows } = await sql<{ id: string; parent_id: string | null; place: number }>`
      select id, parent_id, place from codes where workspace_id = ${workspaceId} and removed_at is null
        and id = any(${[...codeIds]}::uuid[])`.execute(tx)
    const codes = new Map(rows.map((row) => [row.id, row]))
    const steps = codeIds.flatMap((id, at): Step[] => {
      const code = codes.get(id)
      if (!code) throw notFound('code')
      const parent = code.parent_id === null ? null : CodeId.parse(code.parent_id)
      if (parent === parentId && code.place === at + 1) return []
      const from = { parentId: parent, place: code.place }
      return [{ do: 'change code', codeId: CodeId.parse(id), from, to: { parentId, place: at + 1 } }]
    })
    await takeSteps(tx, { workspaceId, steps })
    const moved = steps.flatMap((step) => (step.do === 'change code' ? [step.codeId] : []))
    for (const id of moved)
      await audit(tx, { workspaceId, actor, action: 'code.changed', subject: { kind: 'code', id } })
    return { steps, result: undefined }
  })
}
