import { z } from 'zod'
import { ParticipantId, StudyId } from '../workspace/ids.ts'

// Safe in the browser.

/** The languages whose words are understood; a test holds them to those of the language room. */
export const StudyLanguage = z.enum(['en', 'da', 'sv', 'nl', 'de'])

export const modes = ['behaviour', 'feedback'] as const
export type Mode = (typeof modes)[number]

/** What a study's uses of what was said may rest on. */
export const studyBases = ['consent', 'contract', 'legitimate interest', 'none'] as const
export type StudyBasis = (typeof studyBases)[number]

/** The purposes of the ledger that a study declares. */
export const studyPurposes = ['conversation_analysis', 'quoting'] as const
export type StudyPurpose = (typeof studyPurposes)[number]

/** What somebody who takes part is asked to agree to: recording is agreed for one conversation, the others are kept in the ledger. */
export const agreements = ['recording', ...studyPurposes] as const
export type Agreement = (typeof agreements)[number]

export const GuideSection = z.object({
  title: z.string().trim().max(200),
  questions: z.array(z.string().trim().min(1).max(1000)).max(100),
})
export type GuideSection = z.output<typeof GuideSection>

const Basis = z.enum(studyBases)

/** What a member writes of a study. `mode` is any text: a mixed one is refused with a reason of its own. */
export const StudyDraft = z.object({
  title: z.string().trim().min(1).max(500),
  hypothesis: z.string().trim().max(5000).default(''),
  contradiction: z.string().trim().max(5000).default(''),
  mode: z.union([z.string(), z.array(z.string())]),
  guide: z.array(GuideSection).max(50).default([]),
  language: StudyLanguage,
  target: z.int().min(1).max(10_000).default(20),
  bases: z.object({ conversation_analysis: Basis, quoting: Basis }),
})
export type StudyDraft = z.input<typeof StudyDraft>

export const Study = z.object({
  studyId: StudyId,
  title: z.string(),
  hypothesis: z.string(),
  contradiction: z.string(),
  mode: z.enum(modes),
  guide: z.array(GuideSection),
  language: StudyLanguage,
  target: z.int(),
  bases: z.object({ conversation_analysis: Basis, quoting: Basis }),
  version: z.int(),
  archived: z.boolean(),
  createdAt: z.string(),
  participants: z.int(),
  interviews: z.int(),
  /** Participants with a conversation brought in: what counts towards the target. */
  heard: z.int(),
})
export type Study = z.output<typeof Study>

/** What somebody agreed to, and what they were asked, as shown to them. */
export const AgreementGiven = z.object({
  agreement: z.enum(agreements),
  given: z.boolean(),
  wording: z.string().trim().max(5000).optional(),
  language: StudyLanguage.optional(),
  channel: z.string().trim().min(1).max(100).default('by hand'),
})
export type AgreementGiven = z.output<typeof AgreementGiven>

export const Participant = z.object({
  participantId: ParticipantId,
  personId: z.uuid(),
  pseudonym: z.string(),
  /** A user number, e-mail address or the like is known: the person is in the data. */
  inData: z.boolean(),
  language: z.string().nullable(),
  joinedAt: z.string(),
  interviews: z.int(),
  words: z.int(),
  recording: z.enum(['given', 'refused', 'not asked']),
  /** `may`, or why not. */
  conversation_analysis: z.string(),
  quoting: z.string(),
})
export type Participant = z.output<typeof Participant>
