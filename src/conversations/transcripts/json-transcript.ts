import { namesOf, readServices, readWords } from './json-services.ts'
import type { TextTurns } from './plain-text.ts'
import { momentOf, turnsOfSaid, type Said } from './said.ts'
import { isFields, textOfWords, type Fields } from './spoken-words.ts'

/** What a JSON file holds: turns; a table of rows that are no talk; or nothing that can be read. */
export type JsonTranscript = { state: 'read'; turns: TextTurns } | { state: 'table' | 'broken' | 'unknown' }

/**
 * Reads the JSON of transcribing services: Whisper and its kin (`segments`, one object a line, or the text alone), those of
 * `json-services.ts`, AssemblyAI (`utterances`), Fireflies (`sentences`), whisper.cpp (`transcription`), Amberscript and
 * Happy Scribe (turns of words), and any list of things said with who and when. A plain list without speakers or times is
 * a table, as it always was. Speakers by number are called "Speaker 1".
 */
export function readJsonTranscript(text: string): JsonTranscript {
  const json = parsed(text)
  if (json === undefined) return { state: 'broken' }
  const said = readServices(json) ?? readList(json) ?? readWords(json)
  if (said === undefined) return { state: Array.isArray(json) ? 'table' : 'unknown' }
  return { state: 'read', turns: turnsOfSaid(said) }
}

/** One document, or one object a line. */
function parsed(text: string): unknown {
  const plain = text.replace(/^\ufeff/u, '')
  try {
    return JSON.parse(plain)
  } catch {
    if (!/^\s*\{.*\}\s*$/mu.test(plain.slice(0, 100_000))) return undefined
    try {
      return plain.split('\n').flatMap((line): unknown[] => (line.trim() === '' ? [] : [JSON.parse(line)]))
    } catch {
      return undefined
    }
  }
}

const lists = [
  'utterances',
  'segments',
  'sentences',
  'meeting_transcripts',
  'transcripts',
  'transcript',
  'transcription',
]
const nested = [
  'results',
  'result',
  'data',
  'monologues',
  'phrases',
  'entries',
  'items',
  'messages',
  'cues',
  'turns',
]
const texts = [
  'text',
  'transcript',
  'content',
  'body',
  'sentence',
  'utterance',
  'message',
  'raw_text',
  'display',
  'caption',
]
const names = [
  'speaker_name',
  'speakerName',
  'speaker',
  'speaker_label',
  'speakerLabel',
  'speakerId',
  'speaker_id',
  'participant',
  'user',
  'username',
  'author',
  'sender',
]
const starts = [
  'start',
  'start_time',
  'startTime',
  'start_timestamp',
  'startTimestamp',
  'begin',
  'from',
  'startMs',
  'start_ms',
  'start_offset',
  'timestamp',
  'time',
  'ts',
]
const ends = [
  'end',
  'end_time',
  'endTime',
  'end_timestamp',
  'endTimestamp',
  'to',
  'endMs',
  'end_ms',
  'end_offset',
  'end_ts',
]

/** The list of things said that lies nearest the top. */
function readList(json: unknown): Said[] | undefined {
  const nameOf = namesOf(isFields(json) ? json['speakers'] : undefined)
  let level: unknown[] = [json]
  for (let depth = 0; depth < 6 && level.length > 0; depth++) {
    const below: unknown[] = []
    for (const value of level) {
      if (Array.isArray(value)) {
        const rows = value.filter(isFields)
        if (rows.length > 0 && rows.length === value.length && isTalk(rows))
          return rows.map((row) => saidBy(row, nameOf))
        // Results of Google come as a list of alternatives each.
        if (rows.length > 0 && rows.length <= 20_000) below.push(...(depth === 0 ? [] : rows.slice(0, 50)))
      } else if (isFields(value))
        below.push(...[...lists, ...nested, 'channels', 'alternatives'].map((key) => value[key]))
    }
    level = below
  }
  return undefined
}

function isTalk(rows: readonly Fields[]): boolean {
  const spoken = rows.filter(
    (row) => texts.some((key) => typeof row[key] === 'string') || Array.isArray(row['words']),
  ).length
  const told = rows.filter((row) =>
    [...names, ...starts, 'timestamps', 'offsets'].some((key) => row[key] !== undefined),
  ).length
  return spoken >= rows.length / 2 && told >= rows.length / 2
}

function saidBy(row: Fields, nameOf: (value: unknown) => string | undefined): Said {
  const text = first(row, texts, (value) => (typeof value === 'string' ? value : undefined))
  const heard = text === undefined ? textOfWords(row['words']) : undefined
  const whisper = isFields(row['offsets'])
    ? row['offsets']
    : isFields(row['timestamps'])
      ? row['timestamps']
      : row
  const isMs = isFields(row['offsets'])
  return {
    text: text ?? '',
    ...heard,
    speaker: first(row, names, (value) => speakerIn(value, nameOf)) ?? null,
    ...times(whisper, isMs ? 'ms' : 'unsure'),
  }
}

function times(row: Fields, unit: 'ms' | 'unsure'): Pick<Said, 'start' | 'end'> {
  const read = (keys: readonly string[]) => {
    for (const key of keys) {
      const moment = momentOf(row[key], unit === 'ms' || /ms$/iu.test(key) ? 'ms' : 'unsure')
      if (moment) return moment
    }
    return undefined
  }
  const [start, end] = [read(starts), read(ends)]
  return { ...(start ? { start } : {}), ...(end ? { end } : {}) }
}

function speakerIn(value: unknown, nameOf: (value: unknown) => string | undefined): string | undefined {
  if (!isFields(value)) return nameOf(value)
  return first(value, ['name', 'display_name', 'displayName', 'label', 'id'], (one) => speakerIn(one, nameOf))
}

function first<Found>(
  row: Fields,
  keys: readonly string[],
  read: (value: unknown) => Found | undefined,
): Found | undefined {
  for (const key of keys) {
    const found = read(row[key])
    if (found !== undefined) return found
  }
  return undefined
}
