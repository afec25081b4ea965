import { readTime, timePattern } from './clock-time.ts'

/** Words of a subtitle file with its tags, and when they were said where that can be read. */
export type SaidCue = { text: string; startMs?: number; endMs?: number }

const loose = new RegExp(String.raw`^\s*(${timePattern})\s*-{1,2}>\s*(${timePattern})(?:\s.*)?$`, 'u')

/** Times of a cue in any of the ways programs write them: `0:01 --> 0:04`, `00:00:01.0000000 -> 00:00:04,5`. */
export function readLooseTimes(line: string): { startMs: number; endMs: number } | undefined {
  const found = loose.exec(line)
  const startMs = readTime(found?.[1] ?? '')
  const endMs = readTime(found?.[2] ?? '')
  return startMs === undefined || endMs === undefined ? undefined : { startMs, endMs }
}
