import { readTime } from './clock-time.ts'
import { newDroppedList, type DroppedList } from './transcript.ts'
import type { Cue } from './webvtt.ts'

/** What a SubRip file holds; no cue at all means that it is none. */
export type SubRip = { cues: Cue[]; dropped: DroppedList }

const times =
  /^\s*(\d{1,3}:\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)\s*-{1,2}>\s*(\d{1,3}:\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)(?:\s.*)?$/u

/**
 * Reads SubRip as it is found: numbers missing or wrong, commas or dots in times, empty lines inside a cue, no empty
 * line between cues. A cue whose times are broken is left out and said.
 */
export function readSubRip(text: string): SubRip {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)
  const dropped = newDroppedList()
  const cues: Cue[] = []
  let open: { id: string; startMs: number; endMs: number; lines: string[] } | undefined
  const close = (): void => {
    if (open)
      cues.push({ id: open.id, startMs: open.startMs, endMs: open.endMs, text: open.lines.join('\n').trim() })
    open = undefined
  }
  let id = ''
  for (const [at, line] of lines.entries()) {
    if (line.includes('->') && /\d/u.test(line)) {
      const found = times.exec(line)
      if (found || line.includes('-->')) close()
      const startMs = readTime(found?.[1] ?? '')
      const endMs = readTime(found?.[2] ?? '')
      if (startMs !== undefined && endMs !== undefined) open = { id, startMs, endMs, lines: [] }
      else if (line.includes('-->')) dropped.drop('broken-cues', `${line} ${lines[at + 1] ?? ''}`)
      else open?.lines.push(line)
      id = ''
    } else if (/^\s*\d{1,6}\s*$/u.test(line) && times.test(lines[at + 1] ?? '')) id = line.trim()
    else open?.lines.push(line)
  }
  close()
  return { cues, dropped }
}
