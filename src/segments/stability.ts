/** Whether the same data, drawn again, would give the same segments. */
import { setImmediate as breathe } from 'node:timers/promises'
import { adjustedRand, bestJaccard, crossTable } from './agreement.ts'

/**
 * After Dolnicar and Leisch: `natural` groups are there whoever is asked, `reproducible` ones come back most of the time,
 * `constructive` ones are a useful cut through people who do not fall apart by themselves.
 */
export type Verdict = 'natural' | 'reproducible' | 'constructive'

/** How far one segment can be trusted, by its mean likeness over the runs (thresholds of R's `fpc::clusterboot`). */
export type Trust = 'highly stable' | 'valid' | 'pattern only' | 'do not trust'

export type Stability = {
  verdict: Verdict
  /** Adjusted Rand index over the runs: the median, and the tenth and ninetieth per cent. */
  agreement: { median: number; low: number; high: number }
  /** Share of runs that chose the same factors; null when there was no outcome to choose by. */
  sameFactors: number | null
  /** Per factor of the proposal the share of runs that chose it; empty when there was no outcome to choose by. */
  factors: { column: string; share: number }[]
  segments: { likeness: number; trust: Trust }[]
  runs: number
}

/** One run: how it divides all people of the original division, which factors it chose, and (without an outcome) what to compare it with. */
export type Run = {
  labels: Uint8Array
  against?: Uint8Array
  chosen: readonly string[] | null
  segments: Uint8Array
}

export type Repeating = {
  /** The original division of the same people. */
  labels: Uint8Array
  segments: number
  factors: readonly string[]
  runs: number
  run: (index: number) => Run
  onProgress?: ((done: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/** Repeats the whole way from sample to segments; lets the event loop breathe after each run and stops when aborted. */
export async function judgeStability({
  labels,
  segments,
  factors,
  runs,
  run,
  onProgress,
  signal,
}: Repeating): Promise<Stability> {
  const agreements: number[] = []
  const likeness = new Float64Array(segments)
  const chosenBy = new Map(factors.map((factor) => [factor, 0]))
  let [same, judged] = [0, 0]
  for (let index = 0; index < runs; index++) {
    signal?.throwIfAborted()
    const found = run(index)
    agreements.push(adjustedRand(crossTable(found.against ?? labels, found.labels)))
    bestJaccard(crossTable(labels, found.segments))
      .slice(0, segments)
      .forEach((alike, segment) => (likeness[segment] = (likeness[segment] ?? 0) + alike / runs))
    if (found.chosen !== null) {
      const again = found.chosen.filter((factor) => chosenBy.has(factor))
      for (const factor of again) chosenBy.set(factor, (chosenBy.get(factor) ?? 0) + 1)
      if (again.length === factors.length && found.chosen.length === factors.length) same++
      judged++
    }
    onProgress?.(index + 1)
    await breathe()
  }
  const sorted = agreements.toSorted((a, b) => a - b)
  const median = quantile(sorted, 0.5)
  return {
    verdict: verdictOf(median),
    agreement: { median, low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) },
    sameFactors: judged === 0 ? null : same / judged,
    factors: judged === 0 ? [] : [...chosenBy].map(([column, times]) => ({ column, share: times / judged })),
    segments: Array.from(likeness, (mean) => ({ likeness: mean, trust: trustOf(mean) })),
    runs,
  }
}

/** Median agreement of 0.85 and 0.6: our thresholds, the literature gives a picture rather than numbers. */
export function verdictOf(median: number): Verdict {
  return median >= 0.85 ? 'natural' : median >= 0.6 ? 'reproducible' : 'constructive'
}

/** Jaccard 0.85, 0.75, 0.6. */
export function trustOf(likeness: number): Trust {
  if (likeness >= 0.85) return 'highly stable'
  if (likeness >= 0.75) return 'valid'
  return likeness >= 0.6 ? 'pattern only' : 'do not trust'
}

function quantile(sorted: readonly number[], part: number): number {
  const at = part * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}
