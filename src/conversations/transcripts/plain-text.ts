import { tellApart } from './apart-labels.ts'
import { cutAtLabels } from './inline-labels.ts'
import { withoutMarks } from './line-marks.ts'
import { labelOfLine, type LineLabel } from './line-label.ts'
import { labelStrength } from './speaker-words.ts'
import { chooseSpeakers, nameSpeakers, type Candidate } from './speaker-choice.ts'
import {
  newDroppedList,
  tallySpeakers,
  type Dropped,
  type DroppedList,
  type Speaker,
  type Utterance,
} from './transcript.ts'
import { mergeTurns } from './turns.ts'

/** What plain text holds. */
export type TextTurns = { speakers: Speaker[]; utterances: Utterance[]; dropped: Dropped[] }

/**
 * Reads plain text into turns. Knows "Name: text", "Name (00:01:02): text", "[00:01:02] Name: text", names with a
 * time on a line of their own (Zoom, Teams, Otter), names in capitals on a line of their own, Q and A, [id1].
 * Text without speakers becomes paragraphs by nobody named.
 */
export function readPlainText(raw: string): TextTurns {
  const dropped = newDroppedList()
  const text = cleanText(raw, dropped)
  return readLines(linesOf(text), dropped)
}

/** Lines without the white space around them; empty ones in a row are one. */
function linesOf(text: string): DocumentLine[] {
  const lines: DocumentLine[] = []
  for (let at = 0; at <= text.length;) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? undefined : end).trim()
    if (line !== '' || lines.at(-1)?.text !== '') lines.push({ text: line })
    if (end < 0) break
    at = end + 1
  }
  return lines
}

/** A line of a document. A heading may be a speaker's name if it comes again; a row of a table may tell who speaks. */
export type DocumentLine = { text: string; heading?: true; told?: LineLabel }

/** The same for lines that a reader of another format has already taken apart. */
export function readLines(given: readonly DocumentLine[], dropped: DroppedList): TextTurns {
  const spoken = given.map((line) => {
    if (!isSignature(line.text)) return line
    dropped.drop('heading-lines', line.text)
    return { text: '' }
  })
  const lines = tellApart(cutAtLabels(withoutMarks(spoken, dropped)))
  const candidates = findCandidates(lines)
  const filled = lines.reduce((count, { text }) => count + (text === '' ? 0 : 1), 0)
  const heading = headingBlock(lines, candidates)
  const chosen = chooseSpeakers(
    [...candidates.values()].filter(({ line }) => line >= heading),
    filled,
  )
  const turns =
    chosen.size === 0
      ? readParagraphs({ lines, candidates, dropped })
      : readTurns({ lines, candidates, chosen, dropped })
  const utterances = sinceStart(mergeTurns(turns, { glue: '\n', anonymous: 'keep' }))
  return { speakers: tallySpeakers(utterances), utterances, dropped: dropped.list() }
}

/** No recording begins after four hours: such times are hours of the day (Zoom), and the first is the start. */
function sinceStart(utterances: Utterance[]): Utterance[] {
  const first = utterances.find(({ startMs }) => startMs !== undefined)?.startMs ?? 0
  if (first < 4 * 3_600_000 || utterances.some(({ startMs = first }) => startMs < first)) return utterances
  return utterances.map(({ startMs, endMs, ...turn }) => ({
    ...turn,
    ...(startMs === undefined ? {} : { startMs: startMs - first }),
    ...(endMs === undefined ? {} : { endMs: endMs - first }),
  }))
}

/** Text without control characters (but tab and line end), with one kind of line end, well formed. */
export function cleanText(raw: string, dropped: DroppedList): string {
  let text = raw
  if (!text.isWellFormed()) {
    dropped.drop('replaced-characters', '\ufffd', (text.match(/\p{Surrogate}/gu) ?? []).length)
    text = text.toWellFormed()
  }
  if (text.startsWith('\ufeff')) text = text.slice(1)
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  if (/[\u2028\u2029\u0085\v\f]/.test(text)) text = text.replace(/[\u2028\u2029\u0085\v\f]/g, '\n')
  const control = /[\u0000-\u0008\u000e-\u001f\u007f]/g
  const found = text.match(control)
  if (found === null) return text
  dropped.drop(
    'control-characters',
    `U+${(found[0]?.charCodeAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    found.length,
  )
  return text.replace(control, '')
}

/** Where the text begins when a block of "Date: …", "Respondent: …" stands above it, else 0. */
function headingBlock(lines: readonly DocumentLine[], candidates: ReadonlyMap<number, Candidate>): number {
  const start = lines.findIndex(({ text }) => text !== '')
  const end = lines.findIndex(({ text }, at) => at > start && text === '')
  if (start < 0 || end < 0 || end - start > 12) return 0
  const block = [...candidates.values()].filter(({ line, form }) => line < end && form === 'colon')
  const told = block.some(({ label }) => labelStrength(label) === 'never')
  const times = new Map<string, number>()
  for (const { label } of block) times.set(label.toLowerCase(), (times.get(label.toLowerCase()) ?? 0) + 1)
  // Where two take turns, or nothing follows, it is the talk itself.
  const isTalk = [...times.values()].filter((count) => count >= 2).length >= 2
  if (isTalk || !lines.slice(end).some(({ text }) => text !== '')) return 0
  return told && block.length * 2 >= end - start ? end : 0
}

type Reading = {
  lines: readonly DocumentLine[]
  candidates: ReadonlyMap<number, Candidate>
  dropped: DroppedList
}

function findCandidates(lines: readonly DocumentLine[]): Map<number, Candidate> {
  const labels = new Map<number, LineLabel>()
  for (const [at, { text, heading, told }] of lines.entries()) {
    const label = told ?? (text === '' ? undefined : labelOfLine(text))
    if (label) labels.set(at, label)
    else if (text !== '' && text.length <= 60 && (heading || timeStands(labels.get(at - 1)))) {
      labels.set(at, { form: 'alone', label: text, rest: '' })
    }
  }
  const candidates = new Map<number, Candidate>()
  for (const [at, label] of labels) {
    let next = at + 1
    while (next < lines.length && lines[next]?.text === '') next++
    const follower = labels.get(next)
    const followed = label.rest !== '' || (next < lines.length && follower?.form !== 'capitals')
    candidates.set(at, { ...label, line: at, followed, afterBlank: at === 0 || lines[at - 1]?.text === '' })
  }
  return candidates
}

/** Whether a line is a time and nothing else: the next may be a name (older exports of Teams). */
function timeStands(label: LineLabel | undefined): boolean {
  return label?.form === 'time' && label.label === '' && label.rest === ''
}

function readTurns({
  lines,
  candidates,
  chosen,
  dropped,
}: Reading & { chosen: ReadonlySet<number> }): Utterance[] {
  const labels = [...chosen].map((at) => candidates.get(at)?.label ?? '')
  const { nameOf, affiliations } = nameSpeakers(labels)
  if (affiliations.size > 0)
    dropped.drop('affiliations', [...affiliations.keys()][0] ?? '', affiliations.size)
  const turns: { turn: Utterance; parts: string[] }[] = []
  let pending: { startMs?: number; endMs?: number } = {}
  let blank = false
  for (const [at, { text }] of lines.entries()) {
    const candidate = candidates.get(at)
    if (text === '') blank = true
    else if (candidate && chosen.has(at)) {
      const times = candidate.startMs === undefined ? pending : timesOf(candidate)
      turns.push({
        turn: { speaker: nameOf(candidate.label), text: '', ...times },
        parts: candidate.rest === '' ? [] : [candidate.rest],
      })
      pending = {}
    } else if (candidate?.form === 'time' && candidate.label === '' && candidate.rest === '') {
      pending = timesOf(candidate)
    } else {
      const last = turns.at(-1)
      if (last && !(last.turn.speaker === null && blank)) last.parts.push(text)
      else if (turns.length === 0 && isHeadingLine(text)) dropped.drop('heading-lines', text)
      else turns.push({ turn: { speaker: null, text: '' }, parts: [text] })
    }
    if (text !== '') blank = false
  }
  return finished(turns, dropped)
}

function finished(turns: readonly { turn: Utterance; parts: string[] }[], dropped: DroppedList): Utterance[] {
  const spoken: Utterance[] = []
  for (const { turn, parts } of turns) {
    const text = parts.join('\n').trim()
    if (text === '') dropped.drop('empty-turns', turn.speaker ?? '')
    else spoken.push({ ...turn, text })
  }
  return spoken
}

/** Text without speakers: a paragraph each; lines cut at a fixed width are put together again. */
function readParagraphs({ lines, candidates, dropped }: Reading): Utterance[] {
  const filled = lines.filter(({ text }) => text !== '')
  const timed = filled.length > 0 && [...candidates.values()].filter(isTimed).length / filled.length >= 0.3
  const joined =
    lines.some(({ text }) => text === '') ||
    filled.filter(({ text }) => !/[.!?…:;"”»)]$/u.test(text)).length > filled.length / 2
  const turns: { turn: Utterance; parts: string[] }[] = []
  let apart = true
  for (const [at, { text, heading }] of lines.entries()) {
    const candidate = candidates.get(at)
    if (text === '') apart = true
    else if (heading) dropped.drop('heading-lines', text)
    else if (timed && candidate && isTimed(candidate)) {
      turns.push({
        turn: { speaker: null, text: '', ...timesOf(candidate) },
        parts: candidate.rest === '' ? [] : [candidate.rest],
      })
      apart = false
    } else if ((apart || !joined) && turns.at(-1)?.parts.length !== 0) {
      turns.push({ turn: { speaker: null, text: '' }, parts: [text] })
      apart = false
    } else turns.at(-1)?.parts.push(text)
  }
  return finished(turns, dropped)
}

function isTimed(candidate: Candidate): boolean {
  return candidate.form === 'time' && candidate.label === ''
}

function timesOf({ startMs, endMs }: { startMs?: number; endMs?: number }): {
  startMs?: number
  endMs?: number
} {
  return { ...(startMs === undefined ? {} : { startMs }), ...(endMs === undefined ? {} : { endMs }) }
}

const signatures = [
  /^Transcribed by https?:\/\/otter\.ai\/?$/u,
  /^(?:Meeting|Transcription) ended after \d{1,2}:\d{2}(?::\d{2})?\s*\p{Extended_Pictographic}?$/u,
  /^This editable transcript was computer generated and might contain errors\..*$/u,
  /^This is an automatically generated transcript\.?$/u,
  /^.{1,60}? (?:started|stopped|ended) transcription$/u,
  /^.{1,60}? (?:startede|stoppede|afsluttede) transskription(?:en)?$/u,
  /^.{1,60}? (?:startade|stoppade|avslutade) transkription(?:en)?$/u,
  /^.{1,60}? heeft (?:de )?transcriptie (?:gestart|gestopt|beëindigd)$/u,
  /^.{1,60}? hat die Transkription (?:gestartet|beendet|angehalten)$/u,
]

/** What a service writes above or below a transcript (Otter, Google Meet, Teams), said by nobody. */
function isSignature(text: string): boolean {
  return (
    text.length < 140 &&
    /transcri|transk|ended after/iu.test(text) &&
    signatures.some((one) => one.test(text))
  )
}

/** "Date: 3 May", "# Interview 4": said of the interview, before anybody speaks. */
function isHeadingLine(text: string): boolean {
  return (
    text.length <= 120 &&
    (/^[^:\uff1a]{1,30}[:\uff1a]\s?\S/u.test(text) ||
      (!/[.!?…,]$/u.test(text) && text.split(/\s+/u).length <= 8))
  )
}
