import type { CodeLevel } from '../coding.schema.ts'

/** A coded passage of somebody as a step: what it is about, how abstract that is, and the turn it was said in. */
export type Rung = {
  highlightId: string
  interviewId: string
  personNo: number
  codeId: string
  level: CodeLevel
  position: number
}
export type Ladder = readonly Rung[]

/** Turns between two steps of one ladder; a "why?" and its answer are two. */
export const usualReach = 6

/** How abstract: a higher one is a reason for a lower one. */
export const height: Record<CodeLevel, number> = { attribute: 0, consequence: 1, value: 2 }

/**
 * The ladders somebody climbed: what they said in its order, from a thing to what it brings to why that matters. A ladder ends where the
 * next step is less abstract, more than `reach` turns away or in another conversation; a code stands once in it. One step is no ladder. Pure.
 */
export function laddersOf(rungs: readonly Rung[], { reach }: { reach: number }): Ladder[] {
  const inOrder = rungs.toSorted(
    (a, b) =>
      a.personNo - b.personNo ||
      compare(a.interviewId, b.interviewId) ||
      a.position - b.position ||
      height[a.level] - height[b.level],
  )
  const ladders: Rung[][] = []
  for (const rung of inOrder) {
    const ladder = ladders.at(-1)
    const last = ladder?.at(-1)
    const goesOn =
      last !== undefined &&
      last.personNo === rung.personNo &&
      last.interviewId === rung.interviewId &&
      rung.position - last.position <= reach &&
      height[rung.level] >= height[last.level]
    if (!ladder || !goesOn) ladders.push([rung])
    else if (!ladder.some(({ codeId }) => codeId === rung.codeId)) ladder.push(rung)
  }
  return ladders.filter((ladder) => ladder.length > 1)
}

export type Implication = {
  from: string
  to: string
  /** Ladders in which the second is the next step after the first, and in which steps lie between. */
  direct: number
  indirect: number
  people: Set<number>
  /** The passages these steps were said in. */
  highlightIds: Set<string>
}

/**
 * The implication matrix, as a list of its cells that are not empty (Reynolds & Gutman 1988, "Laddering theory, method, analysis, and
 * interpretation", Journal of Advertising Research 28(1), 11–31): of the ladder A → B → C → D → E, A–B, B–C, C–D and D–E are direct, A–C, A–D, A–E, B–D, B–E and
 * C–E indirect. Each is counted once a ladder. Pure.
 */
export function implications(ladders: readonly Ladder[]): Implication[] {
  const cells = new Map<string, Implication>()
  for (const ladder of ladders)
    for (const [low, from] of ladder.entries())
      for (const [above, to] of ladder.slice(low + 1).entries()) {
        const key = `${from.codeId} ${to.codeId}`
        const cell = cells.get(key) ?? emptyCell(from.codeId, to.codeId)
        if (above === 0) cell.direct += 1
        else cell.indirect += 1
        cell.people.add(from.personNo)
        cell.highlightIds.add(from.highlightId).add(to.highlightId)
        cells.set(key, cell)
      }
  return [...cells.values()]
}

/** How often one leads to the other in all; what a cut-off is laid at. */
export const stepsOf = ({ direct, indirect }: Pick<Implication, 'direct' | 'indirect'>) => direct + indirect

/** What each cut-off from 1 up keeps: links of at least so many steps, and their share of all steps. Pure. */
export function cutoffsOf(
  cells: readonly Pick<Implication, 'direct' | 'indirect'>[],
): { cutoff: number; links: number; steps: number; share: number }[] {
  const all = cells.reduce((sum, cell) => sum + stepsOf(cell), 0)
  const most = Math.max(0, ...cells.map(stepsOf))
  return Array.from({ length: most }, (_, at) => {
    const kept = cells.filter((cell) => stepsOf(cell) > at)
    const steps = kept.reduce((sum, cell) => sum + stepsOf(cell), 0)
    return { cutoff: at + 1, links: kept.length, steps, share: steps / all }
  })
}

/**
 * A cut-off to begin with: the highest that keeps at least two thirds of all steps, as Reynolds & Gutman look for one that is "most informative" by trying several. Never
 * below 2 where there are links of 2.
 */
export function usualCutoff(cutoffs: readonly { cutoff: number; share: number }[]): number {
  const highest = cutoffs.findLast(({ share }) => share >= 2 / 3)?.cutoff ?? 1
  return Math.max(highest, Math.min(2, cutoffs.length), 1)
}

const emptyCell = (from: string, to: string): Implication => ({
  from,
  to,
  direct: 0,
  indirect: 0,
  people: new Set(),
  highlightIds: new Set(),
})

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
