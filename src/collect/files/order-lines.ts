import { readDate } from '../tables/dates.ts'
import type { DateFormat } from '../tables/dates.ts'
import type { ColumnGuess } from './guess.ts'
import { plainHeader } from '../../people/index.ts'
import { headerWords } from './header-words.ts'
import { readIdentifier } from './identifier-values.ts'
import type { IdentifierKind } from './column-type.ts'
import { isMissingWord } from './missing.ts'
import { readNumber } from './numbers.ts'
import type { SpecialCategory } from './special-categories.ts'
import type { NumberFormat } from './numbers.ts'
import type { Row } from '../tables/rows.ts'

/** Which columns of a file of order lines mean what. */
export type OrderLineMapping = {
  person: { column: string; kind: IdentifierKind }
  order: string
  time: { column: string; format: DateFormat }
  /**
   * Columns that become properties of the event; numbers by their format, the rest as text. Those of a special category are left out until
   * the ground of GDPR Art. 9 is stated.
   */
  properties: { column: string; numbers: NumberFormat | null; special: SpecialCategory | null }[]
}

export type OrderLineEvent = {
  /** The same line of the same file gives the same id, so a second import counts nothing twice. */
  messageId: string
  identifier: { kind: IdentifierKind; value: string }
  event: 'Order line' | 'Order line cancelled'
  /** ISO 8601. */
  time: string
  properties: Record<string, string | number>
}

export type MappedOrderLine =
  | { state: 'mapped'; line: number; event: OrderLineEvent }
  | { state: 'rejected'; line: number; raw: string; reason: 'no-identifier' | 'no-time'; message: string }

/** The mapping of a file of order lines; null when it is none (no order number, person and time, or no quantity or price). */
export function guessOrderLines(guesses: readonly ColumnGuess[]): OrderLineMapping | null {
  const named = (pattern: RegExp): ColumnGuess | undefined =>
    guesses.find((guess) => pattern.test(plainHeader(guess.name)))
  const order = guesses.find(
    (guess) => headerWords.orderId.test(plainHeader(guess.name)) && guess.type === 'identifier',
  )
  const person =
    guesses.find((guess) => guess.identifier === 'customer_id') ??
    guesses.find((guess) => guess.identifier !== null)
  const time = guesses.find((guess) => guess.dates !== null)
  const amount = named(headerWords.quantity) ?? named(headerWords.price)
  if (!order || !person?.identifier || !time?.dates || !amount) return null
  return {
    person: { column: person.name, kind: person.identifier },
    order: order.name,
    time: { column: time.name, format: time.dates },
    properties: guesses
      .filter((guess) => guess !== person && guess !== time)
      .map((guess) => ({
        column: guess.name,
        numbers: guess.type === 'number' ? guess.numbers : null,
        special: guess.special?.category ?? null,
      })),
  }
}

/**
 * Prepares a mapping for a file's columns; the function it gives turns a row into an event. A line is cancelled when its order
 * number starts with "C". `file` is a stable name of the file's content (its digest).
 */
export function applyOrderLines(
  mapping: OrderLineMapping,
  file: { columns: readonly string[]; digest: string },
): (row: Row) => MappedOrderLine {
  const at = (column: string): number => file.columns.indexOf(column)
  const person = at(mapping.person.column)
  const order = at(mapping.order)
  const time = at(mapping.time.column)
  const properties = mapping.properties.map((property) => ({ ...property, at: at(property.column) }))
  return (row) => {
    const { line, raw, cells } = row
    const who = readIdentifier(mapping.person.kind, cells[person] ?? '')
    if (who === null || who === 'missing') {
      return {
        state: 'rejected',
        line,
        raw,
        reason: 'no-identifier',
        message: `"${mapping.person.column}" is empty: nobody is known to have ordered this.`,
      }
    }
    const moment = readDate(cells[time] ?? '', mapping.time.format)
    if (moment === null) {
      return {
        state: 'rejected',
        line,
        raw,
        reason: 'no-time',
        message: `"${mapping.time.column}" holds no date that can be read.`,
      }
    }
    const event: OrderLineEvent = {
      messageId: `order-line-${row.mark ?? `${file.digest}-${line}`}`,
      identifier: { kind: mapping.person.kind, value: who.value },
      event: /^c/i.test((cells[order] ?? '').trim()) ? 'Order line cancelled' : 'Order line',
      time: moment,
      properties: readProperties(cells, properties),
    }
    return { state: 'mapped', line, event }
  }
}

function readProperties(
  cells: readonly string[],
  properties: readonly { column: string; at: number; numbers: NumberFormat | null }[],
): Record<string, string | number> {
  const read: Record<string, string | number> = {}
  for (const { column, at, numbers } of properties) {
    const cell = (cells[at] ?? '').trim()
    if (isMissingWord(cell)) continue
    read[column] = (numbers ? readNumber(cell, numbers) : null) ?? cell
  }
  return read
}
