import { z } from 'zod'
import { InterviewId, MemberId, ParticipantId, PersonId, SittingId, StudyId } from '../../workspace/ids.ts'
import { StudyLanguage } from '../guide/guide.schema.ts'
import { studyKinds } from '../study-kinds.ts'

// Safe in the browser.

export const sittingStates = ['planned', 'held', 'missed', 'cancelled'] as const
export type SittingState = (typeof sittingStates)[number]

export const companionParts = ['note-taker', 'observer'] as const
export type CompanionPart = (typeof companionParts)[number]

/** Who asks here: what they may see and do in this sitting. `outside`: they neither meet the participant nor lead the study. */
export const ownParts = ['interviewer', ...companionParts, 'lead', 'outside'] as const
export type OwnPart = (typeof ownParts)[number]

/** Length of a sitting in minutes. */
const Minutes = z.int().min(5).max(600)

/** Who is to be asked, and what they wish to be called. */
export const SittingPerson = z.object({
  participantId: ParticipantId,
  called: z.string().trim().max(200).default(''),
})

/** What a member writes to plan a sitting. */
export const SittingDraft = z.object({
  /** Nobody yet: a group that those who are invited choose themselves. */
  people: z.array(SittingPerson).max(50),
  interviewerId: MemberId.nullable(),
  startsAt: z.iso.datetime({ offset: true }),
  minutes: Minutes.default(60),
  language: StudyLanguage,
})
export type SittingDraft = z.output<typeof SittingDraft>

/** What can be changed of a planned sitting; what is left out stays. */
export const SittingMove = z.object({
  version: z.int(),
  startsAt: z.iso.datetime({ offset: true }).optional(),
  minutes: Minutes.optional(),
  interviewerId: MemberId.nullable().optional(),
  language: StudyLanguage.optional(),
})
export type SittingMove = z.output<typeof SittingMove>

export const Companion = z.object({
  memberId: MemberId,
  name: z.string(),
  part: z.enum(companionParts),
  /** The interviewer has said that the participant knows of them. */
  isTold: z.boolean(),
})

export const Sitting = z.object({
  sittingId: SittingId,
  studyId: StudyId,
  study: z.string(),
  kind: z.enum(studyKinds),
  state: z.enum(sittingStates),
  version: z.int(),
  startsAt: z.string(),
  minutes: z.int(),
  language: StudyLanguage,
  interviewer: z.object({ memberId: MemberId, name: z.string() }).nullable(),
  companions: z.array(Companion),
  /** Who led it before it was taken over, and when; null: it was not, or who did is no member any more. */
  handover: z.object({ from: z.string(), at: z.string() }).nullable(),
  people: z.array(
    z.object({
      /** "Participant 3". */
      number: z.int(),
      /** For those who meet them and who leads the study; null for everybody else. */
      known: z
        .object({
          participantId: ParticipantId,
          personId: PersonId,
          pseudonym: z.string(),
          called: z.string(),
          /** They took everything back: nobody is to meet them now. */
          tookAllBack: z.boolean(),
        })
        .nullable(),
    }),
  ),
  /** When it began and ended by the interviewer's clock; null: not yet. */
  beganAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  interviewId: InterviewId.nullable(),
  offsetMs: z.int(),
  /** Who asks for this answer. */
  mine: z.enum(ownParts),
  /** What is due of it: nothing, its notes, its notes since more than a day, or a word on what became of it. */
  due: z.enum(['nothing', 'notes', 'late notes', 'outcome']),
})
export type Sitting = z.output<typeof Sitting>
