/** What routes answer about proposals. Safe in the browser. */
import { z } from 'zod'
import { Condition } from './segment.ts'
import { Outcome, ShareBody, TrustBody } from './set.schema.ts'
import { ShownPart } from './shown-count.ts'

const Names = z.array(z.string())
const Leak = z.enum(['measured during or after', 'named after the outcome', 'tells too much'])

const LeftOutBody = z.object({
  column: z.string(),
  why: z.enum([
    'not permitted',
    'mostly unknown',
    'the same for everybody',
    'different for nearly everybody',
    'chosen not to be used',
    'tells when, not who',
    'nearly the same as',
    'knows the outcome',
  ]),
  other: z.string().optional(),
  likeness: z.number().optional(),
  reason: Leak.optional(),
})

const WarningBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leak'), column: z.string(), reason: Leak }),
  z.object({ kind: z.literal('tells when, not who'), column: z.string() }),
  z.object({ kind: z.literal('two suffice'), columns: Names }),
  z.object({ kind: z.literal('nothing tells the outcome') }),
  z.object({ kind: z.literal('fewer than four segments'), found: z.int() }),
  z.object({ kind: z.literal('factor not needed'), column: z.string() }),
  z.object({ kind: z.literal('few people'), people: z.int(), wanted: z.int() }),
  z.object({ kind: z.literal('sampled'), people: z.int(), of: z.int() }),
  z.object({ kind: z.literal('outcome not known'), people: z.int() }),
])
export type WarningBody = z.output<typeof WarningBody>

const StabilityBody = z.object({
  verdict: z.enum(['natural', 'reproducible', 'constructive']),
  agreement: z.object({ median: z.number(), low: z.number(), high: z.number() }),
  sameFactors: z.number().nullable(),
  factors: z.array(z.object({ column: z.string(), share: z.number() })),
  segments: z.array(z.object({ likeness: z.number(), trust: TrustBody })),
  runs: z.int(),
})

/** As `Proposal` in `proposal.ts`, with what routes may show. */
export const ProposalResult = z.object({
  asOf: z.string(),
  minimum: z.int(),
  audience: ShownPart,
  factors: Names,
  gain: z
    .object({
      three: z.number(),
      pair: z.object({ columns: Names, score: z.number() }),
      gain: z.number().nullable(),
    })
    .nullable(),
  told: z.number(),
  segments: z.array(
    ShownPart.extend({
      all: z.array(Condition),
      /** On the half of people who had no say in the rules; null where too few to show or without an outcome. */
      heldOut: ShareBody.nullable(),
      likeness: z.number(),
      trust: TrustBody,
    }),
  ),
  rest: ShownPart,
  overall: ShareBody.nullable(),
  stability: StabilityBody.nullable(),
  leftOut: z.array(LeftOutBody),
  warnings: z.array(WarningBody),
})
export type ProposalResult = z.output<typeof ProposalResult>

export const ProposalAnswer = z.object({
  proposalId: z.string(),
  audience: z.array(Condition),
  outcome: Outcome.nullable(),
  leaveOut: Names,
  trusted: Names,
  state: z.enum(['waiting', 'working', 'done', 'failed', 'cancelled']),
  done: z.int(),
  of: z.int(),
  problem: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  finishedAt: z.string().nullable(),
  result: ProposalResult.nullable(),
})
export type ProposalAnswer = z.output<typeof ProposalAnswer>
