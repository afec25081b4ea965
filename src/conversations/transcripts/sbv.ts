import { readTime } from './clock-time.ts'
import type { SaidCue } from './cue-times.ts'

const times = /^\s*(\d{1,3}:\d{2}:\d{2}[.,]\d{1,3}),(\d{1,3}:\d{2}:\d{2}[.,]\d{1,3})\s*$/u

/** Whether a text begins as subtitles of YouTube and Google Meet do: `0:00:01.000,0:00:04.000`. */
export function isSbv(text: string): boolean {
  return times.test(text.trimStart().split(/[\r\n]/u, 1)[0] ?? '')
}

/**
 * Reads SubViewer as YouTube and Google Meet write it: two times between a comma, the words below them up to an empty line.
 * A name in brackets on a line of its own, as Meet has it, stands before the words as "Name: ".
 */
export function readSbv(text: string): SaidCue[] {
  const cues: { startMs: number; endMs: number; lines: string[] }[] = []
  for (const line of text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)) {
    const found = times.exec(line)
    const startMs = readTime(found?.[1] ?? '')
    const endMs = readTime(found?.[2] ?? '')
    if (startMs !== undefined && endMs !== undefined) cues.push({ startMs, endMs, lines: [] })
    else if (line.trim() !== '') cues.at(-1)?.lines.push(line.trim())
  }
  return cues.map(({ startMs, endMs, lines }) => ({ startMs, endMs, text: textOf(lines) }))
}

function textOf([first = '', ...others]: readonly string[]): string {
  const name = others.length > 0 ? /^\(([^()]{1,60})\)$/u.exec(first)?.[1] : undefined
  return name === undefined ? [first, ...others].join('\n') : `${name}: ${others.join('\n')}`
}
