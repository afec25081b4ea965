import { readLooseTimes, type SaidCue } from './cue-times.ts'
import { newDroppedList, type DroppedList } from './transcript.ts'
import type { Cue } from './webvtt.ts'

/** What a SubRip file holds: cues, and all that is said, also where times are broken; no cue at all means that it is none. */
export type SubRip = { cues: Cue[]; said: SaidCue[]; dropped: DroppedList }

const shortArrow = /^\s*\d{1,3}:\d{1,2}:\d{1,2}[.,\d]*\s*->/u

/**
 * Reads SubRip as it is found: numbers missing or wrong, commas or dots in times, no hours, empty lines inside a cue, no
 * empty line between cues, words above the first. Of a cue whose times are broken the words are kept, and that is said.
 */
export function readSubRip(text: string): SubRip {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)
  const dropped = newDroppedList()
  const cues: Cue[] = []
  const said: SaidCue[] = []
  let open: { id: string; lines: string[]; times?: { startMs: number; endMs: number } } = {
    id: '',
    lines: [],
  }
  const close = (): void => {
    const words = open.lines.join('\n').trim()
    if (open.times) cues.push({ id: open.id, ...open.times, text: words })
    if (open.times || words !== '') said.push({ ...open.times, text: words })
  }
  let id = ''
  for (const [at, line] of lines.entries()) {
    if (isTiming(line)) {
      close()
      const times = readLooseTimes(line)
      if (!times) dropped.drop('broken-cues', `${line} ${lines[at + 1] ?? ''}`)
      open = { id, lines: [], ...(times ? { times } : {}) }
      id = ''
    } else if (/^\s*\d{1,6}\s*$/u.test(line) && isTiming(lines[at + 1] ?? '')) id = line.trim()
    else open.lines.push(line)
  }
  close()
  return { cues, said, dropped }
}

function isTiming(line: string): boolean {
  return (line.includes('-->') && /\d/u.test(line)) || shortArrow.test(line)
}
