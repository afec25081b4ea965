/**
 * The one rule of what may be said of few people (`docs/small-groups.md`). A figure that describes people is told from the
 * workspace's minimum up, and never so that a smaller group follows from two figures told. Counts for operation ("38 may be
 * invited") are exact; why the others are left out is descriptive again. Pure.
 */
import type { Reason } from './purposes.ts'

/** Somebody, and fewer than may be told of. Nobody is no group. */
export function isFew(people: number, minimum: number): boolean {
  return people > 0 && people < minimum
}

/** The multiple of the minimum at or below a count: "at least so many", which is all that is told where the exact one would tell too much. */
export function atLeast(people: number, minimum: number): number {
  return Math.floor(people / minimum) * minimum
}

type LeftOut = { because?: 'analysis' | 'purpose'; reason: Reason; people: number }

export type ToldReasons<Row extends LeftOut> = {
  /** Reasons that at least the minimum share, with how many; at least how many where the size of the group is not told. */
  leftOut: Row[]
  /** The reasons that fewer share; empty where the one there is would follow from the other figures. */
  fewer: Omit<Row, 'people'>[]
  /** Whether more are left out than `leftOut` tells; `not told` where the size of the group is not. */
  others: 'nobody' | 'few' | 'not told'
}

/**
 * Why people are left out. How many may and how many may not be contacted is known from exact counts, so a single reason that few
 * share is not named where it is something they said: its count would follow. What we did not do (ask, declare, note an address)
 * is ours to mend, and named.
 */
export function tellReasons<Row extends LeftOut>(
  rows: readonly Row[],
  { minimum, size }: { minimum: number; size: 'told' | 'not told' },
): ToldReasons<Row> {
  const leftOut = rows.filter(({ people }) => people >= minimum)
  // Where nobody may be contacted, those left out are all there are.
  if (size === 'not told') {
    const coarse = leftOut.map((row) => ({ ...row, people: atLeast(row.people, minimum) }))
    return { leftOut: coarse, fewer: [], others: 'not told' }
  }
  const few = rows.filter(({ people }) => isFew(people, minimum))
  const ofPurpose = few.filter(({ because }) => because !== 'analysis')
  const [only] = ofPurpose
  const mayName = only === undefined || ofPurpose.length > 1 || ours.has(only.reason)
  const named = mayName ? few : few.filter((row) => row !== only)
  return {
    leftOut,
    fewer: named.map(({ people: _people, ...row }) => row),
    others: few.length === 0 ? 'nobody' : 'few',
  }
}

const ours = new Set<Reason>(['no basis declared', 'consent not given', 'no address'])
