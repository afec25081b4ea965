/** The best three of many factors for telling an outcome, and why the others were left out. */
import { cramersV, crossTable } from './agreement.ts'
import { InformationScale } from './information.ts'
import { leakByName, leakByScore } from './leakage.ts'
import type { LeakReason } from './leakage.ts'
import { codeColumn, learnLevels } from './levels.ts'
import type { Drawn, Scored } from './information.ts'
import type { Column, Factor } from './levels.ts'

export type LeftOut = { column: string } & (
  | { why: 'not permitted' | 'mostly unknown' | 'the same for everybody' | 'different for nearly everybody' }
  | { why: 'chosen not to be used' | 'tells when, not who' }
  | { why: 'nearly the same as'; other: string; likeness: number }
  | { why: 'knows the outcome'; reason: LeakReason }
)

export type Screening = {
  columns: readonly Column[]
  target: Uint8Array
  classes: number
  train: Uint32Array
  /** The outcome's column, for names that give it away; empty when there is none. */
  outcome: string
  leaveOut: readonly string[]
  /** Suspected leaks that somebody has looked at and wants in. */
  trusted: readonly string[]
  drawn?: Drawn
}
export type Screened = { factors: Factor[]; leftOut: LeftOut[] }

/** Thresholds of methods: more than 40 % unknown, V above 0.8 with a better one. */
const mostUnknown = 0.4
const tooAlike = 0.8
const mostValues = 60

/** Codes the columns on the training rows and keeps those that may and can be used. */
export function screenFactors(screening: Screening): Screened {
  const leftOut: LeftOut[] = []
  const kept: Factor[] = []
  for (const column of screening.columns) {
    const why = unusable(column, screening)
    if (why !== null) leftOut.push({ column: column.name, why })
    else kept.push(codeColumn(learnLevels(column, screening.train, screening.target), column))
  }
  const varied = kept.filter((factor) => {
    if (factor.levels.length > 2) return true
    leftOut.push({ column: factor.column, why: 'the same for everybody' })
    return false
  })
  const honest = withoutLeaks(varied, screening, leftOut)
  return { factors: withoutDuplicates(honest, screening, leftOut), leftOut }
}

function unusable(
  column: Column,
  { leaveOut, train }: Screening,
): 'not permitted' | 'chosen not to be used' | 'mostly unknown' | 'different for nearly everybody' | null {
  if (column.permitted === false) return 'not permitted'
  if (leaveOut.includes(column.name)) return 'chosen not to be used'
  let unknown = 0
  const values = new Set<string | boolean>()
  for (const row of train) {
    const value = column.values[row] ?? null
    if (value === null || Number.isNaN(value)) unknown++
    else if (typeof value !== 'number' && values.size <= mostValues) values.add(value)
  }
  if (unknown > mostUnknown * train.length) return 'mostly unknown'
  return values.size > mostValues ? 'different for nearly everybody' : null
}

function withoutLeaks(factors: Factor[], screening: Screening, leftOut: LeftOut[]): Factor[] {
  if (screening.outcome === '') return factors
  const scale = new InformationScale({ ...screening, factors, rows: screening.train, learnt: 'here' })
  const scores = factors.map((_, index) => scale.one(index))
  return factors.filter((factor, index) => {
    const score = scores[index] ?? 0
    const next = Math.max(0, ...scores.filter((other, at) => at !== index && other <= score))
    const reason =
      leakByName(factor.column, screening.outcome) ?? leakByScore({ score, entropy: scale.entropy, next })
    if (reason === null || screening.trusted.includes(factor.column)) return true
    leftOut.push({ column: factor.column, why: 'knows the outcome', reason })
    return false
  })
}

/** Of factors that say nearly the same, the one that says most about the outcome stays. */
function withoutDuplicates(factors: Factor[], screening: Screening, leftOut: LeftOut[]): Factor[] {
  const scale = new InformationScale({ ...screening, factors, rows: screening.train, learnt: 'here' })
  const ranked = factors
    .map((factor, index) => ({ factor, score: scale.one(index) }))
    .toSorted((a, b) => b.score - a.score || a.factor.column.localeCompare(b.factor.column, 'en'))
  const kept: { factor: Factor; codes: Uint8Array }[] = []
  for (const { factor } of ranked) {
    const codes = Uint8Array.from(screening.train, (row) => factor.codes[row] ?? 0)
    const alike = kept
      .map((other) => ({ other, likeness: cramersV(crossTable(other.codes, codes)) }))
      .find(({ likeness }) => likeness > tooAlike)
    if (alike === undefined) kept.push({ factor, codes })
    else
      leftOut.push({
        column: factor.column,
        why: 'nearly the same as',
        other: alike.other.factor.column,
        likeness: alike.likeness,
      })
  }
  return kept.map(({ factor }) => factor)
}

export type Choosing = {
  factors: readonly Factor[]
  target: Uint8Array
  classes: number
  train: Uint32Array
  heldOut: Uint32Array
  drawn?: Drawn
}

/** The chosen factors (three where there are three). Scores are nats on the held-out half. */
export type Choice = {
  chosen: Factor[]
  score: number
  pair: { columns: string[]; score: number }
  /** How much more the three tell than the best two, 0.05 = 5 %; null with fewer than three or when two tell nothing. */
  gain: number | null
  /** Whether the third adds less than 5 %, or no more than chance might. */
  twoSuffice: boolean
  /** Share of everything there is to know about the outcome. */
  told: number
}

const finalists = 20
const worthwhile = 0.05

/**
 * Scores every pair and triple on the training half, and the best twenty again on the held-out half. Above 60 factors the 40 most telling and least redundant go on (mRMR, Peng et al. 2005).
 */
export function chooseFactors({
  factors,
  target,
  classes,
  train,
  heldOut,
  drawn = 'once',
}: Choosing): Choice {
  const counting = { factors, target, classes, drawn }
  const scale = new InformationScale({ ...counting, rows: train, learnt: 'here' })
  const fresh = new InformationScale({ ...counting, rows: heldOut, learnt: 'elsewhere' })
  const among =
    factors.length > 60 ? mostRelevant(factors, scale, { target, classes, train }) : [...factors.keys()]
  // Chosen by both halves together, the least chancy figure there is; shown is what the held-out half says.
  const bestOf = (scored: Scored<number[]>[]): { of: number[]; score: number; both: number } =>
    scored
      .slice(0, finalists)
      .map(({ of, score }) => ({ of, before: score, score: fresh.of(of) }))
      .map(({ of, before, score }) => ({ of, score, both: (score + before) / 2 }))
      .reduce((best, next) => (next.both > best.both ? next : best), {
        of: [],
        score: Number.NEGATIVE_INFINITY,
        both: Number.NEGATIVE_INFINITY,
      })
  const pair =
    among.length < 2
      ? bestOf(among.map((index) => ({ of: [index], score: scale.one(index) })))
      : bestOf(scale.pairs(among))
  const triple = among.length < 3 ? pair : bestOf(scale.triples(among))
  const named = (indexes: number[]): Factor[] => indexes.flatMap((index) => factors[index] ?? [])
  const cells = (indexes: number[]): number =>
    named(indexes).reduce((n, factor) => n * (factor.levels.length - 1), 1)
  // What a third factor that says nothing adds in one of twenty: information by chance is χ² with this many degrees, over 2N.
  const freedom = Math.max(0, cells(triple.of) - cells(pair.of)) * (classes - 1)
  const chance = (1.64 * Math.sqrt(2 * freedom)) / (2 * Math.max(1, heldOut.length))
  const gain = among.length < 3 || pair.score <= 0 ? null : (triple.score - pair.score) / pair.score
  return {
    chosen: named(triple.of),
    score: Math.max(0, triple.score),
    pair: { columns: named(pair.of).map((factor) => factor.column), score: Math.max(0, pair.score) },
    gain,
    twoSuffice: gain !== null && triple.score - pair.score < Math.max(worthwhile * pair.score, chance),
    told: fresh.entropy === 0 ? 0 : Math.max(0, triple.score) / fresh.entropy,
  }
}

function mostRelevant(
  factors: readonly Factor[],
  scale: InformationScale,
  { train }: { target: Uint8Array; classes: number; train: Uint32Array },
): number[] {
  const relevance = factors.map((_, index) => scale.one(index))
  const redundancy = new Float64Array(factors.length)
  const taken: number[] = []
  const left = new Set(factors.keys())
  while (taken.length < 40 && left.size > 0) {
    const value = (index: number): number =>
      (relevance[index] ?? 0) - (taken.length === 0 ? 0 : (redundancy[index] ?? 0) / taken.length)
    const next = [...left].reduce((best, index) => (value(index) > value(best) ? index : best))
    taken.push(next)
    left.delete(next)
    const codes = factors[next]?.codes ?? new Uint8Array()
    const against = new InformationScale({
      factors,
      target: codes,
      classes: 6,
      rows: train,
      learnt: 'elsewhere',
    })
    for (const index of left) redundancy[index] = (redundancy[index] ?? 0) + against.one(index)
  }
  return taken
}
