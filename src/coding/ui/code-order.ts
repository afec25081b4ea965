import type { CodeShown } from './coding-data.ts'

/** Codes in their new order below one another, under one code or (null) at the top. */
export type Order = { parentId: string | null; codeIds: string[] }

/** Where a press of an arrow puts a code: among those beside it, under the one before it, or out beside the one it stands under. Undefined: nowhere. */
export function movedBy(
  codes: readonly CodeShown[],
  { codeId, way }: { codeId: string; way: 'up' | 'down' | 'in' | 'out' },
): Order | undefined {
  const code = codes.find((one) => one.codeId === codeId)
  if (!code) return undefined
  const beside = siblingsOf(codes, code)
  const at = beside.indexOf(codeId)
  if (way === 'up' || way === 'down') {
    const to = at + (way === 'up' ? -1 : 1)
    if (to < 0 || to >= beside.length) return undefined
    return { parentId: code.parentId, codeIds: beside.toSpliced(at, 1).toSpliced(to, 0, codeId) }
  }
  if (way === 'in') {
    const before = beside[at - 1]
    return before === undefined ? undefined : placedUnder(codes, { codeId, parentId: before })
  }
  return code.parentId === null ? undefined : placedAt(codes, { codeId, targetId: code.parentId, after: 1 })
}

/** Where dropping a code on another puts it: before it, or under it as the last. Undefined: nowhere, e.g. under itself. */
export function droppedOn(
  codes: readonly CodeShown[],
  { codeId, targetId, part }: { codeId: string; targetId: string; part: 'before' | 'under' },
): Order | undefined {
  if (codeId === targetId || isBelow(codes, { codeId: targetId, aboveId: codeId })) return undefined
  return part === 'before'
    ? placedAt(codes, { codeId, targetId, after: 0 })
    : placedUnder(codes, { codeId, parentId: targetId })
}

function placedAt(
  codes: readonly CodeShown[],
  { codeId, targetId, after }: { codeId: string; targetId: string; after: 0 | 1 },
): Order | undefined {
  const target = codes.find((one) => one.codeId === targetId)
  if (!target) return undefined
  const beside = siblingsOf(codes, target).filter((id) => id !== codeId)
  return {
    parentId: target.parentId,
    codeIds: beside.toSpliced(beside.indexOf(targetId) + after, 0, codeId),
  }
}

function placedUnder(
  codes: readonly CodeShown[],
  { codeId, parentId }: { codeId: string; parentId: string },
): Order {
  const below = codes.filter((one) => one.parentId === parentId && one.codeId !== codeId)
  return { parentId, codeIds: [...below.map((one): string => one.codeId), codeId] }
}

function siblingsOf(codes: readonly CodeShown[], code: CodeShown): string[] {
  return codes
    .filter(
      (one) =>
        one.parentId === code.parentId && one.codebookId === code.codebookId && one.studyId === code.studyId,
    )
    .map(({ codeId }) => codeId)
}

function isBelow(
  codes: readonly CodeShown[],
  { codeId, aboveId }: { codeId: string; aboveId: string },
): boolean {
  const code = codes.find((one) => one.codeId === codeId)
  if (!code || code.parentId === null) return false
  return code.parentId === aboveId || isBelow(codes, { codeId: code.parentId, aboveId })
}
