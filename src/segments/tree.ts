/** A tree of at most five leaves over three coded factors, as rules that a marketer and ClickHouse can both read. */
import { dateOf } from './days.ts'
import { width } from './information.ts'
import type { Cells, Drawn } from './information.ts'
import type { Factor } from './levels.ts'
import type { OrderedTraitValue, TraitCondition } from './segment.ts'

/** A leaf: per factor the levels it admits, as bits; `counts` are its people per class of outcome. */
export type Leaf = { masks: number[]; counts: Float64Array; people: number }
export type Tree = { factors: readonly Factor[]; leaves: Leaf[] }

export type Growing = { cells: Cells; leaves: number; smallest: number; drawn?: Drawn }

type Split = { leaf: number; gain: number; children: [Leaf, Leaf] }

/**
 * Splits the leaf whose split tells most about the outcome (nats × people) until there are `leaves`, none with fewer than
 * `smallest` people. A split must tell more than chance would (twice its gain above (classes − 1)·ln people, as in BIC).
 * Where a range is asked for, people of whom the number is not known fit no leaf: they are the rest.
 */
export function growTree({ cells, leaves: most, smallest, drawn }: Growing): Tree {
  const everything = cells.factors.map((factor) => (1 << factor.levels.length) - 1)
  const leaves = [leafOf(cells, everything)]
  const chance = drawn === 'again' ? 2 : 1
  const worth = (chance * (cells.classes - 1) * Math.log(Math.max(2, cells.people))) / 2
  const splits = new Map<Leaf, Split | null>()
  while (leaves.length < most) {
    let best: Split | null = null
    for (const [index, leaf] of leaves.entries()) {
      if (!splits.has(leaf)) splits.set(leaf, bestSplit({ cells, leaf, smallest, index }))
      const split = splits.get(leaf) ?? null
      if (split !== null && split.gain > worth && split.gain > (best?.gain ?? 0))
        best = { ...split, leaf: index }
    }
    if (best === null) break
    leaves.splice(best.leaf, 1, ...best.children)
  }
  return { factors: cells.factors, leaves }
}

/** Per person of the table the index of the leaf, or the number of leaves for the rest. */
export function assignLeaves(tree: Tree): Uint8Array {
  const ofCell = leafOfCells(tree)
  const [a, b, c] = tree.factors.map((factor) => factor.codes)
  return Uint8Array.from({ length: a?.length ?? 0 }, (_, row) => {
    let cell = a?.[row] ?? 0
    if (b !== undefined) cell = cell * width + (b[row] ?? 0)
    if (c !== undefined) cell = cell * width + (c[row] ?? 0)
    return ofCell[cell] ?? tree.leaves.length
  })
}

/** Per cell the index of its leaf, or the number of leaves for the rest. */
export function leafOfCells({ factors, leaves }: Tree): Uint8Array {
  return Uint8Array.from({ length: width ** factors.length }, (_, cell) => {
    const found = leaves.findIndex((leaf) => admits(leaf.masks, cell))
    return found === -1 ? leaves.length : found
  })
}

/** The conditions of a leaf, at most one a factor. None for a tree that was not split. */
export function leafConditions({ factors }: Tree, leaf: Leaf): TraitCondition[] {
  return factors.flatMap((factor, index) => levelCondition(factor, leaf.masks[index] ?? 0))
}

function levelCondition(factor: Factor, mask: number): TraitCondition[] {
  const admitted = factor.levels.filter((_, code) => ((mask >> code) & 1) === 1)
  if (admitted.length === factor.levels.length) return []
  const trait = factor.column
  if (factor.type !== 'category') {
    const ranges = admitted.filter((level) => level.kind === 'range')
    const asValue = (bound: number | null | undefined): OrderedTraitValue | null =>
      typeof bound !== 'number' ? null : factor.type === 'date' ? { date: dateOf(bound) } : bound
    const [from, below] = [asValue(ranges[0]?.from), asValue(ranges.at(-1)?.below)]
    if (from !== null && below !== null) return [{ kind: 'trait', trait, op: 'between', from, below }]
    if (from !== null) return [{ kind: 'trait', trait, op: 'at least', value: from }]
    return below === null
      ? [{ kind: 'trait', trait, op: 'is known' }]
      : [{ kind: 'trait', trait, op: 'less than', value: below }]
  }
  const unknownFits = (mask & 1) === 1
  const named = factor.levels.filter((_, code) => code > 0 && ((mask >> code) & 1) === (unknownFits ? 0 : 1))
  const values = named.flatMap((level) => (level.kind === 'values' ? level.values : []))
  const [only] = values
  if (values.length === 1 && only !== undefined) {
    return [{ kind: 'trait', trait, op: unknownFits ? 'is not' : 'is', value: only }]
  }
  return [{ kind: 'trait', trait, op: unknownFits ? 'not in' : 'in', values }]
}

function bestSplit({
  cells,
  leaf,
  smallest,
  index,
}: {
  cells: Cells
  leaf: Leaf
  smallest: number
  index: number
}): Split | null {
  let best: { factor: number; left: number; right: number; gain: number } | null = null
  for (const [at, factor] of cells.factors.entries()) {
    const counts = levelCounts(cells, leaf.masks, at)
    const mask = leaf.masks[at] ?? 0
    for (const [left, right] of factor.type !== 'category'
      ? cuts(mask)
      : subsets(mask, counts, cells.classes)) {
      const [inLeft, inRight] = [
        sumLevels(counts, left, cells.classes),
        sumLevels(counts, right, cells.classes),
      ]
      if (total(inLeft) < smallest || total(inRight) < smallest) continue
      const gain =
        impurity(inLeft.map((count, code) => count + (inRight[code] ?? 0))) -
        impurity(inLeft) -
        impurity(inRight)
      if (gain > (best?.gain ?? 1e-9) + 1e-9) best = { factor: at, left, right, gain }
    }
  }
  if (best === null) return null
  const { factor, left, right, gain } = best
  return {
    leaf: index,
    gain,
    children: [leafOf(cells, leaf.masks.with(factor, left)), leafOf(cells, leaf.masks.with(factor, right))],
  }
}

/** Ranges side by side; the unknown (bit 0) fall out of both. */
function cuts(mask: number): [number, number][] {
  const found: [number, number][] = []
  const known = mask & ~1
  for (let cut = 2; cut < width; cut++) {
    const left = known & ((1 << cut) - 1)
    const right = known & ~left
    if (left !== 0 && right !== 0) found.push([left, right])
  }
  return found
}

/** One side names its values, the other is everybody else, the unknown included; the shorter naming is preferred. */
function subsets(mask: number, counts: Float64Array, classes: number): [number, number][] {
  const found: [number, number][] = []
  const unknown = mask & 1
  const anyUnknown = unknown === 1 && total(sumLevels(counts, 1, classes)) > 0
  const known = mask & ~1
  for (let left = known; left > 0; left = (left - 1) & known) {
    const right = mask & ~left
    if ((right & ~1) === 0 && !anyUnknown) continue
    found.push([left, right])
  }
  return found.toSorted((a, b) => bits(a[0]) - bits(b[0]))
}

function levelCounts(cells: Cells, masks: number[], at: number): Float64Array {
  const counts = new Float64Array(width * cells.classes)
  const size = width ** cells.factors.length
  const step = width ** (cells.factors.length - 1 - at)
  for (let cell = 0; cell < size; cell++) {
    if (!admits(masks, cell)) continue
    const level = Math.floor(cell / step) % width
    for (let code = 0; code < cells.classes; code++) {
      const to = level * cells.classes + code
      counts[to] = (counts[to] ?? 0) + (cells.counts[cell * cells.classes + code] ?? 0)
    }
  }
  return counts
}

function leafOf(cells: Cells, masks: number[]): Leaf {
  const levels = levelCounts(cells, masks, 0)
  const counts = sumLevels(levels, (1 << width) - 1, cells.classes)
  return { masks, counts, people: total(counts) }
}

function sumLevels(counts: Float64Array, mask: number, classes: number): Float64Array {
  const sum = new Float64Array(classes)
  for (let level = 0; level < width; level++) {
    if (((mask >> level) & 1) === 0) continue
    for (let code = 0; code < classes; code++)
      sum[code] = (sum[code] ?? 0) + (counts[level * classes + code] ?? 0)
  }
  return sum
}

function admits(masks: number[], cell: number): boolean {
  let rest = cell
  for (let at = masks.length - 1; at >= 0; at--) {
    if ((((masks[at] ?? 0) >> (rest % width)) & 1) === 0) return false
    rest = Math.floor(rest / width)
  }
  return true
}

/** Entropy in nats × people. */
function impurity(counts: Float64Array): number {
  const people = total(counts)
  let sum = people === 0 ? 0 : people * Math.log(people)
  for (const count of counts) if (count > 0) sum -= count * Math.log(count)
  return sum
}

function total(counts: Float64Array): number {
  let sum = 0
  for (const count of counts) sum += count
  return sum
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count++
  return count
}
