/** How often something is found in each part of a corpus (say, by each speaker), and how large each part is (in words). */
export type Spread = { found: readonly number[]; sizes: readonly number[] }

/**
 * DP, deviation of proportions (Gries 2008): half the sum of |share of the finds − share of the words| over the parts. 0 = spread
 * as evenly as can be; towards 1 = all in one small part. Null if nothing was found.
 */
export function deviationOfProportions({ found, sizes }: Spread): number | null {
  const finds = sum(found)
  const words = sum(sizes)
  if (finds === 0 || words === 0) return null
  let deviation = 0
  sizes.forEach((size, part) => {
    deviation += Math.abs((found[part] ?? 0) / finds - size / words)
  })
  return deviation / 2
}

/** DPnorm: DP divided by the largest it can become, 1 − share of the smallest part (Lijffijt & Gries 2012). Null for a single part. */
export function normalisedDeviation(spread: Spread): number | null {
  const deviation = deviationOfProportions(spread)
  if (deviation === null) return null
  const smallest = spread.sizes.reduce((least, size) => Math.min(least, size), Infinity) / sum(spread.sizes)
  return smallest < 1 ? deviation / (1 - smallest) : null
}

/**
 * Juilland's D = 1 − (sd / mean) / √(n − 1) of the relative frequencies in n parts, sd over n. 1 = even. Known to lose its range
 * with many parts (Biber et al. 2016). Null if nothing was found or there is one part only.
 */
export function juillandD({ found, sizes }: Spread): number | null {
  const rates = sizes.map((size, part) => (found[part] ?? 0) / size)
  const mean = sum(rates) / rates.length
  if (rates.length < 2 || mean === 0) return null
  const variance = sum(rates.map((rate) => (rate - mean) ** 2)) / rates.length
  return 1 - Math.sqrt(variance) / mean / Math.sqrt(rates.length - 1)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
