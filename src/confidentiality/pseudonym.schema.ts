import { z } from 'zod'
import { CodeId, InterviewId, PersonId, PseudonymId, SittingId, UtteranceId } from '../workspace/ids.ts'

// Safe in the browser.

export const PseudonymKind = z.enum(['name', 'place', 'email', 'phone', 'civil number', 'other'])
export type PseudonymKind = z.output<typeof PseudonymKind>

/** Proposed: nobody has said yet. Accepted: the pseudonym stands in the text. Refused: it stays as it is. */
export const PseudonymState = z.enum(['proposed', 'accepted', 'refused'])
export type PseudonymState = z.output<typeof PseudonymState>

/** A few words with what was found in their middle. */
export const PseudonymExample = z.object({
  interviewId: InterviewId,
  title: z.string(),
  utteranceId: UtteranceId.nullable(),
  before: z.string(),
  text: z.string(),
  after: z.string(),
})
export type PseudonymExample = z.output<typeof PseudonymExample>

/** What the team writes, by where it is kept. */
export const TeamSource = z.enum([
  'memo',
  'interview note',
  'passage note',
  'summary',
  'set',
  'journal',
  'code',
  'document',
  'study',
  'guide',
  'saturation',
  'withdrawal note',
  'round',
  'codebook',
  'recording',
])
export type TeamSource = z.output<typeof TeamSource>

/** A few words the team wrote with what was found in their middle, and where they are read. */
export const WrittenExample = z.object({
  source: TeamSource,
  sourceId: z.uuid(),
  interviewId: InterviewId.nullable(),
  utteranceId: UtteranceId.nullable(),
  sittingId: SittingId.nullable(),
  codeId: CodeId.nullable(),
  personId: PersonId.nullable(),
  before: z.string(),
  text: z.string(),
  after: z.string(),
})
export type WrittenExample = z.output<typeof WrittenExample>

export const Pseudonym = z.object({
  pseudonymId: PseudonymId,
  kind: PseudonymKind,
  state: PseudonymState,
  /** What stands in the text; null once it is replaced, and where it may not be read. */
  original: z.string().nullable(),
  pseudonym: z.string(),
  /** A participant of the study is called so. */
  isParticipant: z.boolean(),
  places: z.int(),
  interviews: z.int(),
  /** Texts of the team in which it stands, of those that who asks may read. */
  notes: z.int(),
  /** Places still to be changed in the background. */
  pending: z.int(),
  example: PseudonymExample.nullable(),
  /** One of those texts. */
  written: WrittenExample.nullable(),
  version: z.int(),
})
export type Pseudonym = z.output<typeof Pseudonym>

/** How far a study is. */
export const Confidentiality = z.object({
  interviews: z.int(),
  /** Conversations read through. */
  read: z.int(),
  proposed: z.int(),
  /** Other capitalised words that wait: most of them name nobody. */
  others: z.int(),
  accepted: z.int(),
  refused: z.int(),
  /** Places still to be changed in the background. */
  pending: z.int(),
})
export type Confidentiality = z.output<typeof Confidentiality>

const PseudonymText = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\n\r\t]+$/)

export const Decision = z.object({
  pseudonymId: PseudonymId,
  version: z.int(),
  state: PseudonymState,
  /** What to put in its place, where it is another than the one proposed. */
  pseudonym: PseudonymText.optional(),
})
export type Decision = z.output<typeof Decision>

/** Something the rules did not find. Accepted at once. */
export const Added = z.object({
  text: z
    .string()
    .trim()
    .min(2)
    .max(100)
    .regex(/[\p{L}\p{N}]{2}/u),
  kind: PseudonymKind,
  pseudonym: PseudonymText.optional(),
})
export type Added = z.output<typeof Added>

/** Why somebody opens what was replaced; kept in the audit trail. */
export const Reason = z.object({ reason: z.string().trim().min(5).max(500) })

export const Revealed = z.object({ original: z.string(), examples: z.array(PseudonymExample) })
