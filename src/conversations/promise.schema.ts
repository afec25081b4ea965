import { z } from 'zod'
import { MemberId } from '../workspace/ids.ts'
import { Quota } from './study.schema.ts'

// Safe in the browser.

/** What a study promised against what happened. Conversations are counted, people where it says so. */
export const StudyPromise = z.object({
  /** People to hear, and people heard. */
  target: z.int(),
  heard: z.int(),
  /** Conversations promised a week; of a survey, people who answer. */
  perWeek: z.int(),
  /** The week that runs now, from 1; 0 before the beginning, more than there are weeks when it is over; null: no beginning is said. */
  week: z.int().nullable(),
  weeks: z.array(
    z.object({
      week: z.int(),
      /** Its first day, such as `2026-03-02`. */
      from: z.string(),
      promised: z.int(),
      held: z.int(),
      state: z.enum(['past', 'now', 'to come']),
    }),
  ),
  members: z.array(
    z.object({
      memberId: MemberId,
      /** Null: is no member any more. */
      name: z.string().nullable(),
      perWeek: z.int(),
      /** Up to and with the week that runs now. */
      promised: z.int(),
      held: z.int(),
    }),
  ),
  /** `segment` is the name; null where the segment is gone or none was asked for. `heard` counts people. */
  quotas: z.array(Quota.extend({ segment: z.string().nullable(), heard: z.int() })),
})
export type StudyPromise = z.output<typeof StudyPromise>
