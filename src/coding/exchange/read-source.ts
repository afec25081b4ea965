import { guessRoles, readTranscript, type ParsedTranscript } from '../../conversations/transcripts/index.ts'
import { decodeText } from '../../platform/text/decode.ts'
import type { Reporting } from './import-report.ts'
import type { Exchange } from './open-exchange.ts'
import { placeSelections, utf16At } from './positions.ts'
import type { OwnTurns, RefiSource } from './refi.ts'
import { findTurns, type Stretch } from './source-turns.ts'

type SpeakerRole = 'participant' | 'interviewer' | 'other'

/** A text of a project, read: its turns, who speaks, and where its selections lie. */
export type ReadSource = {
  /** What it is known by when it comes again. */
  content: string
  text: string
  transcript: ParsedTranscript
  roles: SpeakerRole[]
  /** Of each selection, in UTF-16 units of `text`. */
  places: ({ from: number; until: number } | undefined)[]
  /** Where utterances stand in the text, given their texts as they are kept. */
  stretchesOf: (utterances: readonly string[]) => Stretch[]
}

/** Reads a source's words and turns; undefined (and said in the report) where there are none to be had. */
export async function readSource(
  exchange: Exchange,
  { source, report }: { source: RefiSource; report: Reporting },
): Promise<ReadSource | undefined> {
  const found = await wordsOf(exchange, { source, report })
  if (found === undefined) return undefined
  const { text, places, counted } = placeSelections(found.stored, source.selections)
  if (counted !== undefined) report.note(counted, source.guid)
  const counts = codepointsIn(text) + found.stored.length - text.length
  for (const [at, { start, end, guid }] of source.selections.entries()) {
    if (start > end) report.note('positions-swapped', guid)
    if (places[at] !== undefined && Math.max(start, end) > counts) report.note('positions-beyond', guid)
  }
  const content = found.stored
  const own = source.turns === undefined ? undefined : readOwn(text, source.turns)
  if (own) return { content, text, places, ...own }
  const transcript = found.transcript ?? transcriptOf(text)
  if (transcript === undefined) {
    report.note('source-unreadable', source.guid)
    return undefined
  }
  const roles = rolesOf(transcript)
  if (roles.length > 1) report.note('speakers-guessed', source.guid)
  return { content, text, places, transcript, roles, stretchesOf: (said) => findTurns(text, said) }
}

function codepointsIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++
  return count
}

type Words = { stored: string; transcript?: ParsedTranscript }

async function wordsOf(
  exchange: Exchange,
  { source, report }: { source: RefiSource; report: Reporting },
): Promise<Words | undefined> {
  if (source.plainPath !== undefined) {
    const read = await exchange.readPath(source.plainPath)
    if (read.state === 'read') return { stored: storedText(read.bytes) }
    if (source.content === undefined && source.richPath === undefined) {
      report.note(read.state, source.guid)
      return undefined
    }
  }
  if (source.content !== undefined) return { stored: source.content }
  if (source.richPath === undefined) {
    report.note('source-missing', source.guid)
    return undefined
  }
  const read = await exchange.readPath(source.richPath)
  if (read.state !== 'read') {
    report.note(read.state, source.guid)
    return undefined
  }
  return richText(read.bytes, { source, report })
}

/** A document without its plain twin: positions count its text as lines, one a paragraph. */
function richText(
  bytes: Uint8Array,
  { source, report }: { source: RefiSource; report: Reporting },
): Words | undefined {
  const read = readTranscript({ name: source.richPath ?? '', bytes })
  if (read.state === 'refused') {
    report.note('source-unreadable', source.guid)
    return undefined
  }
  report.note('rich-text-read', source.guid)
  // ATLAS.ti refuses plain text in this place; where a program put it there, it is its own twin.
  if (!documents.has(read.transcript.kind)) return { stored: storedText(bytes) }
  return {
    stored: read.transcript.utterances.map(({ text }) => text).join('\n'),
    transcript: read.transcript,
  }
}

/** The words of a note that lies in a file of its own; undefined (and said in the report) where there are none to be had. */
export async function wordsOfNote(
  exchange: Pick<Exchange, 'readPath'>,
  { note, report }: { note: RefiSource; report: Reporting },
): Promise<string | undefined> {
  const path = note.plainPath ?? note.richPath
  if (path === undefined) return undefined
  const file = await exchange.readPath(path)
  if (file.state !== 'read') {
    report.note(file.state, note.guid)
    return undefined
  }
  const read = readTranscript({ name: path, bytes: file.bytes })
  if (read.state === 'read' && documents.has(read.transcript.kind))
    return read.transcript.utterances
      .map(({ speaker, text }) => (speaker === null ? text : `${speaker}: ${text}`))
      .join('\n')
  if (read.state === 'read') return storedText(file.bytes).replaceAll(/^\ufeff|\r(?=\n)/gu, '')
  report.note('source-unreadable', note.guid)
  return undefined
}

/** Text with its byte order mark, which positions may have counted. */
function storedText(bytes: Uint8Array): string {
  const { text, encoding } = decodeText(bytes)
  const isMarked = encoding === 'utf-8' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return isMarked ? `\ufeff${text.replace(/^\ufeff/u, '')}` : text
}

const documents: ReadonlySet<string> = new Set(['docx', 'odt', 'rtf', 'html'])

function transcriptOf(text: string): ParsedTranscript | undefined {
  const read = readTranscript({ name: 'source.txt', bytes: Buffer.from(text) })
  return read.state === 'read' ? read.transcript : undefined
}

/** Somebody must answer: where nobody seems to, everybody does. */
function rolesOf(transcript: ParsedTranscript): SpeakerRole[] {
  const roles = guessRoles(transcript).map(({ role }) => role)
  return roles.includes('participant') ? roles : roles.map(() => 'participant')
}

/** Our own export says who spoke from where to where; undefined where that does not fit the text. */
function readOwn(
  text: string,
  { speakers, turns }: OwnTurns,
): Pick<ReadSource, 'transcript' | 'roles' | 'stretchesOf'> | undefined {
  const at = utf16At(
    text,
    turns.flatMap(([start, end]) => [start, end]),
  )
  const placed = turns.flatMap(([start, end, speaker, startMs, endMs]) => {
    const [from, until] = [at.get(start), at.get(end)]
    if (from === undefined || until === undefined || from > until || !speakers[speaker]) return []
    return [{ from, until, speaker, startMs, endMs }]
  })
  const spoke = speakers.map((_, place) => placed.filter(({ speaker }) => speaker === place))
  const heard = spoke.some((said, place) => said.length > 0 && speakers[place]?.role === 'participant')
  if (placed.length < turns.length || !heard) return undefined
  const nameOf = (place: number) => speakers[place]?.name ?? `Speaker ${place + 1}`
  const names = speakers.map((_, place) =>
    speakers.slice(0, place).some((_other, before) => nameOf(before) === nameOf(place))
      ? `${nameOf(place)} (${place + 1})`
      : nameOf(place),
  )
  const utterances = placed.map(({ from, until, speaker, startMs, endMs }) => ({
    speaker: names[speaker] ?? null,
    text: text.slice(from, until),
    ...(startMs === null ? {} : { startMs }),
    ...(endMs === null ? {} : { endMs }),
  }))
  const transcript: ParsedTranscript = {
    kind: 'text',
    encoding: 'text',
    dropped: [],
    speakers: speakers.map((_, place) => ({
      name: names[place] ?? null,
      utterances: spoke[place]?.length ?? 0,
      words: (spoke[place] ?? []).reduce(
        (sum, { from, until }) => sum + (text.slice(from, until).match(/\S+/g)?.length ?? 0),
        0,
      ),
    })),
    utterances,
  }
  const stretchesOf = (said: readonly string[]) =>
    said.length === placed.length && said.every((words, place) => words === utterances[place]?.text)
      ? placed.map(({ from, until }, utterance) => ({ from, until, utterance, at: 0 }))
      : findTurns(text, said)
  return { transcript, roles: speakers.map(({ role }) => role), stretchesOf }
}
