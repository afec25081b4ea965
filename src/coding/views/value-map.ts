import type { CodeLevel } from '../coding.schema.ts'
import { stepsOf, type Implication } from './ladders.ts'

export type Edge = Pick<Implication, 'from' | 'to' | 'direct' | 'indirect'>
type Placed = { codeId: string; layer: number; place: number }

/**
 * The links a hierarchical value map draws: those at or above the cut-off without the redundant ones, which say no more than a way along other links that are drawn
 * (Reynolds & Gutman 1988: A–C is left out where A–B and B–C tell it). The weakest are looked at first, so that every way there was is still there. Pure.
 */
export function mapEdges<E extends Edge>(cells: readonly E[], cutoff: number): E[] {
  const kept = new Set(cells.filter((cell) => stepsOf(cell) >= cutoff))
  for (const edge of [...kept].toSorted((a, b) => a.direct - b.direct || stepsOf(a) - stepsOf(b))) {
    kept.delete(edge)
    if (!isWay(kept, edge)) kept.add(edge)
  }
  return [...kept]
}

/**
 * Where each code of a map stands: attributes below, consequences, values on top; within a level one that leads to another stands under it. Places in a row follow
 * those of the neighbours (barycentre heuristic of Sugiyama, Tagawa & Toda 1981), from 0 to 1. Pure.
 */
export function placeCodes(
  codes: readonly { codeId: string; level: CodeLevel }[],
  edges: readonly Edge[],
): { placed: Placed[]; layers: number } {
  const layerOf = new Map<string, number>()
  let first = 0
  for (const level of ['attribute', 'consequence', 'value'] as const) {
    const own = codes.filter((code) => code.level === level).map(({ codeId }) => codeId)
    if (own.length === 0) continue
    const depths = depthsWithin(own, edges)
    for (const [codeId, depth] of depths) layerOf.set(codeId, first + depth)
    first += 1 + Math.max(...depths.values())
  }
  const rows = Array.from({ length: first }, (_, layer) =>
    codes.filter(({ codeId }) => layerOf.get(codeId) === layer).map(({ codeId }) => codeId),
  )
  const ordered = orderRows(rows, edges)
  return {
    layers: first,
    placed: ordered.flatMap((row, layer) =>
      row.map((codeId, at) => ({ codeId, layer, place: (at + 1) / (row.length + 1) })),
    ),
  }
}

/** Whether one can go from the link's beginning to its end along the others. */
function isWay(edges: ReadonlySet<Edge>, { from, to }: Edge): boolean {
  const seen = new Set([from])
  const ahead = [from]
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop())
    for (const edge of edges) {
      if (edge.from !== at || seen.has(edge.to)) continue
      if (edge.to === to) return true
      seen.add(edge.to)
      ahead.push(edge.to)
    }
  return false
}

/** How many links of the level lead up to each code at most; a link that would close a circle does not count, the weakest first. */
function depthsWithin(own: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const inside = new Set(own)
  const acyclic = new Set<Edge>()
  for (const edge of edges.toSorted((a, b) => stepsOf(b) - stepsOf(a))) {
    if (!inside.has(edge.from) || !inside.has(edge.to)) continue
    if (!isWay(acyclic, { ...edge, from: edge.to, to: edge.from })) acyclic.add(edge)
  }
  const depths = new Map(own.map((codeId) => [codeId, 0]))
  for (let isMoved = true; isMoved;) {
    isMoved = false
    for (const { from, to } of acyclic) {
      const above = (depths.get(from) ?? 0) + 1
      if ((depths.get(to) ?? 0) >= above) continue
      depths.set(to, above)
      isMoved = true
    }
  }
  return depths
}

const sweeps = 4

function orderRows(rows: readonly string[][], edges: readonly Edge[]): string[][] {
  let ordered = rows.map((row) => [...row])
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const at = new Map(
      ordered.flatMap((row) => row.map((codeId, place) => [codeId, (place + 1) / (row.length + 1)])),
    )
    ordered = ordered.map((row) =>
      row
        .map((codeId) => ({ codeId, at: meanOf(neighbours(codeId, edges), at) ?? at.get(codeId) ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ codeId }) => codeId),
    )
  }
  return ordered
}

function neighbours(codeId: string, edges: readonly Edge[]): string[] {
  return edges.flatMap(({ from, to }) => (from === codeId ? [to] : to === codeId ? [from] : []))
}

function meanOf(codeIds: readonly string[], at: ReadonlyMap<string, number>): number | null {
  const places = codeIds.flatMap((codeId) => at.get(codeId) ?? [])
  return places.length === 0 ? null : places.reduce((sum, place) => sum + place, 0) / places.length
}
