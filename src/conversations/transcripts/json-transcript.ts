import { readTime } from './clock-time.ts'
import { cleanText, type TextTurns } from './plain-text.ts'
import { newDroppedList, tallySpeakers, type DroppedList, type Utterance } from './transcript.ts'
import { mergeTurns } from './turns.ts'

/** What a JSON file holds: turns; a table of rows that are no talk; or nothing that can be read. */
export type JsonTranscript = { state: 'read'; turns: TextTurns } | { state: 'table' | 'broken' | 'unknown' }

/**
 * Reads the JSON of transcribing services: Whisper and its kin (`segments`), AWS Transcribe (`results.items`),
 * Deepgram and AssemblyAI (`utterances`), Rev (`monologues`), Azure (`recognizedPhrases`), Fireflies (`sentences`),
 * whisper.cpp (`transcription`), and any list of things said with who and when. A plain list without speakers or
 * times is a table, as it always was. Speakers by number are called "Speaker 1".
 */
export function readJsonTranscript(text: string): JsonTranscript {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch {
    return { state: 'broken' }
  }
  const said = readServices(json) ?? readList(json)
  if (said === undefined) return { state: Array.isArray(json) ? 'table' : 'unknown' }
  const dropped = newDroppedList()
  const turns = said.flatMap((one) => turnOf(one, dropped))
  const utterances = mergeTurns(inMilliseconds(turns), { glue: ' ', anonymous: 'join' })
  return {
    state: 'read',
    turns: { speakers: tallySpeakers(utterances), utterances, dropped: dropped.list() },
  }
}

type Fields = Readonly<Record<string, unknown>>
type Said = { speaker: string | null; text: string; start?: Moment; end?: Moment }
/** A time as written: in milliseconds for sure, or a number that is seconds unless it cannot be. */
type Moment = { ms: number } | { number: number }

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
  let level: unknown[] = [json]
  for (let depth = 0; depth < 6 && level.length > 0; depth++) {
    const below: unknown[] = []
    for (const value of level) {
      if (Array.isArray(value)) {
        const rows = value.filter(isFields)
        if (rows.length > 0 && rows.length === value.length && isTalk(rows)) return rows.map(saidBy)
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
  const spoken = rows.filter((row) => texts.some((key) => typeof row[key] === 'string')).length
  const told = rows.filter((row) =>
    [...names, ...starts, 'timestamps', 'offsets'].some((key) => row[key] !== undefined),
  ).length
  return spoken >= rows.length / 2 && told >= rows.length / 2
}

function saidBy(row: Fields): Said {
  const text = first(row, texts, (value) => (typeof value === 'string' ? value : undefined)) ?? ''
  const whisper = isFields(row['offsets'])
    ? row['offsets']
    : isFields(row['timestamps'])
      ? row['timestamps']
      : row
  const isMs = isFields(row['offsets'])
  return { speaker: first(row, names, speakerOf) ?? null, text, ...times(whisper, isMs ? 'ms' : 'unsure') }
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

function momentOf(value: unknown, unit: 'ms' | 'unsure'): Moment | undefined {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0)
    return unit === 'ms' ? { ms: value } : { number: value }
  if (typeof value !== 'string') return undefined
  const clock = readTime(value)
  if (clock !== undefined) return { ms: clock }
  const seconds = /^(\d+(?:\.\d+)?)\s*s?$/u.exec(value.trim())?.[1]
  return seconds === undefined ? undefined : { number: Number(seconds) }
}

function speakerOf(value: unknown): string | undefined {
  if (typeof value === 'number') return `Speaker ${value}`
  if (isFields(value)) return first(value, ['name', 'display_name', 'displayName', 'label', 'id'], speakerOf)
  if (typeof value !== 'string') return undefined
  const name = value.replace(/\s+/gu, ' ').trim().toWellFormed()
  const number = /^(?:spk|speaker|spkr)?[\s_-]*(\d{1,3})$/iu.exec(name)?.[1]
  if (number !== undefined) return `Speaker ${Number(number)}`
  return name === '' ? undefined : /^[A-Z]$/u.test(name) ? `Speaker ${name}` : name
}

function readServices(json: unknown): Said[] | undefined {
  if (!isFields(json)) return undefined
  return readAmazon(json['results']) ?? readRev(json['monologues']) ?? readAzure(json['recognizedPhrases'])
}

/** AWS Transcribe: words and punctuation one by one, each with the label of its speaker, or labels in a list by time. */
function readAmazon(results: unknown): Said[] | undefined {
  const items = isFields(results) && Array.isArray(results['items']) ? results['items'].filter(isFields) : []
  if (!isFields(results) || items.length === 0 || !('alternatives' in (items[0] ?? {}))) return undefined
  const labels = new Map<unknown, unknown>()
  const segments = isFields(results['speaker_labels']) ? results['speaker_labels']['segments'] : undefined
  for (const segment of Array.isArray(segments) ? segments.filter(isFields) : [])
    for (const item of Array.isArray(segment['items']) ? segment['items'].filter(isFields) : [])
      labels.set(item['start_time'], item['speaker_label'])
  const said: Said[] = []
  for (const item of items) {
    const best: unknown = Array.isArray(item['alternatives']) ? item['alternatives'][0] : undefined
    const word = isFields(best) && typeof best['content'] === 'string' ? best['content'] : ''
    const last = said.at(-1)
    if (item['type'] === 'punctuation' && last) {
      last.text += word
      continue
    }
    const speaker = speakerOf(item['speaker_label'] ?? labels.get(item['start_time'])) ?? null
    const { start, end } = times(item, 'unsure')
    if (last && last.speaker === speaker) {
      last.text += ` ${word}`
      if (end) last.end = end
    } else said.push({ speaker, text: word, ...(start ? { start } : {}), ...(end ? { end } : {}) })
  }
  return said
}

function readRev(monologues: unknown): Said[] | undefined {
  if (!Array.isArray(monologues)) return undefined
  return monologues.filter(isFields).map((monologue) => {
    const elements = Array.isArray(monologue['elements']) ? monologue['elements'].filter(isFields) : []
    const timed = elements.filter((element) => typeof element['ts'] === 'number')
    const start = timed[0] && momentOf(timed[0]['ts'], 'unsure')
    const end = momentOf(timed.at(-1)?.['end_ts'], 'unsure')
    return {
      speaker: speakerOf(monologue['speaker_name'] ?? monologue['speaker']) ?? null,
      text: elements.map(({ value }) => (typeof value === 'string' ? value : '')).join(''),
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
    }
  })
}

/** Azure counts in ticks of 100 nanoseconds. */
function readAzure(phrases: unknown): Said[] | undefined {
  if (!Array.isArray(phrases)) return undefined
  return phrases.filter(isFields).map((phrase) => {
    const best: unknown = Array.isArray(phrase['nBest']) ? phrase['nBest'][0] : undefined
    const text = isFields(best) && typeof best['display'] === 'string' ? best['display'] : ''
    const [from, long] = [phrase['offsetInTicks'], phrase['durationInTicks']]
    const known = typeof from === 'number' && typeof long === 'number'
    return {
      speaker: speakerOf(phrase['speaker']) ?? null,
      text,
      ...(known ? { start: { ms: from / 10_000 }, end: { ms: (from + long) / 10_000 } } : {}),
    }
  })
}

function turnOf(said: Said, dropped: DroppedList): Said[] {
  const text = cleanText(said.text, dropped).replace(/\s+/gu, ' ').trim()
  if (text !== '') return [{ ...said, text }]
  dropped.drop('empty-turns', said.speaker ?? '')
  return []
}

/** Numbers are seconds, unless whole and so large that nobody could speak so slowly: ten of them for each word. */
function inMilliseconds(said: readonly Said[]): Utterance[] {
  const numbers = said
    .flatMap(({ start, end }) => [start, end])
    .flatMap((one) => (one && 'number' in one ? [one.number] : []))
  const words = said.reduce((sum, { text }) => sum + text.split(' ').length, 0)
  const largest = numbers.reduce((most, number) => Math.max(most, number), 0)
  const areMs = numbers.every(Number.isInteger) && largest > words * 10 && largest > 1000
  const ms = (moment: Moment) => Math.round('ms' in moment ? moment.ms : moment.number * (areMs ? 1 : 1000))
  return said.map(({ speaker, text, start, end }) => ({
    speaker,
    text,
    ...(start ? { startMs: ms(start) } : {}),
    ...(end ? { endMs: ms(end) } : {}),
  }))
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

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
