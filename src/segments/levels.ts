/** What a trait's values look like when only a handful of levels may remain, with cut points one can read aloud. */

import { roundestDay } from './days.ts'

/** A trait of many people, in the order of the table. NaN and null mean "not known". Dates are days since 1970. */
export type Column =
  | { name: string; type: 'number' | 'date'; values: Float64Array; permitted?: boolean }
  | { name: string; type: 'category'; values: readonly (string | boolean | null)[]; permitted?: boolean }

/** One level. Ranges include `from` and stop before `below`; null is open. `codes` hold indexes into the levels. */
export type Level =
  | { kind: 'unknown' }
  | { kind: 'range'; from: number | null; below: number | null }
  | { kind: 'values'; values: (string | boolean)[] }

/** How a column becomes levels. The first level is always "unknown", which may be empty. */
export type Coding = { column: string; type: Column['type']; levels: Level[]; distinct: number }

/** A coded column: for every person of the table the index of the level. */
export type Factor = Coding & { codes: Uint8Array }

const most = 5

/**
 * Learns levels from `rows` only. Numbers and dates: at most five ranges of about equal size. Categories: at most five groups,
 * the most alike (by `target`, counted with χ²) merged first, as CHAID does; values not seen count as unknown.
 */
export function learnLevels(column: Column, rows: Uint32Array, target: Uint8Array): Coding {
  const unknown: Level = { kind: 'unknown' }
  if (column.type !== 'category') {
    const { ranges, distinct } = learnRanges(column.values, rows, roundestOf[column.type])
    return { column: column.name, type: column.type, levels: [unknown, ...ranges], distinct }
  }
  const { groups, distinct } = learnGroups(column.values, rows, target)
  return { column: column.name, type: 'category', levels: [unknown, ...groups], distinct }
}

/** Codes every person of the column by levels learnt before. */
export function codeColumn(coding: Coding, column: Column): Factor {
  const codes = new Uint8Array(column.values.length)
  if (column.type !== 'category') {
    const cuts = coding.levels.flatMap((level) =>
      level.kind === 'range' && level.below !== null ? [level.below] : [],
    )
    column.values.forEach((value, row) => {
      if (Number.isNaN(value)) return
      let code = 1
      for (const cut of cuts) if (value >= cut) code++
      codes[row] = code
    })
    return { ...coding, codes }
  }
  const codeOf = new Map<string | boolean, number>()
  coding.levels.forEach((level, code) => {
    if (level.kind === 'values') for (const value of level.values) codeOf.set(value, code)
  })
  column.values.forEach((value, row) => {
    codes[row] = value === null ? 0 : (codeOf.get(value) ?? 0)
  })
  return { ...coding, codes }
}

type Roundest = typeof roundest
const roundestOf: Record<'number' | 'date', Roundest> = {
  number: (between) => roundest(between),
  date: (between) => roundestDay(between),
}

function learnRanges(
  values: Float64Array,
  rows: Uint32Array,
  cutAt: Roundest,
): { ranges: Level[]; distinct: number } {
  const sorted = Float64Array.from(rows, (row) => values[row] ?? Number.NaN)
    .filter((value) => Number.isFinite(value))
    .toSorted()
  let distinct = 0
  sorted.forEach((value, index) => {
    if (index === 0 || value !== sorted[index - 1]) distinct++
  })
  const cuts: number[] = []
  for (let cut = 1; cut < most; cut++) {
    const found = cutNear(sorted, cut / most, cutAt)
    if (found !== null && found > (cuts.at(-1) ?? Number.NEGATIVE_INFINITY)) cuts.push(found)
  }
  const ranges: Level[] = [...cuts, null].map((below, index) => ({
    kind: 'range',
    from: cuts[index - 1] ?? null,
    below,
  }))
  return { ranges: distinct === 0 ? [] : ranges, distinct }
}

/** The roundest number or day that cuts off about `share` of the people, 4 % more or less; null when nothing can be cut. */
function cutNear(sorted: Float64Array, share: number, cutAt: Roundest): number | null {
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(part * sorted.length)))] ?? Number.NaN
  if (sorted.length === 0 || sorted[0] === sorted.at(-1)) return null
  const [low, high, wanted] = [at(share - 0.04), at(share + 0.04), at(share)]
  if (low < high) return cutAt({ above: low, upTo: high, wanted })
  const smallest = sorted[0] ?? wanted
  if (wanted > smallest) {
    const before = sorted.findLast((value) => value < wanted) ?? smallest
    return cutAt({ above: before, upTo: wanted, wanted })
  }
  const next = sorted.find((value) => value > wanted)
  return next === undefined ? null : cutAt({ above: wanted, upTo: next, wanted: next })
}

/** The number with the coarsest decimal step in (above, upTo], nearest to `wanted`. */
export function roundest({ above, upTo, wanted }: { above: number; upTo: number; wanted: number }): number {
  for (
    let power = Math.ceil(Math.log10(Math.max(Math.abs(above), Math.abs(upTo)))) + 1;
    power > -12;
    power--
  ) {
    for (const digit of [5, 2, 1]) {
      const step = digit * 10 ** power
      const nearest = Math.round(wanted / step)
      const fits = [nearest, nearest - 1, nearest + 1]
        .map((count) => tidy(count * step))
        .find((n) => n > above && n <= upTo)
      if (fits !== undefined) return fits
    }
  }
  return upTo
}

function tidy(value: number): number {
  const tidied = Number(value.toPrecision(12))
  return tidied === 0 ? 0 : tidied
}

type Group = { values: (string | boolean)[]; counts: Float64Array; size: number }

function learnGroups(
  values: readonly (string | boolean | null)[],
  rows: Uint32Array,
  target: Uint8Array,
): { groups: Level[]; distinct: number } {
  const classes = 1 + target.reduce((a, b) => Math.max(a, b), 0)
  const found = new Map<string | boolean, Group>()
  for (const row of rows) {
    const value = values[row] ?? null
    if (value === null) continue
    const group = found.get(value) ?? { values: [value], counts: new Float64Array(classes), size: 0 }
    const code = target[row] ?? 0
    group.counts[code] = (group.counts[code] ?? 0) + 1
    group.size++
    found.set(value, group)
  }
  const groups = [...found.values()].toSorted((a, b) =>
    String(a.values[0]).localeCompare(String(b.values[0]), 'en'),
  )
  while (groups.length > most) mergeMostAlike(groups)
  return { groups: groups.map((group) => ({ kind: 'values', values: group.values })), distinct: found.size }
}

function mergeMostAlike(groups: Group[]): void {
  let best = { a: 0, b: 1, difference: Number.POSITIVE_INFINITY, size: Number.POSITIVE_INFINITY }
  for (let a = 0; a < groups.length; a++) {
    for (let b = a + 1; b < groups.length; b++) {
      const difference = chiSquare(groups[a], groups[b])
      // Without an outcome all are alike: the rarest are merged.
      const size = (groups[a]?.size ?? 0) + (groups[b]?.size ?? 0)
      const closer = difference < best.difference || (difference === best.difference && size < best.size)
      if (closer) best = { a, b, difference, size }
    }
  }
  const [from] = groups.splice(best.b, 1)
  const into = groups[best.a]
  if (from === undefined || into === undefined) return
  into.values.push(...from.values)
  from.counts.forEach((count, code) => (into.counts[code] = (into.counts[code] ?? 0) + count))
  into.size += from.size
}

function chiSquare(a: Group | undefined, b: Group | undefined): number {
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY
  const total = a.size + b.size
  let sum = 0
  a.counts.forEach((inA, code) => {
    const inB = b.counts[code] ?? 0
    if (inA + inB === 0) return
    const [expectedA, expectedB] = [((inA + inB) * a.size) / total, ((inA + inB) * b.size) / total]
    sum += (inA - expectedA) ** 2 / expectedA + (inB - expectedB) ** 2 / expectedB
  })
  return sum
}
