/** Groups of people who are alike in numbers and categories at once, when there is no outcome to steer by. */
import type { Random } from './random.ts'

/** People as numbers (no NaN) and category codes; the same length each. */
export type Likeness = { numbers: readonly Float64Array[]; categories: readonly Uint8Array[]; people: number }
/** One centre: means of the numbers, commonest code of each category. */
export type Prototype = { means: number[]; modes: number[] }
export type Clusters = { prototypes: Prototype[]; labels: Uint8Array; cost: number }

export type Clustering = {
  data: Likeness
  rows: Uint32Array
  /** What a differing category costs beside a squared difference of numbers. */
  gamma: number
  k: number
  random: Random
  starts: number
}

/** k-prototypes (Huang 1998), the cheapest of several starts spread out as in k-means++. `labels` follow `rows`. */
export function findClusters({ data, rows, gamma, k, random, starts }: Clustering): Clusters {
  let best: Clusters | null = null
  for (let start = 0; start < starts; start++) {
    const found = settleClusters({
      data,
      rows,
      gamma,
      prototypes: spreadOut({ data, rows, gamma, k, random, starts }),
    })
    if (best === null || found.cost < best.cost) best = found
  }
  return best ?? { prototypes: [], labels: new Uint8Array(rows.length), cost: 0 }
}

/** Moves given prototypes until nobody changes cluster (at most 50 times). */
export function settleClusters(
  settling: Omit<Clustering, 'k' | 'random' | 'starts'> & { prototypes: Prototype[] },
): Clusters {
  const { data, rows, gamma } = settling
  let prototypes = settling.prototypes
  let found = nearest({ data, rows, gamma, prototypes })
  for (let round = 0; round < 50; round++) {
    prototypes = centres({ data, rows, labels: found.labels, before: prototypes })
    const next = nearest({ data, rows, gamma, prototypes })
    const settled = next.labels.every((label, at) => label === found.labels[at])
    found = next
    if (settled) break
  }
  return { prototypes, ...found }
}

/** The nearest prototype of each row, and the sum of distances: Σ (x − mean)² + γ · categories that differ. */
export function nearest({
  data,
  rows,
  gamma,
  prototypes,
}: Omit<Clustering, 'k' | 'random' | 'starts'> & { prototypes: readonly Prototype[] }): {
  labels: Uint8Array
  cost: number
} {
  const labels = new Uint8Array(rows.length)
  let cost = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    let least = Number.POSITIVE_INFINITY
    for (let label = 0; label < prototypes.length; label++) {
      const prototype = prototypes[label]
      if (prototype === undefined) continue
      const distance = distanceTo({ data, row, gamma, prototype, least })
      if (distance < least) {
        least = distance
        labels[at] = label
      }
    }
    cost += least
  }
  return { labels, cost }
}

function distanceTo({
  data,
  row,
  gamma,
  prototype,
  least,
}: Omit<Clustering, 'rows' | 'k' | 'random' | 'starts'> & {
  row: number
  prototype: Prototype
  least: number
}): number {
  let distance = 0
  for (let c = 0; c < data.categories.length; c++) {
    if (data.categories[c]?.[row] !== prototype.modes[c]) distance += gamma
  }
  for (let n = 0; n < data.numbers.length && distance < least; n++) {
    distance += ((data.numbers[n]?.[row] ?? 0) - (prototype.means[n] ?? 0)) ** 2
  }
  return distance
}

type Centring = { data: Likeness; rows: Uint32Array; labels: Uint8Array; before: readonly Prototype[] }

function centres({ data, rows, labels, before }: Centring): Prototype[] {
  const k = before.length
  const sizes = new Float64Array(k)
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1
  const means = data.numbers.map((numbers) => {
    const sums = new Float64Array(k)
    for (let at = 0; at < rows.length; at++) {
      const label = labels[at] ?? 0
      sums[label] = (sums[label] ?? 0) + (numbers[rows[at] ?? 0] ?? 0)
    }
    return sums
  })
  const modes = data.categories.map((codes) => commonest({ codes, rows, labels, k }))
  return before.map((prototype, label) =>
    // An empty cluster stays where it was.
    sizes[label] === 0
      ? prototype
      : {
          means: means.map((sums) => (sums[label] ?? 0) / (sizes[label] ?? 1)),
          modes: modes.map((ofLabel) => ofLabel[label] ?? 0),
        },
  )
}

function commonest({
  codes,
  rows,
  labels,
  k,
}: {
  codes: Uint8Array
  rows: Uint32Array
  labels: Uint8Array
  k: number
}): number[] {
  const counts = new Uint32Array(k * 256)
  for (let at = 0; at < rows.length; at++) {
    const cell = (labels[at] ?? 0) * 256 + (codes[rows[at] ?? 0] ?? 0)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return Array.from({ length: k }, (_, label) => {
    const own = counts.subarray(label * 256, (label + 1) * 256)
    return own.indexOf(own.reduce((most, count) => Math.max(most, count), 0))
  })
}

/** First one person by chance, then each next one with a chance that grows with the distance from those taken. */
function spreadOut({ data, rows, gamma, k, random }: Clustering): Prototype[] {
  const at = (position: number): Prototype => {
    const row = rows[position] ?? 0
    return {
      means: data.numbers.map((numbers) => numbers[row] ?? 0),
      modes: data.categories.map((codes) => codes[row] ?? 0),
    }
  }
  const prototypes = [at(Math.floor(random() * rows.length))]
  const distances = new Float64Array(rows.length).fill(Number.POSITIVE_INFINITY)
  while (prototypes.length < k) {
    const prototype = prototypes.at(-1)
    if (prototype === undefined) break
    let sum = 0
    for (let position = 0; position < rows.length; position++) {
      const least = distances[position] ?? 0
      const distance = distanceTo({ data, row: rows[position] ?? 0, gamma, prototype, least })
      distances[position] = Math.min(least, distance)
      sum += distances[position] ?? 0
    }
    let left = random() * sum
    const chosen = distances.findIndex((distance) => (left -= distance) <= 0)
    prototypes.push(at(chosen === -1 ? rows.length - 1 : chosen))
  }
  return prototypes
}
