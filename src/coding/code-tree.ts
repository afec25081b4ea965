import { Problem, notFound, type App, type PostgresTransaction } from '../platform/index.ts'
import { CodeId, audit, type Doer } from '../workspace/index.ts'
import { studyOfCodes } from './code-line.ts'
import { freeName, nameTaken } from './code-names.ts'
import type { Skip } from './coding.schema.ts'
import { keepSteps } from './history.ts'
import { takeStep } from './replay.ts'
import type { Step } from './steps.ts'

type Placed = {
  codeId: CodeId
  parentId: CodeId | null
  name: string
  origin: string
  codebookId: string | null
  studyId: string | null
}
type Move = Extract<Step, { do: 'change code' }>

/**
 * Puts codes under another, or (null) at the top, as one change to take back. A code whose parent moves along stays under it. Throws 404, and
 * `code-name-taken` (409) where there is one of its name, `code-place` (422) where one would stand under itself or in another study's codebook; then
 * none has moved.
 */
export async function moveCodes(
  app: App,
  given: { workspaceId: string; actor: Doer; codeIds: readonly string[]; parentId: CodeId | null },
): Promise<void> {
  const { workspaceId, actor, parentId } = given
  const studyId = await studyOfCodes(app.pg, given)
  await keepSteps(app, { workspaceId, actor, studyId }, async (tx) => {
    const wanted = new Set(given.codeIds)
    const codes = await placesOf(tx, workspaceId)
    if ([...wanted].some((codeId) => !codes.has(codeId))) throw notFound('code')
    if (parentId !== null && !codes.has(parentId)) throw notFound('code')
    const steps = [...codes.values()]
      .filter(({ codeId }) => wanted.has(codeId) && !goesAlong(codes, { codeId, wanted }))
      .filter((code) => code.parentId !== parentId)
      .map((code): Move => moveStep(code, { parentId }))
    await takeSteps(tx, { workspaceId, steps })
    for (const { codeId } of steps)
      await audit(tx, { workspaceId, actor, action: 'code.changed', subject: { kind: 'code', id: codeId } })
    return { steps, result: undefined }
  })
}

/** Takes the steps of a change, all or none. Throws `code-name-taken` (409), `code-place` (422). */
export async function takeSteps(
  tx: PostgresTransaction,
  { workspaceId, steps }: { workspaceId: string; steps: readonly Step[] },
): Promise<void> {
  for (const step of steps) {
    const outcome = await takeStep(tx, { workspaceId, step })
    if (outcome !== 'done') throw whyNotThere(outcome)
  }
}

export const whyNotThere = (outcome: Skip) => (outcome === 'name taken' ? nameTaken() : cannotStandThere())

/**
 * The steps that put the codes right below one that goes away under another, or at the top. The other one comes out of its branch first; under one of
 * another codebook they cannot stand, and move up. Where a name is taken by then, that of the code that goes away is put behind it, or a number where that is somebody's words.
 */
export async function clearAway(
  tx: PostgresTransaction,
  { workspaceId, codeId, parentId }: { workspaceId: string; codeId: CodeId; parentId: CodeId | null },
): Promise<Move[]> {
  const codes = await placesOf(tx, workspaceId)
  const gone = codes.get(codeId)
  if (!gone) return []
  const under = parentId === null ? undefined : codes.get(parentId)
  const isBelow = under !== undefined && goesAlong(codes, { codeId: under.codeId, wanted: new Set([codeId]) })
  const children = [...codes.values()].filter((code) => code.parentId === codeId && code !== under)
  const all = [
    ...(isBelow ? [{ code: under, to: gone.parentId }] : []),
    ...children.map((code) => ({
      code,
      to: under === undefined || under.codebookId === code.codebookId ? parentId : gone.parentId,
    })),
  ]
  // Whose words they are is kept with the one code, and they go from that name only.
  const behind = gone.origin === 'in vivo' ? '' : gone.name
  const moving = new Set([gone, ...all.map(({ code }) => code)])
  const taken = new Set([...codes.values()].filter((code) => !moving.has(code)).map(nameAt))
  const named = (code: Placed) => {
    const name = freeName(
      { name: code.name, behind },
      (tried) => !taken.has(nameAt({ ...code, name: tried })),
    )
    taken.add(nameAt({ ...code, name }))
    return name
  }
  const moves = all.map(({ code, to }) =>
    moveStep(code, { name: named({ ...code, parentId: to }), parentId: to }),
  )
  // One that stands there now is out of the way already.
  return taken.has(nameAt(gone))
    ? [moveStep(gone, { name: named(gone), parentId: gone.parentId }), ...moves]
    : moves
}

const nameAt = ({ codebookId, studyId, parentId, name }: Placed) =>
  [codebookId, studyId, parentId, name.toLowerCase()].join(' ')

function moveStep({ codeId, name, parentId }: Placed, to: { name?: string; parentId: CodeId | null }): Move {
  if (to.name === undefined || to.name === name)
    return { do: 'change code', codeId, from: { parentId }, to: { parentId: to.parentId } }
  return { do: 'change code', codeId, from: { name, parentId }, to: { ...to, name: to.name } }
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
    .select(['id', 'parent_id', 'name', 'origin', 'codebook_id', 'study_id'])
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ id, parent_id, name, origin, codebook_id, study_id }) => [
      id,
      {
        codeId: CodeId.parse(id),
        parentId: CodeId.nullable().parse(parent_id),
        name,
        origin,
        codebookId: codebook_id,
        studyId: study_id,
      },
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
