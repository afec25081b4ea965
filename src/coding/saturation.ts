/** The codes heard in each conversation, in the order they were held. */
export type Heard = readonly ReadonlySet<string>[]

/** How saturation is judged: `base` conversations first, runs of `run` after them, and the share of new codes at which it is called (0 to 1). */
export type SaturationRule = { base: 4 | 5 | 6; run: 2 | 3; threshold: number }

export type SaturationStep = {
  /** Conversations before the run. */
  after: number
  /** Codes first heard in the run. */
  news: number
  /** `news` ÷ unique codes of the base. */
  share: number
}

export type Saturation = {
  /** Unique codes in the base: the denominator of every share. Null while the base is not full, or nothing was coded in it. */
  baseCodes: number | null
  steps: SaturationStep[]
  /** Conversations after which the first run brought no more than the threshold ("6" of "6+2"); null: new things are still heard. */
  reached: number | null
}

/**
 * New codes in a run ÷ unique codes in the base (Guest, Namey & Chen 2020, doi:10.1371/journal.pone.0232076). Runs overlap and step
 * by one; the base stays as it is. It is saturation of codes, not of meaning.
 */
export function measureSaturation(heard: Heard, { base, run, threshold }: SaturationRule): Saturation {
  const baseCodes = new Set(heard.slice(0, base).flatMap((codes) => [...codes])).size
  if (heard.length < base || baseCodes === 0) return { baseCodes: null, steps: [], reached: null }
  const firstHeard = countFirstHeard(heard)
  const steps: SaturationStep[] = []
  for (let after = base; after + run <= heard.length; after += 1) {
    const news = firstHeard.slice(after, after + run).reduce((sum, count) => sum + count, 0)
    steps.push({ after, news, share: news / baseCodes })
  }
  return { baseCodes, steps, reached: steps.find(({ share }) => share <= threshold)?.after ?? null }
}

function countFirstHeard(heard: Heard): number[] {
  const known = new Set<string>()
  return heard.map((codes) => {
    const before = known.size
    for (const code of codes) known.add(code)
    return known.size - before
  })
}

/**
 * The median of `reached` over shuffled orders, because the order of conversations is chance. An order that never comes to rest counts
 * as beyond the last; null if that is the median. `random` answers numbers from 0 to below 1.
 */
export function medianOverOrders(
  heard: Heard,
  { rule, orders = 1000, random }: { rule: SaturationRule; orders?: number; random: () => number },
): number | null {
  const reached = Array.from(
    { length: orders },
    () => measureSaturation(shuffled(heard, random), rule).reached ?? Infinity,
  ).toSorted((one, other) => one - other)
  const middle = reached[Math.floor((orders - 1) / 2)] ?? Infinity
  return Number.isFinite(middle) ? middle : null
}

function shuffled(heard: Heard, random: () => number): Heard {
  return heard
    .map((codes) => ({ codes, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ codes }) => codes)
}
