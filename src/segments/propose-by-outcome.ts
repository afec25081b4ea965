/** Segments that differ in an outcome: three factors, a tree of at most five leaves, and how far to trust it. */
import { chooseFactors, screenFactors } from './factors.ts'
import type { Choice, Screened } from './factors.ts'
import { countCells } from './information.ts'
import type { Drawn } from './information.ts'
import { wilson } from './intervals.ts'
import type { Share } from './intervals.ts'
import type { Column } from './levels.ts'
import { momentColumns } from './moments.ts'
import type { Outcome, Proposal, Warning } from './proposal.ts'
import { bootstrapRows, seededRandom, shuffledRows } from './random.ts'
import type { Random } from './random.ts'
import { judgeStability } from './stability.ts'
import type { Run, Stability } from './stability.ts'
import { assignLeaves, growTree, leafConditions } from './tree.ts'
import type { Tree } from './tree.ts'

export type Proposing = {
  columns: readonly Column[]
  seed: number
  /** The workspace's smallest group of which descriptive figures are shown. */
  minimum: number
  leaveOut?: readonly string[]
  /** Suspected leaks that somebody has looked at and wants in. */
  trusted?: readonly string[]
  /** Bootstrap samples for the verdict; 100 unless said otherwise. */
  runs?: number
  onProgress?: (progress: { done: number; of: number }) => void
  signal?: AbortSignal
}

type Found = { screened: Screened; choice: Choice; tree: Tree; labels: Uint8Array; heldOut: Uint32Array }
type Known = Proposing & { outcome: string; target: Uint8Array; rows: Uint32Array }

const mostRows = 50_000
const mostRowsOfARun = 5_000

/** Proposes segments for an outcome. All chance comes from `seed`. An outcome nobody or everybody has proposes nothing. */
export async function proposeByOutcome(options: Proposing & { outcome: Outcome }): Promise<Proposal> {
  const column = options.columns.find((found) => found.name === options.outcome.column)
  if (column === undefined) throw new RangeError(`no column ${options.outcome.column}`)
  const random = seededRandom(options.seed)
  const { target, judged } = readOutcome(column, options.outcome)
  const sample = shuffledRows(judged.length, random)
    .slice(0, mostRows)
    .map((at) => judged[at] ?? 0)
  const columns = options.columns.filter((other) => other !== column)
  const known: Known = { ...options, columns, outcome: column.name, target, rows: sample }
  const found = findOnce(known, halves(sample))
  const stability = found.tree.leaves.length < 2 ? null : await judge(known, found, random)
  return describe(known, { found, stability, people: column.values.length, judged: judged.length })
}

function readOutcome(column: Column, outcome: Outcome): { target: Uint8Array; judged: Uint32Array } {
  const target = new Uint8Array(column.values.length)
  const judged: number[] = []
  for (let row = 0; row < target.length; row++) {
    const value = column.values[row] ?? null
    if (value === null || Number.isNaN(value)) continue
    judged.push(row)
    const has = 'is' in outcome ? value === outcome.is : typeof value === 'number' && value >= outcome.atLeast
    target[row] = has ? 1 : 0
  }
  return { target, judged: Uint32Array.from(judged) }
}

type Halves = { train: Uint32Array; heldOut: Uint32Array; drawn?: Drawn }

function halves(rows: Uint32Array): Halves {
  const half = Math.ceil(rows.length / 2)
  return { train: rows.slice(0, half), heldOut: rows.slice(half) }
}

/** The whole way once: screen, choose and grow on the training half, check the choice on the other. */
function findOnce(known: Known, { train, heldOut, drawn = 'once' }: Halves): Found {
  const { columns, target, outcome, minimum } = known
  const shared = { target, classes: 2, train, drawn }
  const leaveOut = known.leaveOut ?? []
  const screened = screenFactors({ ...shared, columns, outcome, leaveOut, trusted: known.trusted ?? [] })
  const choice = chooseFactors({ ...shared, factors: screened.factors, heldOut })
  const cells = countCells({ factors: choice.chosen, target, classes: 2, rows: train })
  const enough = Math.max(
    1,
    Math.ceil((0.6 * minimum * train.length) / known.rows.length),
    Math.ceil(0.015 * train.length),
  )
  const tree = growTree({ cells, leaves: 5, smallest: enough, drawn })
  tree.leaves.sort((a, b) => rate(b.counts) - rate(a.counts))
  const labels = tree.factors.length === 0 ? new Uint8Array(target.length) : assignLeaves(tree)
  return { screened, choice, tree, labels, heldOut }
}

/** Draws within two fresh halves, so that nobody is in both, and goes the whole way again. */
function judge(known: Known, found: Found, random: Random): Promise<Stability> {
  const same = new Map(
    found.screened.leftOut.flatMap((left) =>
      left.why === 'nearly the same as' ? [[left.column, left.other] as const] : [],
    ),
  )
  const chosen = (choice: Choice): string[] => choice.chosen.map(({ column }) => same.get(column) ?? column)
  const run = (): Run => {
    const drawn = shuffledRows(known.rows.length, random)
      .slice(0, mostRowsOfARun)
      .map((at) => known.rows[at] ?? 0)
    const { train, heldOut } = halves(drawn)
    const again = findOnce(known, {
      train: bootstrapRows(train, random),
      heldOut: bootstrapRows(heldOut, random),
      drawn: 'again',
    })
    return { labels: again.labels, segments: again.labels, chosen: chosen(again.choice) }
  }
  const runs = known.runs ?? 100
  return judgeStability({
    labels: found.labels,
    segments: found.tree.leaves.length,
    factors: chosen(found.choice),
    runs,
    run,
    onProgress: (done) => known.onProgress?.({ done, of: runs }),
    signal: known.signal,
  })
}

type Described = { found: Found; stability: Stability | null; people: number; judged: number }

function describe(known: Known, { found, stability, people, judged }: Described): Proposal {
  const { choice, tree, labels, heldOut, screened } = found
  const isWhole = tree.leaves.length < 2
  const sizeOf = (label: number): number => labels.reduce((sum, own) => sum + (own === label ? 1 : 0), 0)
  const outcomeOf = (label: number): Share => {
    const own = heldOut.filter((row) => labels[row] === label)
    return wilson(own.filter((row) => known.target[row] === 1).length, own.length)
  }
  const rest = isWhole ? 0 : tree.leaves.length
  return {
    people,
    judged,
    factors: choice.chosen.map((factor) => factor.column),
    gain: { three: choice.score, pair: choice.pair, gain: choice.gain },
    told: choice.told,
    segments: isWhole
      ? []
      : tree.leaves.map((leaf, label) => ({
          all: leafConditions(tree, leaf),
          people: sizeOf(label),
          share: sizeOf(label) / people,
          outcome: outcomeOf(label),
          likeness: stability?.segments[label]?.likeness ?? 0,
          trust: stability?.segments[label]?.trust ?? 'do not trust',
        })),
    rest: { people: sizeOf(rest), outcome: outcomeOf(rest) },
    overall: wilson(heldOut.filter((row) => known.target[row] === 1).length, heldOut.length),
    stability,
    leftOut: screened.leftOut,
    warnings: warnings(known, found, { people, judged }),
  }
}

function warnings(
  known: Known,
  { screened, choice, tree }: Found,
  { people, judged }: { people: number; judged: number },
): Warning[] {
  const found: Warning[] = screened.leftOut.flatMap((left) =>
    left.why === 'knows the outcome' ? [{ kind: 'leak', column: left.column, reason: left.reason }] : [],
  )
  const moments = new Set(momentColumns(known.columns, known.rows))
  for (const { column } of choice.chosen)
    if (moments.has(column)) found.push({ kind: 'tells when, not who', column })
  if (tree.leaves.length < 2) found.push({ kind: 'nothing tells the outcome' })
  else if (tree.leaves.length < 4) found.push({ kind: 'fewer than four segments', found: tree.leaves.length })
  if (choice.twoSuffice) found.push({ kind: 'two suffice', columns: choice.pair.columns })
  const used = new Set(
    tree.leaves.flatMap((leaf) => leafConditions(tree, leaf).map((condition) => condition.trait)),
  )
  if (tree.leaves.length > 1) {
    for (const { column } of choice.chosen)
      if (!used.has(column)) found.push({ kind: 'factor not needed', column })
  }
  if (judged < 10 * known.minimum)
    found.push({ kind: 'few people', people: judged, wanted: 10 * known.minimum })
  if (judged < people) found.push({ kind: 'outcome not known', people: people - judged })
  if (known.rows.length < judged) found.push({ kind: 'sampled', people: known.rows.length, of: judged })
  return found
}

function rate(counts: Float64Array): number {
  return (counts[1] ?? 0) / Math.max(1, (counts[0] ?? 0) + (counts[1] ?? 0))
}
