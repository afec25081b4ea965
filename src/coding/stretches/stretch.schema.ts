import { z } from 'zod'
import { CodeId, InterviewId, RecordingId, StretchId } from '../../workspace/ids.ts'

// Safe in the browser.

const Moment = z.int().min(0).max(2_000_000_000)

/** From a moment of a recording to a later one, in milliseconds. */
export const Moments = z.object({ startMs: Moment, endMs: Moment })
export type Moments = z.output<typeof Moments>

/** A marked stretch of a recording with its codes. */
export const Stretch = z.object({
  stretchId: StretchId,
  startMs: z.int(),
  endMs: z.int(),
  codeIds: z.array(CodeId),
})
export type Stretch = z.output<typeof Stretch>

/** A coded stretch that may be heard beside quotes. */
export const CodedStretch = Stretch.omit({ codeIds: true }).extend({
  recordingId: RecordingId,
  interviewId: InterviewId.nullable(),
  /** Pseudonyms of those heard in the recording. */
  who: z.array(z.string()),
  when: z.string(),
})
export type CodedStretch = z.output<typeof CodedStretch>
