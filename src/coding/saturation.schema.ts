import { z } from 'zod'
import { InterviewId, SegmentId, StudyId } from '../workspace/index.ts'

/** How it is measured: conversations in the base and in a run, and how many of a hundred codes of the base a run may bring anew. */
export const SaturationAsked = z.object({
  base: z.enum(['4', '5', '6']).default('4'),
  run: z.enum(['2', '3']).default('2'),
  most: z.enum(['5', '0']).default('5'),
})
export type SaturationAsked = z.output<typeof SaturationAsked>

/** What is heard, conversation by conversation in the order they were held. */
export const Hearing = z.object({
  /** Conversations in which something is coded. */
  conversations: z.int(),
  /** Codes of the first conversations: what every share is of. Null while there are too few. */
  baseCodes: z.int().nullable(),
  heard: z.array(
    z.object({
      interviewId: InterviewId,
      title: z.string(),
      when: z.string(),
      codes: z.int(),
      /** Codes heard here for the first time, and all heard so far. */
      news: z.int(),
      total: z.int(),
    }),
  ),
  /** Codes first heard in each run, after so many conversations. */
  runs: z.array(z.object({ after: z.int(), news: z.int() })),
  /** The "6" of "6+2" in the order they were held, and the median over shuffled orders; null: not reached. */
  reached: z.int().nullable(),
  median: z.int().nullable(),
  /** `agree`: both are reached, and the last run brought no more than what is asked. */
  state: z.enum(['too few', 'hearing new', 'agree']),
})
export type Hearing = z.output<typeof Hearing>

export const StudySaturation = z.object({
  studyId: StudyId,
  title: z.string(),
  target: z.int(),
  /** Conversations brought in, coded or not. */
  held: z.int(),
  /** Coded conversations left out because nobody in them permits it any more. */
  withdrawn: z.int(),
  base: z.int(),
  run: z.int(),
  /** The share of codes of the base that a run may bring anew, 0 to 1. */
  threshold: z.number(),
  orders: z.int(),
  all: Hearing,
  segments: z.array(z.object({ segmentId: SegmentId, name: z.string(), set: z.string(), hearing: Hearing })),
  words: z.array(
    z.object({ why: z.string(), conversations: z.int(), by: z.string().nullable(), at: z.string() }),
  ),
})
export type StudySaturation = z.output<typeof StudySaturation>
