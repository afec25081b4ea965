/** Segments without an outcome: people alike in everything permitted, and the three factors that tell them apart best. */
import { adjustedRand, crossTable } from './agreement.ts'
import { findClusters, nearest } from './clusters.ts'
import type { Clusters, Likeness } from './clusters.ts'
import { screenFactors } from './factors.ts'
import { countCells, InformationScale } from './information.ts'
import { codeColumn, learnLevels } from './levels.ts'
import type { Column, Factor } from './levels.ts'
import { momentColumns } from './moments.ts'
import type { Proposal, Warning } from './proposal.ts'
import type { Proposing } from './propose-by-outcome.ts'
import { bootstrapRows, seededRandom, shuffledRows } from './random.ts'
import type { Random } from './random.ts'
import { judgeStability } from './stability.ts'
import type { Run } from './stability.ts'
import { assignLeaves, growTree, leafConditions } from './tree.ts'
import type { Tree } from './tree.ts'

const mostRows = 4_000
const mostRowsOfARun = 1_500
const mostFactors = 25
const gamma = 0.5

type Ground = { data: Likeness; rows: Uint32Array; random: Random }
type Told = { tree: Tree; likeness: number }

/** Proposes segments by likeness on a sample of at most 4,000 people; rules then hold for everybody. */
export async function proposeByLikeness(options: Proposing): Promise<Proposal> {
  const random = seededRandom(options.seed)
  const people = options.columns[0]?.values.length ?? 0
  const rows = shuffledRows(people, random).slice(0, mostRows)
  const nothing = { target: new Uint8Array(people), classes: 1, train: rows, outcome: '', trusted: [] }
  const screened = screenFactors({ ...nothing, columns: options.columns, leaveOut: options.leaveOut ?? [] })
  // People met in the same month are not alike for it: what tells when is left out unless somebody wants it in.
  const moments = new Set(momentColumns(options.columns, rows))
  for (const name of options.trusted ?? []) moments.delete(name)
  const names = new Set(screened.factors.map((factor) => factor.column).filter((name) => !moments.has(name)))
  for (const { column } of screened.factors) {
    if (moments.has(column)) screened.leftOut.push({ column, why: 'tells when, not who' })
  }
  const columns = options.columns.filter((column) => names.has(column.name))
  const ground = { data: asLikeness(columns, rows), rows, random }
  const clusters = await pickClusters(ground, options.signal)
  const { tree } = bestTree({ columns, clusters, rows, minimum: options.minimum, people })
  const stability = tree.leaves.length < 2 ? null : await judge({ options, ground, clusters, tree })
  const labels = tree.leaves.length < 2 ? new Uint8Array(people) : assignLeaves(tree)
  const sizeOf = (label: number): number => labels.reduce((sum, own) => sum + (own === label ? 1 : 0), 0)
  const isWhole = tree.leaves.length < 2
  return {
    people,
    judged: people,
    factors: tree.factors.map((factor) => factor.column),
    gain: null,
    told: isWhole ? 0 : matchOf(rows, labels, clusters.labels),
    segments: isWhole
      ? []
      : tree.leaves.map((leaf, label) => ({
          all: leafConditions(tree, leaf),
          people: sizeOf(label),
          share: sizeOf(label) / people,
          outcome: null,
          likeness: stability?.segments[label]?.likeness ?? 0,
          trust: stability?.segments[label]?.trust ?? 'do not trust',
        })),
    rest: { people: isWhole ? people : sizeOf(tree.leaves.length), outcome: null },
    overall: null,
    stability,
    leftOut: screened.leftOut,
    warnings: warnings({ options, tree, rows, people }),
  }
}

/** Numbers and dates standardised (unknown: the mean), categories coded (unknown: a value of its own). */
function asLikeness(columns: readonly Column[], rows: Uint32Array): Likeness {
  const numbers: Float64Array[] = []
  const categories: Uint8Array[] = []
  for (const column of columns) {
    if (column.type !== 'category') numbers.push(standardised(column.values, rows))
    else {
      const codes = new Map<string | boolean | null, number>([[null, 0]])
      for (const row of rows) {
        const value = column.values[row] ?? null
        if (!codes.has(value)) codes.set(value, Math.min(255, codes.size))
      }
      categories.push(Uint8Array.from(column.values, (value) => codes.get(value) ?? 0))
    }
  }
  return { numbers, categories, people: rows.length }
}

function standardised(values: Float64Array, rows: Uint32Array): Float64Array {
  const known = Array.from(rows, (row) => values[row] ?? Number.NaN).filter((value) => Number.isFinite(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length)
  return values.map((value) =>
    Number.isFinite(value) && variance > 0 ? (value - mean) / Math.sqrt(variance) : 0,
  )
}

/** Four or five groups, whichever ten pairs of samples agree on more. */
async function pickClusters(ground: Ground, signal: AbortSignal | undefined): Promise<Clusters> {
  const { data, rows, random } = ground
  let best: { clusters: Clusters; agreement: number } | null = null
  for (const k of [4, 5]) {
    signal?.throwIfAborted()
    let agreement = 0
    for (let pair = 0; pair < 10; pair++) {
      const [a, b] = [resample(ground, k), resample(ground, k)]
      agreement += adjustedRand(crossTable(a, b)) / 10
    }
    if (best === null || agreement > best.agreement) {
      best = { clusters: findClusters({ data, rows, gamma, k, random, starts: 5 }), agreement }
    }
  }
  return best?.clusters ?? { prototypes: [], labels: new Uint8Array(rows.length), cost: 0 }
}

/** Clusters one bootstrap sample and gives every original row to the nearest centre. */
function resample({ data, rows, random }: Ground, k: number): Uint8Array {
  const drawn = bootstrapRows(rows, random).slice(0, mostRowsOfARun)
  const { prototypes } = findClusters({ data, rows: drawn, gamma, k, random, starts: 2 })
  return nearest({ data, rows, gamma, prototypes }).labels
}

type Searching = {
  columns: readonly Column[]
  clusters: Clusters
  rows: Uint32Array
  minimum: number
  people: number
}

/** The triple of factors whose tree of at most five leaves agrees best with the clusters. */
function bestTree({ columns, clusters, rows, minimum, people }: Searching): Told {
  const target = spread(clusters.labels, rows, people)
  const classes = Math.max(2, clusters.prototypes.length)
  const factors = columns.map((column) => codeColumn(learnLevels(column, rows, target), column))
  const smallest = Math.max(
    1,
    Math.ceil((minimum * rows.length) / Math.max(1, people)),
    Math.ceil(0.03 * rows.length),
  )
  const scale = new InformationScale({ factors, target, classes, rows, learnt: 'elsewhere' })
  const telling = [...factors.keys()].toSorted((a, b) => scale.one(b) - scale.one(a)).slice(0, mostFactors)
  let best: Told = { tree: { factors: [], leaves: [] }, likeness: Number.NEGATIVE_INFINITY }
  for (const triple of triples(telling)) {
    const chosen = triple.flatMap((index) => factors[index] ?? [])
    const tree = growTree({
      cells: countCells({ factors: chosen, target, classes, rows }),
      leaves: 5,
      smallest,
    })
    const likeness = agreementOf(tree, clusters.labels, rows, target, classes)
    if (likeness > best.likeness) best = { tree, likeness }
  }
  return best
}

function agreementOf(
  tree: Tree,
  labels: Uint8Array,
  rows: Uint32Array,
  target: Uint8Array,
  classes: number,
): number {
  if (tree.leaves.length < 2) return -1
  const counts = new Float64Array((tree.leaves.length + 1) * classes)
  tree.leaves.forEach((leaf, index) => counts.set(leaf.counts, index * classes))
  // Those of no leaf are a group of their own.
  for (let code = 0; code < classes; code++) {
    const inLeaves = tree.leaves.reduce((sum, leaf) => sum + (leaf.counts[code] ?? 0), 0)
    counts[tree.leaves.length * classes + code] = -inLeaves
  }
  for (let at = 0; at < labels.length; at++) {
    const cell = tree.leaves.length * classes + (target[rows[at] ?? 0] ?? 0)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return adjustedRand({ rows: tree.leaves.length + 1, columns: classes, counts })
}

function* triples(indexes: readonly number[]): Generator<number[]> {
  if (indexes.length < 4) {
    if (indexes.length > 0) yield [...indexes]
    return
  }
  for (let a = 0; a < indexes.length; a++) {
    for (let b = a + 1; b < indexes.length; b++) {
      for (let c = b + 1; c < indexes.length; c++) yield [indexes[a] ?? 0, indexes[b] ?? 0, indexes[c] ?? 0]
    }
  }
}

type Judging = { options: Proposing; ground: Ground; clusters: Clusters; tree: Tree }

/** Pairs of samples, each clustered and grown into a tree on the same factors; agreement is between the two clusterings. */
function judge({ options, ground, clusters, tree }: Judging): ReturnType<typeof judgeStability> {
  const { rows } = ground
  const people = tree.factors[0]?.codes.length ?? 0
  const k = clusters.prototypes.length
  const all = assignLeaves(tree)
  const run = (): Run => {
    const [against, labels] = [resample(ground, k), resample(ground, k)]
    const target = spread(labels, rows, people)
    const cells = countCells({ factors: tree.factors as readonly Factor[], target, classes: k, rows })
    const again = growTree({ cells, leaves: 5, smallest: Math.ceil(0.03 * rows.length) })
    const assigned = assignLeaves(again)
    return {
      labels,
      against,
      chosen: null,
      segments: rows.length === 0 ? labels : Uint8Array.from(rows, (row) => assigned[row] ?? 0),
    }
  }
  const runs = options.runs ?? 100
  return judgeStability({
    labels: Uint8Array.from(rows, (row) => all[row] ?? 0),
    segments: tree.leaves.length,
    factors: [],
    runs,
    run,
    onProgress: (done) => options.onProgress?.({ done, of: runs }),
    signal: options.signal,
  })
}

/** Labels of the sample's rows laid out over everybody. */
function spread(labels: Uint8Array, rows: Uint32Array, people: number): Uint8Array {
  const target = new Uint8Array(people)
  rows.forEach((row, at) => (target[row] = labels[at] ?? 0))
  return target
}

/** Share of the sample whose rule is mostly filled by their own cluster. */
function matchOf(rows: Uint32Array, assigned: Uint8Array, clusters: Uint8Array): number {
  const own = Uint8Array.from(rows, (row) => assigned[row] ?? 0)
  const table = crossTable(own, clusters)
  let matched = 0
  for (let row = 0; row < table.rows; row++) {
    matched += table.counts
      .subarray(row * table.columns, (row + 1) * table.columns)
      .reduce((a, b) => Math.max(a, b), 0)
  }
  return rows.length === 0 ? 0 : matched / rows.length
}

function warnings({
  options,
  tree,
  rows,
  people,
}: {
  options: Proposing
  tree: Tree
  rows: Uint32Array
  people: number
}): Warning[] {
  const found: Warning[] = []
  const moments = new Set(momentColumns(options.columns, rows))
  for (const { column } of tree.factors)
    if (moments.has(column)) found.push({ kind: 'tells when, not who', column })
  if (tree.leaves.length < 4) found.push({ kind: 'fewer than four segments', found: tree.leaves.length })
  if (people < 10 * options.minimum) found.push({ kind: 'few people', people, wanted: 10 * options.minimum })
  if (rows.length < people) found.push({ kind: 'sampled', people: rows.length, of: people })
  return found
}
