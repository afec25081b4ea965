/** What a proposal of segments says. Safe in the browser. */
import type { Share } from './intervals.ts'
import type { LeftOut } from './factors.ts'
import type { LeakReason } from './leakage.ts'
import type { TraitCondition } from './segment.ts'
import type { Stability, Trust } from './stability.ts'

/** What counts as the outcome: a value of a category, or a number from a threshold up. */
export type Outcome = { column: string; is: string | boolean } | { column: string; atLeast: number }

export type ProposedSegment = {
  all: TraitCondition[]
  people: number
  /** Share of the audience. */
  share: number
  /** People with the outcome among those of the held-out half, who had no say in the rules; null without an outcome. */
  outcome: Share | null
  likeness: number
  trust: Trust
}

export type Warning =
  | { kind: 'leak'; column: string; reason: LeakReason }
  | { kind: 'tells when, not who'; column: string }
  | { kind: 'two suffice'; columns: string[] }
  | { kind: 'nothing tells the outcome' }
  | { kind: 'fewer than four segments'; found: number }
  | { kind: 'factor not needed'; column: string }
  | { kind: 'few people'; people: number; wanted: number }
  | { kind: 'sampled'; people: number; of: number }
  | { kind: 'outcome not known'; people: number }

export type Proposal = {
  /** Everybody in the audience, and those whose outcome is known. */
  people: number
  judged: number
  factors: string[]
  /** The best pair beside the three: nats on the held-out half; `gain` 0.05 = 5 % more. Null without an outcome. */
  gain: { three: number; pair: { columns: string[]; score: number }; gain: number | null } | null
  /** Share of all there is to know about the outcome; without one, share of people whose rule names their own cluster. */
  told: number
  segments: ProposedSegment[]
  rest: { people: number; outcome: Share | null }
  overall: Share | null
  stability: Stability | null
  leftOut: LeftOut[]
  warnings: Warning[]
}
