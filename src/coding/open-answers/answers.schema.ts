import { z } from 'zod'
import { CodeId, InterviewId, SegmentId, StudyId, UtteranceId } from '../../workspace/ids.ts'
import { CodePlace, CodeWords } from '../coding.schema.ts'

// Safe in the browser.

export const answerLengths = ['short', 'medium', 'long'] as const
/** Up to five words, up to thirty, more. */
export const AnswerLength = z.enum(answerLengths)

/** Which answers of a source are wanted; what is not given is not asked. */
export const AnswersAsked = z.object({
  coding: z.enum(['coded', 'uncoded']).optional(),
  codeId: CodeId.optional(),
  /** Not coded yet, and this code is the first suggested for them; the surest first. */
  suggested: CodeId.optional(),
  q: z.string().trim().max(500).optional(),
  length: AnswerLength.optional(),
  segmentId: SegmentId.optional(),
  /** Only of people of whom this is known: a trait and the key of one of its rows, as the views of the study tell them. */
  trait: z.string().min(1).max(200).optional(),
  value: z.string().max(500).optional(),
  language: z.string().max(20).optional(),
  /** As in the file, or with answers that say nearly the same beside each other, the largest group first. */
  order: z.enum(['file', 'alike']).default('file'),
})
export type AnswersAsked = z.output<typeof AnswersAsked>

/** The answers of a source that may be analysed now and fit what is asked, in order. */
export const AnswerList = z.object({
  interviewId: InterviewId,
  studyId: StudyId,
  title: z.string(),
  language: z.string(),
  /** Of the whole source: answers that may be read now, those without a code, and answers withheld. */
  answers: z.int(),
  uncoded: z.int(),
  withheld: z.int(),
  /** Those that answers are written in. One too short to tell counts as of the source's language. */
  languages: z.array(z.string()),
  /** What is known of those who answered and may tell them apart, best known first. */
  traits: z.array(z.string()),
  ids: z.array(UtteranceId),
  /** In the order `alike`: how many answers that say nearly the same begin at each place; nothing within a group. */
  groups: z.array(z.int()),
  history: z.object({ undo: z.boolean(), redo: z.boolean() }),
})
export type AnswerList = z.output<typeof AnswerList>

export const Answer = z.object({
  utteranceId: UtteranceId,
  /** Its place in the source, the first is 1. */
  number: z.int(),
  /** A pseudonym. */
  who: z.string(),
  text: z.string(),
  codeIds: z.array(CodeId),
})
export type Answer = z.output<typeof Answer>

const Stretch = z.object({ start: z.int(), end: z.int() })

/** A code that coded answers like this one bear, and up to three of these with the words they share, in codepoints. */
export const Suggestion = z.object({
  codeId: CodeId,
  /** 0 to 1: how much of the likeness of the most alike coded answers bears the code. */
  share: z.number(),
  because: z.array(
    z.object({ utteranceId: UtteranceId, who: z.string(), text: z.string(), marks: z.array(Stretch) }),
  ),
})
export type Suggestion = z.output<typeof Suggestion>

/** How many answers without a code a code is the first suggestion for. */
export const SuggestedCount = z.object({ codeId: CodeId, answers: z.int() })
export type SuggestedCount = z.output<typeof SuggestedCount>

/** At once so many answers can be coded. */
export const mostAtOnce = 20_000

export const AnswersCoded = z.object({
  do: z.enum(['give', 'take']),
  utteranceIds: z.array(UtteranceId).min(1).max(mostAtOnce),
  codeIds: z.array(CodeId).max(50).default([]),
  newCode: CodeWords.extend({ origin: CodePlace.shape.origin }).optional(),
})

/** Codings that were given or taken; `same`: there was nothing to change; `withheld`: answers that may not be read now. */
export const AnswersChanged = z.object({
  changed: z.int(),
  same: z.int(),
  withheld: z.int(),
  codeIds: z.array(CodeId),
})
export type AnswersChanged = z.output<typeof AnswersChanged>
