/** Honest numbers: intervals for shares and differences, and a guard for many comparisons. Safe in the browser. */

/** A share with its 95 % interval and the counts it rests on. */
export type Share = { yes: number; of: number; share: number; low: number; high: number }
export type Difference = { difference: number; low: number; high: number }

const z95 = 1.959963984540054

/** Wilson's score interval for `yes` of `of` people (Newcombe 1998, method 3). Nobody asked: nothing known, 0 to 1. */
export function wilson(yes: number, of: number, z = z95): Share {
  if (of === 0) return { yes, of, share: 0, low: 0, high: 1 }
  const share = yes / of
  const middle = share + (z * z) / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return {
    yes,
    of,
    share,
    low: Math.max(0, (middle - half) / scale),
    high: Math.min(1, (middle + half) / scale),
  }
}

/** Newcombe's hybrid score interval for the difference of two independent shares, `a` less `b` (1998, method 10). */
export function shareDifference(a: Share, b: Share): Difference {
  const difference = a.share - b.share
  return {
    difference,
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low),
  }
}

/**
 * Benjamini and Hochberg's adjusted p-values, in the order given: those at or below q are findings of which a share of q
 * is expected to be false. Say beside them how many were tested.
 */
export function adjustForMany(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).toSorted((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0))
  const adjusted = pValues.map(() => 1)
  let smallest = 1
  order.forEach((index, position) => {
    const rank = pValues.length - position
    smallest = Math.min(smallest, ((pValues[index] ?? 1) * pValues.length) / rank)
    adjusted[index] = smallest
  })
  return adjusted
}
