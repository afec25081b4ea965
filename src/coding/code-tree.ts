import { Problem, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { CodeId, audit, type Doer } from '../workspace/index.ts'
import { keepSteps } from './history.ts'
import { takeStep } from './replay.ts'
import type { Step } from './steps.ts'

type Placed = { codeId: CodeId; parentId: CodeId | null }
type Move = Extract<Step, { do: 'change code' }>

/**
 * Puts codes under another, or (null) at the top, as one change to take back. A code whose parent moves along stays under it. Throws 404, and
 * `code-place` (422) where one would stand under itself or in another study's codebook; then none has moved.
 */
export async function moveCodes(
  app: App,
  given: { workspaceId: string; actor: Doer; codeIds: readonly string[]; parentId: CodeId | null },
): Promise<void> {
  const { workspaceId, actor, parentId } = given
  await keepSteps(app, { workspaceId, actor, studyId: null }, async (tx) => {
    const wanted = new Set(given.codeIds)
    const codes = await placesOf(tx, workspaceId)
    if ([...wanted].some((codeId) => !codes.has(codeId))) throw notFound('code')
    if (parentId !== null && !codes.has(parentId)) throw notFound('code')
    const steps = [...codes.values()]
      .filter(({ codeId }) => wanted.has(codeId) && !goesAlong(codes, { codeId, wanted }))
      .filter((code) => code.parentId !== parentId)
      .map(({ codeId, parentId: from }): Move => moveStep(codeId, { from, to: parentId }))
    for (const step of steps)
      if ((await takeStep(tx, { workspaceId, step })) !== 'done') throw cannotStandThere()
    for (const { codeId } of steps)
      await audit(tx, { workspaceId, actor, action: 'code.changed', subject: { kind: 'code', id: codeId } })
    return { steps, result: undefined }
  })
}

/** The steps that put the codes right below one under another, or at the top. */
export async function moveChildren(
  tx: PostgresTransaction,
  { workspaceId, codeId, parentId }: Placed & { workspaceId: string },
): Promise<Move[]> {
  const codes = await placesOf(tx, workspaceId)
  return [...codes.values()]
    .filter((code) => code.parentId === codeId)
    .map((child) => moveStep(child.codeId, { from: codeId, to: parentId }))
}

function moveStep(codeId: CodeId, { from, to }: { from: CodeId | null; to: CodeId | null }): Move {
  return { do: 'change code', codeId, from: { parentId: from }, to: { parentId: to } }
}

/** Whether a code above this one is among the wanted. */
function goesAlong(
  codes: ReadonlyMap<string, Placed>,
  { codeId, wanted }: { codeId: CodeId; wanted: ReadonlySet<string> },
): boolean {
  let above = codes.get(codeId)?.parentId ?? null
  while (above !== null) {
    if (wanted.has(above)) return true
    above = codes.get(above)?.parentId ?? null
  }
  return false
}

async function placesOf(tx: PostgresTransaction, workspaceId: string): Promise<Map<string, Placed>> {
  const rows = await tx
    .selectFrom('codes')
    .select(['id', 'parent_id'])
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ id, parent_id }) => [
      id,
      { codeId: CodeId.parse(id), parentId: parent_id === null ? null : CodeId.parse(parent_id) },
    ]),
  )
}

export const cannotStandThere = () =>
  new Problem({
    id: 'code-place',
    status: 422,
    detail:
      'A code cannot stand under itself, under one below it, or in another study’s codebook. Choose another.',
  })
