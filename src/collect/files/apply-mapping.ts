import { createHash } from 'node:crypto'
import { readBoolean } from './booleans.ts'
import type { ColumnClass } from './column-class.ts'
import { isMissing } from './column-profile.ts'
import { readConsentAnswer } from './consent-answer.ts'
import type { IdentifierKind } from './column-type.ts'
import { readDate } from '../tables/dates.ts'
import { readIdentifier } from './identifier-values.ts'
import type { ColumnMapping, Mapping, mappedPurposes } from './mapping.ts'
import { isMissingWord } from './missing.ts'
import { readNumber } from './numbers.ts'
import type { Row } from '../tables/rows.ts'
import type { SpecialCategory } from './special-categories.ts'

export type FactValue = string | number | boolean | string[]

export type MappedFact = {
  trait: string
  value: FactValue
  class: ColumnClass
  special: SpecialCategory | null
}
export type MappedIdentifier = { kind: IdentifierKind | 'row_id'; value: string }
export type MappedConsent = { purpose: (typeof mappedPurposes)[number]; given: boolean; wording: string }

export type MappedRow =
  | {
      state: 'mapped'
      line: number
      identifiers: MappedIdentifier[]
      facts: MappedFact[]
      consents: MappedConsent[]
      /** Cells that do not fit their column's type and were left out, so that nobody wonders where they went. */
      unread: { column: string; value: string; message: string }[]
    }
  | {
      state: 'rejected'
      line: number
      raw: string
      reason: 'no-identifier' | 'identifier-malformed'
      message: string
    }

/** Prepares a mapping for a file's columns; the function it gives turns a row into a person's identifiers, facts and consents. */
export function applyMapping(mapping: Mapping, columns: readonly string[]): (row: Row) => MappedRow {
  const plan = columns.map((name, index) => ({ name, index, column: columnOf(mapping, name) }))
  const used = plan.filter(({ column }) => column.use !== 'ignore')
  return (row) => mapRow(row, { used, identity: mapping.identity.kind })
}

type Planned = { name: string; index: number; column: ColumnMapping }
type MappedOnly = Extract<MappedRow, { state: 'mapped' }>

function mapRow(row: Row, plan: { used: Planned[]; identity: 'columns' | 'row' }): MappedRow {
  const mapped: MappedOnly = {
    state: 'mapped',
    line: row.line,
    identifiers: [],
    facts: [],
    consents: [],
    unread: [],
  }
  for (const { name, index, column } of plan.used)
    addCell(mapped, { name, column, cell: row.cells[index] ?? '' })
  if (plan.identity === 'row') mapped.identifiers.push({ kind: 'row_id', value: rowIdentity(row) })
  if (mapped.identifiers.length > 0) return mapped
  const [malformed] = mapped.unread
  if (
    malformed &&
    plan.used.some(({ name, column }) => name === malformed.column && column.use === 'identifier')
  ) {
    return {
      state: 'rejected',
      line: row.line,
      raw: row.raw,
      reason: 'identifier-malformed',
      message: malformed.message,
    }
  }
  const message = 'None of the identifier columns is filled, so nobody can be recognised in this row.'
  return { state: 'rejected', line: row.line, raw: row.raw, reason: 'no-identifier', message }
}

function addCell(mapped: MappedOnly, found: { name: string; column: ColumnMapping; cell: string }): void {
  const { name, column, cell } = found
  const value = cell.trim()
  if (value === '') return
  if (column.use === 'identifier') {
    const read = readIdentifier(column.kind, value)
    if (read === 'missing') return
    if (read) {
      mapped.identifiers.push({ kind: column.kind, value: read.value })
      if (column.kind === 'customer_id' && column.isUserId === true)
        mapped.identifiers.push({ kind: 'user_id', value: read.value })
    } else
      mapped.unread.push({
        column: name,
        value: cell,
        message: `"${value.slice(0, 100)}" in "${name}" is no ${spoken[column.kind]}.`,
      })
  } else if (column.use === 'consent') {
    const read = readConsent(column, value)
    if (typeof read === 'boolean') addConsent(mapped, { column, given: read, wording: `${name}: ${value}` })
    else if (read === 'not understood')
      mapped.unread.push({
        column: name,
        value: cell,
        message: `"${value.slice(0, 100)}" in "${name}" is neither among the words that give nor among those that refuse.`,
      })
  } else if (column.use === 'trait' && !isMissing(cell, column.missing)) {
    const read = readValue(column, cell)
    if (read !== null)
      mapped.facts.push({ trait: column.trait, value: read, class: column.class, special: column.special })
    else
      mapped.unread.push({
        column: name,
        value: cell,
        message: `"${value.slice(0, 100)}" in "${name}" is no ${column.type}.`,
      })
  }
}

type ConsentMapping = Extract<ColumnMapping, { use: 'consent' }>

/** A word nobody saw when the column was looked at refuses where it plainly does, and never gives. */
function readConsent(column: ConsentMapping, value: string): boolean | 'nothing' | 'not understood' {
  if (column.gives.includes(value)) return true
  if (column.withdraws.includes(value)) return false
  if (column.nothing?.includes(value) === true) return 'nothing'
  const answer = readConsentAnswer(value)
  const isRefusal = column.gives.length === 0 && column.withdraws.length > 0
  if (answer === isRefusal && answer !== null) return false
  return isMissingWord(value) || (isRefusal && answer === false) ? 'nothing' : 'not understood'
}

/** Every way somebody can be reached. */
const contacts = ['invitation', 'email_marketing', 'advertising'] as const

/** One word for each purpose: where two columns of a row say different things, the refusal counts. */
function addConsent(
  mapped: MappedOnly,
  said: { column: ConsentMapping; given: boolean; wording: string },
): void {
  const { purpose } = said.column
  if (purpose === 'unclear' || (purpose === 'contact' && said.given)) return
  for (const one of purpose === 'contact' ? contacts : [purpose]) {
    const before = mapped.consents.findIndex((consent) => consent.purpose === one)
    const consent = { purpose: one, given: said.given, wording: said.wording }
    if (before === -1) mapped.consents.push(consent)
    else if (!said.given) mapped.consents[before] = consent
  }
}

const spoken: Record<IdentifierKind, string> = {
  user_id: 'user id',
  email: 'e-mail address',
  phone: 'phone number',
  customer_id: 'customer number',
  anonymous_id: 'anonymous id',
}

function readValue(column: Extract<ColumnMapping, { use: 'trait' }>, cell: string): FactValue | null {
  const value = cell.trim()
  if (column.type === 'number') return readNumber(value, column.numbers ?? { decimal: '.' })
  if (column.type === 'date') return readDate(value, column.dates ?? { order: 'iso', ambiguous: false })
  if (column.type === 'boolean') {
    if (value === column.booleans?.yes) return true
    return value === column.booleans?.no ? false : readBoolean(value)
  }
  if (column.type === 'multi-choice' && /[;|]/.test(value)) {
    return value
      .split(/[;|]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }
  return value
}

function columnOf(mapping: Mapping, name: string): ColumnMapping {
  return (Object.hasOwn(mapping.columns, name) ? mapping.columns[name] : undefined) ?? { use: 'ignore' }
}

/**
 * The line and what is in it: the same file read again gives the same people, two equal rows stay two people, and a row whose
 * content changed is somebody else, since nothing in it says who it is.
 */
function rowIdentity(row: Row): string {
  const content = createHash('sha256').update(JSON.stringify(row.cells)).digest('hex').slice(0, 16)
  return `${row.mark ?? row.line}-${content}`
}
