/**
 * What coders said of one unit (a turn, a stretch of text): one value a coder, undefined where a coder was not asked or has not
 * looked. `weight` counts the unit that many times, so that a stretch of 120 characters judged alike is one unit of weight 120.
 */
export type Judged<Value> = { values: readonly (Value | undefined)[]; weight?: number }

/** How far apart two values are, 0 for the same; `counts` holds how often each value was given among pairable ones. */
export type Metric<Value> = (one: Value, other: Value, counts: ReadonlyMap<Value, number>) => number

/** Different is different. */
export const nominal: Metric<unknown> = (one, other) => (one === other ? 0 : 1)

/** Squared distance of numbers. */
export const interval: Metric<number> = (one, other) => (one - other) ** 2

/** Squared distance relative to the sum. Both 0: no distance. */
export const ratio: Metric<number> = (one, other) =>
  one + other === 0 ? 0 : ((one - other) / (one + other)) ** 2

/** Squared number of values given from the one rank to the other, half of both ends left out. */
export const ordinal: Metric<number> = (one, other, counts) => {
  const [low, high] = one < other ? [one, other] : [other, one]
  let between = -((counts.get(low) ?? 0) + (counts.get(high) ?? 0)) / 2
  for (const [value, count] of counts) if (low <= value && value <= high) between += count
  return one === other ? 0 : between ** 2
}

/**
 * Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"): 1 − observed ÷ expected disagreement, for
 * any number of coders and with values missing. A unit with fewer than two values says nothing and is left out. 1 = all agree,
 * 0 = as chance would, below 0 = worse. Null where it is not defined: nothing pairable, or only one value was ever given.
 */
export function krippendorffAlpha<Value>(
  units: readonly Judged<Value>[],
  metric: Metric<Value> = nominal,
): number | null {
  const pairable = units
    .map(({ values, weight = 1 }) => ({
      values: values.filter((value): value is Value & {} => value !== undefined),
      weight,
    }))
    .filter(({ values }) => values.length > 1)
  const counts = new Map<Value, number>()
  for (const { values, weight } of pairable)
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + weight)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const observed = pairable.reduce(
    (sum, { values, weight }) => sum + (weight * distances(values, metric, counts)) / (values.length - 1),
    0,
  )
  let expected = 0
  for (const [one, n] of counts)
    for (const [other, m] of counts) expected += n * m * metric(one, other, counts)
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected
}

function distances<Value>(
  values: readonly Value[],
  metric: Metric<Value>,
  counts: ReadonlyMap<Value, number>,
) {
  let sum = 0
  for (const one of values) for (const other of values) sum += metric(one, other, counts)
  return sum
}

/**
 * Cohen's kappa of two coders (Cohen 1960): (observed − chance) ÷ (1 − chance), where chance is the sum over all values of the product
 * of both coders' shares. Units that one of them has not judged are left out. Null without units, or when both gave one and the
 * same value throughout.
 */
export function cohenKappa<Value>(units: readonly Judged<Value>[]): number | null {
  const first = new Map<Value, number>()
  const second = new Map<Value, number>()
  let total = 0
  let same = 0
  for (const { values, weight = 1 } of units) {
    const [one, other] = values
    if (one === undefined || other === undefined) continue
    total += weight
    if (one === other) same += weight
    first.set(one, (first.get(one) ?? 0) + weight)
    second.set(other, (second.get(other) ?? 0) + weight)
  }
  if (total === 0) return null
  let chance = 0
  for (const [value, count] of first) chance += (count / total) * ((second.get(value) ?? 0) / total)
  return chance === 1 ? null : (same / total - chance) / (1 - chance)
}

/** Share of pairs of coders' judgements that are the same, 0 to 1, each unit by its weight. Null if no unit was judged twice. */
export function shareAgreed<Value>(units: readonly Judged<Value>[]): number | null {
  let pairs = 0
  let same = 0
  for (const { values, weight = 1 } of units) {
    const given = values.filter((value) => value !== undefined)
    given.forEach((one, place) => {
      for (const other of given.slice(place + 1)) {
        pairs += weight
        if (one === other) same += weight
      }
    })
  }
  return pairs === 0 ? null : same / pairs
}
