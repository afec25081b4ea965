import { lowerOdds, upperOdds } from './binomial-limits.ts'

/** How often something is found in two corpora: `found` in `focus` against `foundElsewhere` in `elsewhere` (words, or speakers). */
export type Comparison = { found: number; focus: number; foundElsewhere: number; elsewhere: number }

/** log2 of the ratio of the two relative frequencies; a frequency of zero counts as a half (Hardie 2014). 1 = twice as frequent. */
export function logRatio({ found, focus, foundElsewhere, elsewhere }: Comparison): number {
  return Math.log2((found || 0.5) / focus) - Math.log2((foundElsewhere || 0.5) / elsewhere)
}

/** Confidence of the interval (0.95), and how many comparisons are made at once (Bonferroni's correction). */
export type Certainty = { confidence: number; comparisons: number }

/**
 * LRC: the confidence limit of the log ratio that lies nearest zero, 0 if the interval spans zero. So it is the difference one
 * may at least rely on, in doublings. Evert 2022, as `keyness(measure = "LRC")` in the R package corpora 0.6: exact
 * (Clopper–Pearson) limits of found / (found + foundElsewhere) from the conditional Poisson test.
 */
export function conservativeLogRatio(comparison: Comparison, { confidence, comparisons }: Certainty): number {
  const { found, focus, foundElsewhere, elsewhere } = comparison
  const tried = found + foundElsewhere
  if (tried === 0) return 0
  const beyond = (1 - confidence) / comparisons / 2
  if (found / focus >= foundElsewhere / elsewhere) {
    return Math.max(0, Math.log2((elsewhere / focus) * lowerOdds({ found, tried, beyond })))
  }
  return Math.min(0, Math.log2((elsewhere / focus) * upperOdds({ found, tried, beyond })))
}

/**
 * G² (log-likelihood) over all four cells of the table found/not found × here/elsewhere (Dunning 1993), not the two-term
 * version, which strays for frequent words. 3.84, 6.63, 10.83 are the critical values for p < 0.05, 0.01, 0.001.
 */
export function logLikelihood({ found, focus, foundElsewhere, elsewhere }: Comparison): number {
  const share = (found + foundElsewhere) / (focus + elsewhere)
  return (
    2 *
    (term(found, focus * share) +
      term(foundElsewhere, elsewhere * share) +
      term(focus - found, focus * (1 - share)) +
      term(elsewhere - foundElsewhere, elsewhere * (1 - share)))
  )
}

/** %DIFF: by how many per cent more frequent than elsewhere (Gabrielatos & Marchi 2011); infinite if not found there. */
export function percentDifference({ found, focus, foundElsewhere, elsewhere }: Comparison): number {
  const there = foundElsewhere / elsewhere
  return (100 * (found / focus - there)) / there
}

/** Ratio of frequencies per million with `smoothing` added to both (Kilgarriff 2009, "simple maths"); 1 prefers rare words, 100 common ones. */
export function simpleMaths(
  { found, focus, foundElsewhere, elsewhere }: Comparison,
  smoothing: number,
): number {
  return ((1e6 * found) / focus + smoothing) / ((1e6 * foundElsewhere) / elsewhere + smoothing)
}

function term(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected)
}
