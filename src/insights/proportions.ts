export type Share = { yes: number; of: number }

/**
 * Two-sided p-value that two shares differ: the z test with pooled variance, which is Pearson's chi-square of the 2 × 2 table; Fisher's exact
 * test where an expected count is below 5, which is where that says nothing. 1 where nothing can differ. Counts up to 10 million and beyond.
 */
export function differenceP(a: Share, b: Share): number {
  const yes = a.yes + b.yes
  const of = a.of + b.of
  if (a.of === 0 || b.of === 0 || yes === 0 || yes === of) return 1
  const pooled = yes / of
  const least = Math.min(pooled, 1 - pooled) * Math.min(a.of, b.of)
  if (least < 5) return exactP(a, b)
  const z = (a.yes / a.of - b.yes / b.of) / Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of))
  return Math.min(1, complementaryError(Math.abs(z) / Math.SQRT2))
}

/** Tables whose probability differs by less than this are as likely as each other: `relErr` of R's fisher.test. */
const alike = Math.log1p(1e-7)

/**
 * Fisher's exact test: of all tables with these margins the share of those at most as likely as this one, as R's fisher.test and Agresti,
 * Categorical Data Analysis, §3.5.3. There are never more tables than √(5 · people) + 1, since an expected count is below 5. Worked out
 * from ratios of neighbours in logarithms: no factorial is ever taken.
 */
function exactP(a: Share, b: Share): number {
  const yes = a.yes + b.yes
  const first = Math.max(0, yes - b.of)
  const last = Math.min(yes, a.of)
  const logs = [0]
  for (let here = first; here < last; here++) {
    const up = (a.of - here) * (yes - here)
    const down = (here + 1) * (b.of - yes + here + 1)
    logs.push((logs.at(-1) ?? 0) + Math.log(up / down))
  }
  const mode = logs.reduce((most, log) => Math.max(most, log))
  const observed = logs[a.yes - first] ?? 0
  const sumOf = (some: readonly number[]) => some.reduce((sum, log) => sum + Math.exp(log - mode), 0)
  return Math.min(1, sumOf(logs.filter((log) => log <= observed + alike)) / sumOf(logs))
}

/** erfc for x ≥ 0 with a relative error below 1.2 · 10⁻⁷ (Press et al., Numerical Recipes, §6.2, erfcc). */
function complementaryError(x: number): number {
  const t = 1 / (1 + 0.5 * x)
  const series = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0)
  return t * Math.exp(-x * x + series)
}

const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]
