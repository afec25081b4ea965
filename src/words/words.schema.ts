import { z } from 'zod'
import { CodeId, InterviewId, SegmentId, StudyId, UtteranceId } from '../workspace/ids.ts'

// Safe in the browser.

const Language = z.enum(['en', 'da', 'sv', 'nl', 'de'])

/** Why a term is confirmed, or only indicative. */
export const verdictReasons = ['confirmed', 'few speakers', 'few users', 'chance', 'uneven'] as const
export const VerdictReason = z.enum(verdictReasons)
export type VerdictReason = z.output<typeof VerdictReason>

export const WordTerm = z.object({
  stem: z.string(),
  /** The commonest form behind the stem. */
  word: z.string(),
  speakers: z.int(),
  others: z.int(),
  occurrences: z.int(),
  logRatio: z.number(),
  /** The limit of the log ratio's interval that lies nearest zero; 0: may be chance. */
  near: z.number(),
  /** DPnorm: 0 spread evenly, 1 all from one mouth; null with one speaker. */
  dispersion: z.number().nullable(),
  verdict: z.enum(['confirmed', 'indicative']),
  why: VerdictReason,
  isFunctionWord: z.boolean(),
  /** Log ratio against the general word list, where an owner has put one there. */
  listRatio: z.number().nullable(),
})
export type WordTerm = z.output<typeof WordTerm>

/** Whose words: a saved segment's, the passages of a code, or the participants of a study. Exactly one. */
export const WordsAsked = z
  .object({
    segmentId: SegmentId.optional(),
    codeId: CodeId.optional(),
    studyId: StudyId.optional(),
    language: Language.optional(),
  })
  .refine(({ segmentId, codeId, studyId }) => [segmentId, codeId, studyId].filter(Boolean).length === 1, {
    path: ['segmentId'],
    message: 'name one segment, one code or one study',
  })
export type WordsAsked = z.output<typeof WordsAsked>

export const Words = z.object({
  /** `nothing said`: none of them has said a word that may be analysed; `nobody else`: there is nobody to compare with. */
  state: z.enum(['compared', 'nothing said', 'nobody else']),
  language: Language,
  /** Languages in which they have said something, most speakers first. */
  languages: z.array(z.object({ language: Language, speakers: z.int() })),
  terms: z.array(WordTerm),
  speakers: z.int(),
  others: z.int(),
  /** Words the speakers in focus said. */
  words: z.int(),
  tested: z.int(),
  /** Speakers in focus who count no longer because analysing what they said is not permitted. */
  withheld: z.int(),
  /** Whether a general word list of the installation is compared with as well. */
  list: z.boolean(),
})
export type Words = z.output<typeof Words>

/** An utterance, or the part of it around the word, with the word's places in codepoints of `text`. */
export const WordQuote = z.object({
  interviewId: InterviewId,
  utteranceId: UtteranceId,
  text: z.string(),
  marks: z.array(z.object({ start: z.int(), end: z.int() })),
  /** A pseudonym; a name where they asked to be quoted with it and the study credits names. */
  who: z.string(),
  when: z.string(),
})
export type WordQuote = z.output<typeof WordQuote>

export const WordQuotes = z.object({
  items: z.array(WordQuote),
  next: z.string().nullable(),
  total: z.int(),
  /** Places left out because quoting the person is not permitted. */
  withheld: z.int(),
})
export type WordQuotes = z.output<typeof WordQuotes>

/** What can be looked at. `within`: the set a segment belongs to. */
export const WordsChoices = z.object({
  segments: z.array(z.object({ id: SegmentId, name: z.string(), within: z.string() })),
  codes: z.array(z.object({ id: CodeId, name: z.string() })),
  studies: z.array(z.object({ id: StudyId, name: z.string() })),
})
export type WordsChoices = z.output<typeof WordsChoices>
