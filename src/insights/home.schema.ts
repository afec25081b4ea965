import { z } from 'zod'
import { importStates } from '../collect/index.ts'
import { InterviewId, SegmentId, StudyId } from '../workspace/index.ts'

/** What to do next. */
export const nextSteps = [
  'bring people',
  'finish an import',
  'find segments',
  'plan a study',
  'write notes',
  'talk',
  'code',
  'hide names',
  'read a portrait',
] as const

/** A step, with what it is about where it is about one thing. */
export const NextStep = z.object({
  step: z.enum(nextSteps),
  id: z.string().nullable(),
  name: z.string().nullable(),
})
export type NextStep = z.output<typeof NextStep>

const HomeSegment = z.object({
  segmentId: SegmentId,
  name: z.string(),
  /** Null: fewer than the minimum. At least so many where not exact. */
  people: z.int().nullable(),
  isExact: z.boolean(),
  /** Share of the set’s audience. */
  share: z.number().nullable(),
  /** People of it who were talked with, and the last time; null: nobody. */
  heard: z.int(),
  lastHeard: z.string().nullable(),
})
export type HomeSegment = z.output<typeof HomeSegment>

/** The workspace at a glance: what do we know, about whom, how sure, may we. */
export const Home = z.object({
  isEmpty: z.boolean(),
  asOf: z.string(),
  people: z.int(),
  /** How many may be used for what, by purpose. */
  mayBe: z.array(z.object({ purpose: z.string(), may: z.int() })),
  minimum: z.int(),
  /** The newest sets of segments, and how many more there are. */
  sets: z.array(
    z.object({
      setId: z.string(),
      name: z.string(),
      asOf: z.string(),
      /** Newer figures are being worked out: ask again in a moment. */
      isRenewing: z.boolean(),
      segments: z.array(HomeSegment),
    }),
  ),
  moreSets: z.int(),
  studies: z.array(
    z.object({
      studyId: StudyId,
      title: z.string(),
      heard: z.int(),
      target: z.int(),
      interviews: z.int(),
      /** Conversations promised for this week and held in it; null: no plan runs. */
      thisWeek: z.object({ promised: z.int(), held: z.int() }).nullable(),
    }),
  ),
  interviews: z.array(
    z.object({
      interviewId: InterviewId,
      /** Pseudonyms of up to three participants. A title may name them, so it is not told here. */
      who: z.array(z.string()),
      words: z.int(),
      /** Coded passages that may be analysed. */
      passages: z.int(),
      happenedAt: z.string(),
    }),
  ),
  /** Null to somebody who may not see imports. */
  imports: z
    .array(
      z.object({
        importId: z.string(),
        fileName: z.string(),
        state: z.enum(importStates),
        imported: z.int(),
        /** Rejected lines not yet mended. */
        open: z.int(),
        at: z.string(),
      }),
    )
    .nullable(),
  /** The newest event of anybody; null: none. */
  newestEvent: z.string().nullable(),
  events: z.int(),
  /** The nearest first, at most three. */
  next: z.array(NextStep),
})
export type Home = z.output<typeof Home>
