import { readLooseTimes, type SaidCue } from './cue-times.ts'
import { readTime } from './clock-time.ts'
import { newDroppedList, type DroppedList } from './transcript.ts'

/** A cue of a subtitle file: times in milliseconds, text with its tags. */
export type Cue = { id: string; startMs: number; endMs: number; text: string }

/** What a WebVTT file holds, or that it is none. */
export type WebVtt =
  | {
      state: 'read'
      /** What the standard takes for cues. */
      cues: Cue[]
      /** All that is said: cues, and in their place the words of those the standard throws away. */
      said: SaidCue[]
      dropped: DroppedList
    }
  | { state: 'no-header' }

const headerLine = /^WEBVTT(?:[ \t].*)?$/u
const vttTimes = /^(\d+:\d{2}(?::\d{2})?[.,]\d{3})\s*-->\s*(\d+:\d{2}(?::\d{2})?[.,]\d{3})(?:\s.*)?$/u

/**
 * Reads WebVTT (W3C, https://www.w3.org/TR/webvtt1/#file-parsing): cues with identifiers, settings ignored, NOTE, STYLE
 * and REGION left out and said. A missing header is `no-header`. Where a cue's times are broken its words are kept in
 * `said` without them, and that is said; an empty line inside a cue does not end it there.
 */
export function readWebVtt(text: string): WebVtt {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)
  if (!headerLine.test(lines[0] ?? '')) return { state: 'no-header' }
  const dropped = newDroppedList()
  let at = 1
  // The header may go on (Kind, Language) until an empty line; a cue straight after it counts.
  while (at < lines.length && lines[at] !== '' && !lines[at]?.includes('-->')) at++
  const reading: Reading = { lines, cues: [], said: [], dropped }
  while (at < lines.length) {
    if (lines[at]?.trim() === '') at++
    else at = readBlock(reading, at)
  }
  return { state: 'read', cues: reading.cues, said: reading.said, dropped }
}

type Reading = { lines: readonly string[]; cues: Cue[]; said: SaidCue[]; dropped: DroppedList }

/** Reads one block and returns the line after it. */
function readBlock(reading: Reading, at: number): number {
  const { lines, cues, said, dropped } = reading
  const first = lines[at] ?? ''
  const notes = /^NOTE(?:$|[ \t])/u.test(first)
    ? 'comments'
    : /^STYLE\s*$/u.test(first)
      ? 'styles'
      : /^REGION\s*$/u.test(first)
        ? 'regions'
        : undefined
  if (notes && !first.includes('-->') && !lines[at + 1]?.includes('-->')) {
    const end = blockEnd(lines, at)
    dropped.drop(notes, lines.slice(at, end).join(' '))
    return end
  }
  const hasId = !first.includes('-->')
  const timing = hasId ? (lines[at + 1] ?? '') : first
  const times = cueTimes(timing)
  if (!times) {
    const end = blockEnd(lines, at)
    keepWords(reading, lines.slice(at, end))
    return end
  }
  const start = at + (hasId ? 2 : 1)
  const end = textEnd(lines, start)
  const cue = { id: hasId ? first : '', ...times, text: lines.slice(start, end).join('\n') }
  cues.push(cue)
  said.push({ startMs: cue.startMs, endMs: cue.endMs, text: cue.text })
  return end
}

/** The words of a block that is no cue by the standard: one with other times, or what follows an empty line in a cue. */
function keepWords({ said, dropped }: Reading, block: readonly string[]): void {
  const arrow = block.findIndex((line) => /\d.*->|->.*\d/u.test(line))
  const words = block.slice(arrow + 1).join('\n')
  const times = readLooseTimes(block[arrow] ?? '')
  if (times) {
    said.push({ ...times, text: words })
    return
  }
  const isTimes = arrow >= 0 || /^[\d:.,\s>-]+$/u.test(words)
  if (isTimes) dropped.drop('broken-cues', block.join(' '))
  const last = said.at(-1)
  if (arrow < 0 && last && !isTimes) last.text += `\n${words}`
  else if (arrow >= 0 || !isTimes) said.push({ text: words })
}

function cueTimes(line: string): { startMs: number; endMs: number } | undefined {
  const found = vttTimes.exec(line.trim())
  const startMs = vttTime(found?.[1] ?? '')
  const endMs = vttTime(found?.[2] ?? '')
  return startMs === undefined || endMs === undefined ? undefined : { startMs, endMs }
}

/** "120:10.000" cannot be minutes: it is read as 120 hours and 10 minutes, as browsers do. */
function vttTime(text: string): number | undefined {
  const short = /^(\d+):(\d{2})([.,]\d{3})$/u.exec(text)
  if (short && Number(short[1]) > 59) return readTime(`${short[1]}:${short[2]}:00${short[3]}`)
  return readTime(text)
}

function blockEnd(lines: readonly string[], at: number): number {
  let end = at + 1
  while (end < lines.length && lines[end] !== '') end++
  return end
}

/** A cue ends at an empty line, or where the next cue begins without one. */
function textEnd(lines: readonly string[], start: number): number {
  let end = start
  while (end < lines.length && lines[end] !== '' && !lines[end]?.includes('-->')) end++
  if (!lines[end]?.includes('-->') || end === start) return end
  // The line before the next cue's times is its identifier when it is a mere number.
  return end - 1 > start && /^\d+$/u.test(lines[end - 1] ?? '') ? end - 1 : end
}
