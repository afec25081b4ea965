import { z } from 'zod'
import { InterviewId, MemberId, ParticipantId, PersonId, StudyId } from '../workspace/ids.ts'
import { AgreementGiven, StudyLanguage } from './study.schema.ts'

// Safe in the browser.

const speakerRoles = ['participant', 'interviewer', 'other'] as const

/** A file of at most 32 MB as base64, or pasted text. */
export const Material = z.discriminatedUnion('how', [
  z.object({
    how: z.literal('file'),
    name: z.string().trim().min(1).max(300),
    base64: z.string().max(45_000_000),
  }),
  z.object({ how: z.literal('pasted'), name: z.string().trim().max(300).default(''), text: z.string() }),
])
export type Material = z.output<typeof Material>

/** Identifiers of the people data that a column of a survey may hold. */
export const respondentKinds = ['email', 'customer_id', 'user_id'] as const

/** Which columns of a table hold the answers, and who gave each. */
export const AnswerColumns = z.object({
  text: z.string().max(1000),
  respondent: z.string().max(1000).nullable().default(null),
  /** Where the respondent's column says who somebody in the people data is: what kind of identifier it holds. */
  identifier: z.enum(respondentKinds).optional(),
})
export type AnswerColumns = z.output<typeof AnswerColumns>

export const PreviewAsked = z.object({ material: Material, answers: AnswerColumns.optional() })
export type PreviewAsked = z.input<typeof PreviewAsked>

const Dropped = z.object({ what: z.string(), count: z.int(), example: z.string() })

export const PreviewSpeaker = z.object({
  name: z.string().nullable(),
  utterances: z.int(),
  words: z.int(),
  role: z.enum(['participant', 'interviewer']),
  why: z.string(),
  questionShare: z.number(),
  talkShare: z.number(),
  /** The beginning of what they say first. */
  sample: z.string(),
  /** Whether the label may begin a remark and name nobody. */
  isDoubtful: z.boolean(),
})
export type PreviewSpeaker = z.output<typeof PreviewSpeaker>

/** What is in a file, before anything is kept. */
export const Preview = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('read'),
    kind: z.string(),
    title: z.string(),
    words: z.int(),
    utterances: z.int(),
    /** All of them, or the first fifty of answers. */
    speakers: z.array(PreviewSpeaker),
    speakerCount: z.int(),
    /** Of those who answered, how many are participants of the study already by an earlier answer, where nothing else is decided. */
    again: z.int(),
    /** Earlier answers of the study whose people go by the same numbers, and how many meet: the same people, or others? */
    met: z.array(z.object({ interviewId: InterviewId, title: z.string(), people: z.int() })),
    /** What is taken where nothing is decided: those of one of `met`, or (null) others. */
    same: InterviewId.nullable(),
    dropped: z.array(Dropped),
    language: z.object({ guess: z.string().nullable(), reliable: z.boolean() }),
    /** The day it took place (`2026-03-05`), where the file's name or head tells it. */
    date: z.object({ date: z.string(), from: z.enum(['name', 'text']) }).nullable(),
    /** The member who asks in it by name, where there is exactly one. */
    interviewerId: MemberId.nullable(),
    /** The interview that came from this very file, where there is one. */
    known: InterviewId.nullable(),
  }),
  z.object({
    state: z.literal('table'),
    name: z.string(),
    columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()) })),
    guess: AnswerColumns,
  }),
  z.object({ state: z.literal('refused'), problem: z.object({ id: z.string(), message: z.string() }) }),
])
export type Preview = z.output<typeof Preview>

/** Who a participant is: one of the study, a person by id or identifier, or nobody in the data yet. */
export const Who = z.union([
  z.literal('somebody new'),
  z.object({ participantId: ParticipantId }),
  z.object({ personId: PersonId }),
  z.object({
    identifier: z.object({
      kind: z.string().trim().min(1).max(100),
      value: z.string().trim().min(1).max(1000),
    }),
  }),
])
export type Who = z.output<typeof Who>

export const SpeakerAssigned = z.object({
  /** As the preview names them. */
  name: z.string().nullable(),
  /** `text`: nobody is called so; the label and what follows it are words of the turn they stand in. */
  role: z.enum([...speakerRoles, 'text']),
  who: Who.default('somebody new'),
  agreements: z.array(AgreementGiven).max(3).default([]),
})

/** Who asked: a member, or somebody else by name. */
export const Interviewer = z.union([
  z.object({ memberId: MemberId }),
  z.object({ name: z.string().trim().min(1).max(200) }),
])
export type Interviewer = z.output<typeof Interviewer>

/** Whether respondents with the numbers of earlier ones are the same people, as those of a file of the study, or others. */
export const SameRespondents = z.union([z.literal('others'), z.object({ as: InterviewId })])
export type SameRespondents = z.output<typeof SameRespondents>

export const InterviewBrought = z.object({
  material: Material,
  answers: AnswerColumns.optional(),
  /** Without it what is likely: the same in one file and by marks that meet by no chance, others by plain running numbers. */
  respondents: SameRespondents.optional(),
  /** Without one it is called by number: a file's name often says who speaks, and everybody sees the title. */
  title: z.string().trim().min(1).max(500).optional(),
  /** What comes before the number, in the language of who brings it in; without it `Interview`. */
  called: z.string().trim().min(1).max(50).optional(),
  /** Without it the day the file tells, else now. */
  happenedAt: z.iso.datetime({ offset: true }).optional(),
  /** Without it the one it is sure to be in; `language-unclear` where none is. */
  language: StudyLanguage.optional(),
  interviewer: Interviewer.optional(),
  /** Speakers left out take the guessed role; of answers every respondent is a participant. */
  speakers: z.array(SpeakerAssigned).max(1000).default([]),
  /** What everybody in it agreed to who is not named above: the word of whoever asked for the answers. */
  agreements: z.array(AgreementGiven).max(3).default([]),
})
export type InterviewBrought = z.output<typeof InterviewBrought>

export const InterviewListed = z.object({
  interviewId: InterviewId,
  studyId: StudyId,
  title: z.string(),
  kind: z.string(),
  language: z.string(),
  happenedAt: z.string(),
  broughtAt: z.string(),
  words: z.int(),
  participants: z.int(),
  /** Participants whose words may not be analysed now. */
  withheld: z.int(),
  /** Pseudonyms of the first three. */
  who: z.array(z.string()),
  /** Who asked, where it is written down. */
  interviewer: z.string().nullable(),
})
export type InterviewListed = z.output<typeof InterviewListed>
