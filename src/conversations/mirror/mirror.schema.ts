import { z } from 'zod'
import { InterviewId, StudyId, UtteranceId } from '../../workspace/ids.ts'

// Safe in the browser.

/** A question that leads or has another mark, with its place. */
const MarkedQuestion = z.object({
  utteranceId: UtteranceId,
  text: z.string(),
  fault: z.string(),
  why: z.string(),
})

/** Figures that hang on times; null where the transcript has none that can carry them, with the reason. */
const Timing = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('measured'),
    /** Turns of the interviewer that follow a participant's and could be measured. */
    turns: z.int(),
    interruptions: z.array(z.object({ utteranceId: UtteranceId, overlapMs: z.int() })),
    /** Silences of a second or longer behind an answer, and how many of them the interviewer ended before three seconds. */
    silences: z.int(),
    filled: z.array(z.object({ utteranceId: UtteranceId, silenceMs: z.int() })),
    longestSilenceMs: z.int(),
  }),
  z.object({ state: z.literal('not measured'), why: z.enum(['no times', 'whole seconds', 'no gaps']) }),
])

export const MirrorFigures = z.object({
  /** Share of the words that the interviewer said, 0 to 1; null: nobody said anything. */
  talkShare: z.number().nullable(),
  words: z.object({ interviewer: z.int(), participants: z.int() }),
  questions: z.int(),
  open: z.int(),
  closed: z.int(),
  whys: z.int(),
  /** Questions marked leading, double-barrelled or hypothetical, with their places. */
  marked: z.array(MarkedQuestion),
  /** Words of the longest answer, and where it begins. */
  longestAnswer: z.object({ utteranceId: UtteranceId, words: z.int() }).nullable(),
  timing: Timing,
})
export type MirrorFigures = z.output<typeof MirrorFigures>
export type Timing = MirrorFigures['timing']

export const Mirror = MirrorFigures.extend({
  interviewId: InterviewId,
  studyId: StudyId,
  title: z.string(),
  happenedAt: z.string(),
  interviewer: z.string(),
  isMine: z.boolean(),
  isShared: z.boolean(),
  /** Some of what was said may not be read now, so the figures are of the rest. */
  isPartial: z.boolean(),
})
export type Mirror = z.output<typeof Mirror>

/** One's own conversations, the newest first: how the figures move. */
export const MirrorTrend = z.object({
  items: z.array(
    Mirror.pick({
      interviewId: true,
      title: true,
      happenedAt: true,
      talkShare: true,
      questions: true,
      open: true,
      closed: true,
      whys: true,
      isShared: true,
      isPartial: true,
    }).extend({
      leading: z.int(),
      longestAnswer: z.int(),
      /** Null where times are missing. */
      interruptions: z.int().nullable(),
      filled: z.int().nullable(),
    }),
  ),
  /** Conversations older than those shown. */
  more: z.int(),
})
export type MirrorTrend = z.output<typeof MirrorTrend>
