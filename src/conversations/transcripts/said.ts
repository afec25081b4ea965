import { readTime } from './clock-time.ts'
import { cleanText, type TextTurns } from './plain-text.ts'
import { newDroppedList, tallySpeakers, type DroppedList, type Utterance } from './transcript.ts'
import { mergeTurns } from './turns.ts'

/** What a program says was said: by whom, the words, and when. */
export type Said = { speaker: string | null; text: string; start?: Moment; end?: Moment }

/** A time as written: in milliseconds for sure, or a number that is seconds unless it cannot be. */
export type Moment = { ms: number } | { number: number }

/** Turns of what was said, times in milliseconds from the start; what has no words is left out and said. */
export function turnsOfSaid(said: readonly Said[]): TextTurns {
  const dropped = newDroppedList()
  const turns = said.flatMap((one) => turnOf(one, dropped))
  const utterances = mergeTurns(fromStart(inMilliseconds(turns)), { glue: ' ', anonymous: 'join' })
  return { speakers: tallySpeakers(utterances), utterances, dropped: dropped.list() }
}

/** A time as a number, a clock (`0:01:02.5`), seconds with their unit (`1.5s`) or a moment of a day (ISO 8601). */
export function momentOf(value: unknown, unit: 'ms' | 'unsure'): Moment | undefined {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0)
    return unit === 'ms' ? { ms: value } : { number: value }
  if (typeof value !== 'string') return undefined
  const clock = readTime(value)
  if (clock !== undefined) return { ms: clock }
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(value)) {
    const day = Date.parse(value)
    return Number.isNaN(day) ? undefined : { ms: day }
  }
  const number = /^(\d+(?:\.\d+)?)\s*s?$/u.exec(value.trim())?.[1]
  if (number === undefined) return undefined
  return unit === 'ms' ? { ms: Number(number) } : { number: Number(number) }
}

/** Who speaks, as a name: services count speakers in many ways, "spk_1", "SPEAKER_01" and 1 are "Speaker 1". */
export function speakerNamed(value: unknown): string | undefined {
  if (typeof value === 'number') return `Speaker ${value}`
  if (typeof value !== 'string') return undefined
  const name = value.replace(/\s+/gu, ' ').trim().toWellFormed()
  const number = /^(?:spk|speaker|spkr)?[\s_-]*(\d{1,3})$/iu.exec(name)?.[1]
  if (number !== undefined) return `Speaker ${Number(number)}`
  return name === '' ? undefined : /^[A-Z]$/u.test(name) ? `Speaker ${name}` : name
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

/** Milliseconds since 1970 of a day in 1990: recordings are shorter. */
const someDay = 631_152_000_000

/** Where times are moments of a day, the first that is told is the start. */
function fromStart(turns: readonly Utterance[]): Utterance[] {
  const first = turns.reduce((least, { startMs }) => Math.min(least, startMs ?? least), Infinity)
  if (first < someDay || first === Infinity) return [...turns]
  return turns.map((turn) => ({
    ...turn,
    ...(turn.startMs === undefined ? {} : { startMs: turn.startMs - first }),
    ...(turn.endMs === undefined ? {} : { endMs: turn.endMs - first }),
  }))
}
