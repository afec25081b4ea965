/** What routes take and answer about sets of segments. Safe in the browser. */
import { z } from 'zod'

export const SegmentSetId = z.uuid().brand<'SegmentSetId'>()
export type SegmentSetId = z.output<typeof SegmentSetId>

export const ProposalId = z.uuid().brand<'ProposalId'>()
export type ProposalId = z.output<typeof ProposalId>

const Column = z.string().min(1).max(200)

/** What counts as the outcome: a value of a trait, or a number from a threshold up. */
export const Outcome = z.union([
  z.object({ column: Column, is: z.union([z.string().min(1).max(2000), z.boolean()]) }).strict(),
  z.object({ column: Column, atLeast: z.number() }).strict(),
])
export type Outcome = z.output<typeof Outcome>

/** A share with its 95 % interval and the counts it rests on. */
export const ShareBody = z.object({
  yes: z.int(),
  of: z.int(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
})

export const TrustBody = z.enum(['highly stable', 'valid', 'pattern only', 'do not trust'])

/** What a proposal found of a rule: its share on people who had no say in it, and how alike it was in samples drawn anew. */
export const SegmentEvidence = z.object({
  outcome: ShareBody.nullable(),
  likeness: z.number(),
  trust: TrustBody,
})
export type SegmentEvidence = z.output<typeof SegmentEvidence>
