import { z } from 'zod'
import { quotingManners } from '../consent/purposes.ts'
import { MemberId, ParticipantId, SegmentId, StudyId } from '../workspace/ids.ts'
import { GuideSection, GuideSent, StudyLanguage } from './guide/guide.schema.ts'
import { studyKinds } from './study-kinds.ts'

// Safe in the browser.

export { GuideSection, StudyLanguage } from './guide/guide.schema.ts'

export const modes = ['behaviour', 'feedback'] as const
export type Mode = (typeof modes)[number]

/** What a study's uses of what was said may rest on. */
export const studyBases = ['consent', 'contract', 'legitimate interest', 'none'] as const
export type StudyBasis = (typeof studyBases)[number]

/** The purposes of the ledger that a study declares. */
export const studyPurposes = ['conversation_analysis', 'quoting'] as const
export type StudyPurpose = (typeof studyPurposes)[number]

/** What somebody who takes part is asked to agree to, for the study. */
export const agreements = ['recording', ...studyPurposes] as const
export type Agreement = (typeof agreements)[number]

const Basis = z.enum(studyBases)
// Twice what the screen lets somebody write: a pseudonym may be longer than the name it stands for.
const Suspected = z.string().trim().max(10_000)

/** What is suspected, what would confirm and what would contradict it: locked by the first conversation. */
export const suspicionFields = ['hypothesis', 'confirmation', 'contradiction'] as const
export type SuspicionField = (typeof suspicionFields)[number]

/** So many people of a segment, of a language, or of both. */
export const Quota = z.object({
  segmentId: SegmentId.nullable().default(null),
  language: StudyLanguage.nullable().default(null),
  count: z.int().min(1).max(10_000),
})
export type Quota = z.output<typeof Quota>

/** When a study is held, and who of the team holds how many conversations a week. */
export const StudyPlan = z.object({
  /** A day such as `2026-03-02`; null: not said yet. */
  startsOn: z.iso.date().nullable().default(null),
  weeks: z.int().min(1).max(104).default(4),
  shares: z
    .array(z.object({ memberId: MemberId, perWeek: z.int().min(1).max(100) }))
    .max(100)
    .default([]),
})
export type StudyPlan = z.output<typeof StudyPlan>

/** What a member writes of a study. `mode` is any text: a mixed one is refused with a reason of its own. */
export const StudyDraft = z.object({
  kind: z.enum(studyKinds).default('depth'),
  title: z.string().trim().min(1).max(1000),
  hypothesis: Suspected.default(''),
  confirmation: Suspected.default(''),
  contradiction: Suspected.default(''),
  mode: z.union([z.string(), z.array(z.string())]),
  /** Left out when a study is changed: the guide stays as it is. */
  guide: GuideSent.optional(),
  language: StudyLanguage,
  /** Others it is held in. */
  languages: z.array(StudyLanguage).max(5).default([]),
  /** People in one conversation; null: as is usual for the kind. */
  sessionSize: z.int().min(1).max(50).nullable().default(null),
  quotas: z.array(Quota).max(50).default([]),
  plan: StudyPlan.default({ startsOn: null, weeks: 4, shares: [] }),
  target: z.int().min(1).max(10_000).default(20),
  bases: z.object({ conversation_analysis: Basis, quoting: Basis }),
  /** Whether who asks for it is quoted with their name; otherwise everybody is by pseudonym. */
  quotesByName: z.boolean().default(false),
})
export type StudyDraft = z.input<typeof StudyDraft>

/** What was written of a suspicion after it was locked. */
export const Amendment = z.object({
  field: z.enum(suspicionFields),
  text: Suspected.min(1),
  why: z.string().trim().min(1).max(4000),
})
export type Amendment = z.output<typeof Amendment>

export const Study = z.object({
  studyId: StudyId,
  kind: z.enum(studyKinds),
  title: z.string(),
  hypothesis: z.string(),
  confirmation: z.string(),
  contradiction: z.string(),
  /** When the first conversation was held or brought in; null: none was. */
  lockedAt: z.string().nullable(),
  /** When names in it were last replaced by pseudonyms, or put back, since; null: never. */
  suspicionReplacedAt: z.string().nullable(),
  /** The oldest first. `by` is null where it was a program, or somebody who is no member any more. */
  amendments: z.array(Amendment.extend({ at: z.string(), by: z.string().nullable() })),
  mode: z.enum(modes),
  guide: z.array(GuideSection),
  guideVersion: z.int(),
  language: StudyLanguage,
  languages: z.array(StudyLanguage),
  /** As a member said it; null: as is usual for the kind. */
  sessionSize: z.int().nullable(),
  quotas: z.array(Quota),
  plan: StudyPlan,
  target: z.int(),
  bases: z.object({ conversation_analysis: Basis, quoting: Basis }),
  quotesByName: z.boolean(),
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
export const AgreementGiven = z
  .object({
    agreement: z.enum(agreements),
    given: z.boolean(),
    wording: z.string().trim().max(5000).optional(),
    language: StudyLanguage.optional(),
    /** Which version of the wording was shown. */
    version: z.string().trim().max(100).optional(),
    /** How they want to be quoted, with a yes to quoting. */
    manner: z.enum(quotingManners).optional(),
    /** Under which name, where they want to be quoted with it. */
    quotedAs: z.string().trim().min(1).max(120).optional(),
    channel: z.string().trim().min(1).max(100).default('by hand'),
  })
  .refine(({ manner, quotedAs }) => manner !== 'name' || quotedAs !== undefined, {
    path: ['quotedAs'],
    message: 'Say which name, or another manner of quoting.',
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
  /** How they last said they may be quoted; null: they were not asked how. */
  quotingManner: z.enum(quotingManners).nullable(),
  /** Under which name they are quoted now: where they asked for it and the study credits names. */
  quotedAs: z.string().nullable(),
  /** They took back analysing and being asked again: no conversation is planned with them until they say yes again. */
  tookAllBack: z.boolean(),
})
export type Participant = z.output<typeof Participant>
