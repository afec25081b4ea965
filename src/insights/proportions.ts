/**
 * Two-sided p-value that two shares differ: the z test with pooled variance, which is Pearson's chi-square of the 2 × 2 table.
 * Null where an expected count is below 5 and the test says nothing.
 */
export function differenceP(a: { yes: number; of: number }, b: { yes: number; of: number }): number | null {
  const pooled = (a.yes + b.yes) / (a.of + b.of)
  const least = Math.min(pooled, 1 - pooled) * Math.min(a.of, b.of)
  if (!(least >= 5)) return null
  const z = (a.yes / a.of - b.yes / b.of) / Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of))
  return Math.min(1, complementaryError(Math.abs(z) / Math.SQRT2))
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
