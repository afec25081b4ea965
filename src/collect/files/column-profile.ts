import { guessBooleanPair } from './booleans.ts'
import { guessDateFormat } from '../tables/dates.ts'
import type { DateFormat } from '../tables/dates.ts'
import { plainHeader } from '../../people/index.ts'
import { headerWords } from './header-words.ts'
import { guessMissing } from './missing.ts'
import type { MissingGuess } from './missing.ts'
import { guessNumberFormat } from './numbers.ts'
import type { NumberFormat } from './numbers.ts'

/** What a column's values look like, counted once; everything the guess rests on. */
export type ColumnProfile = {
  name: string
  plain: string
  rows: number
  empty: number
  missing: MissingGuess[]
  /** Values that are neither empty, missing nor "not selected". */
  values: string[]
  counts: Map<string, number>
  notSelected: number
  /** Different values per value. */
  distinctShare: number
  wordsPerValue: number
  boolean: { yes: string; no: string } | null
  number: NumberFormat | null
  date: DateFormat | null
  shares: { email: number; url: number; uuid: number; phone: number; whole: number; list: number }
}

const notSelectedWord =
  /^(?:not selected|unselected|not checked|ikke valgt|ej vald|inte vald|niet geselecteerd|niet gekozen|nicht ausgewählt|nicht gewählt)$/i

/** Characters of a value that are looked at: what its column means does not stand further on. */
const longestLookedAt = 500

/** `cells` are the sample's values of one column, as written. */
export function profileColumn(name: string, cells: readonly string[]): ColumnProfile {
  const plain = plainHeader(name)
  const filled = cells.map((cell) => cell.slice(0, longestLookedAt).trim()).filter((cell) => cell !== '')
  const missing = guessMissing(filled)
  const gone = new Set(missing.map((guess) => guess.value))
  const said = filled.filter((value) => !gone.has(value))
  const values = said.filter((value) => !notSelectedWord.test(value))
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return {
    name,
    plain,
    rows: cells.length,
    empty: cells.length - filled.length,
    missing,
    values,
    counts,
    notSelected: said.length - values.length,
    distinctShare: values.length === 0 ? 0 : counts.size / values.length,
    wordsPerValue: mean([...counts.keys()].map((value) => value.split(/\s+/).length)),
    boolean: values.length === said.length ? guessBooleanPair([...counts.keys()].slice(0, 3)) : null,
    number: isCode(plain, values) ? null : guessNumberFormat(values),
    date: guessDateFormat(values, headerWords.date.test(plain) ? 'named as a date' : 'no hint'),
    shares: shapes(values),
  }
}

/** Digits that are no amount: a post code, a phone number, an id; or written with zeros in front, which a number would lose. */
function isCode(plain: string, values: readonly string[]): boolean {
  return headerWords.code.test(plain) || values.some((value) => /^0\d+$/.test(value))
}

function shapes(values: readonly string[]): ColumnProfile['shares'] {
  const share = (pattern: RegExp): number =>
    values.length === 0 ? 0 : values.filter((value) => pattern.test(value)).length / values.length
  return {
    email: share(/^[^\s@,;<>]+@[^\s@,;<>]+\.[\p{L}\d-]{2,}$/u),
    url: share(/^(?:https?:\/\/|www\.)\S+$/i),
    uuid: share(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i),
    phone: share(/^\+?[\d\s().\-/]{7,20}$/),
    whole: share(/^\d+(?:\.0+)?$/),
    list: share(/^[^;|]+(?:[;|]\s*[^;|]+)+$/),
  }
}

/** Whether the cell says nothing: empty, or one of the missing values of its column. */
export function isMissing(cell: string, missing: readonly string[]): boolean {
  const value = cell.trim()
  return value === '' || missing.includes(value)
}

/** A row number: 0 or 1, and one more each row. */
export function countsUp(profile: ColumnProfile): boolean {
  if (profile.values.length < 5 || profile.shares.whole < 1 || profile.distinctShare < 1) return false
  const numbers = profile.values.map(Number)
  return numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? NaN) + 1)
}

function mean(numbers: number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((a, b) => a + b, 0) / numbers.length
}
