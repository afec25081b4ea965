import { z } from 'zod'
import { SegmentId, SourceId, StudyId } from '../workspace/index.ts'

/** What to do next, the nearest first. */
export const nextSteps = [
  'bring people',
  'find segments',
  'plan a study',
  'talk',
  'code',
  'read a portrait',
] as const
export const NextStep = z.enum(nextSteps)
export type NextStep = z.output<typeof NextStep>

/** The workspace at a glance: what do we know, about whom, how sure, may we. */
export const Home = z.object({
  isEmpty: z.boolean(),
  asOf: z.string(),
  people: z.int(),
  /** How many may be used for what, by purpose. */
  mayBe: z.array(z.object({ purpose: z.string(), may: z.int() })),
  minimum: z.int(),
  segments: z.array(
    z.object({
      segmentId: SegmentId,
      name: z.string(),
      setName: z.string(),
      /** Null: fewer than the minimum. */
      people: z.int().nullable(),
      /** Share of the set’s audience. */
      share: z.number().nullable(),
      /** People of it who were talked with, and the last time; null: nobody. */
      heard: z.int(),
      lastHeard: z.string().nullable(),
    }),
  ),
  studies: z.array(
    z.object({ studyId: StudyId, title: z.string(), heard: z.int(), target: z.int(), interviews: z.int() }),
  ),
  sources: z.array(z.object({ sourceId: SourceId, name: z.string(), kind: z.string(), newest: z.string() })),
  /** The newest event of anybody; null: none. */
  newestEvent: z.string().nullable(),
  events: z.int(),
  next: NextStep,
})
export type Home = z.output<typeof Home>
