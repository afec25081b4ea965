import { guessDateFormat } from './dates.ts'
import type { RefusedRow, Row } from './rows.ts'

export type HeaderGuess = {
  /** Names of the columns, unique and never empty ("column 3"). */
  columns: string[]
  /** Whether the first row holds names. */
  firstRow: 'names' | 'data'
  /** The line of the names; null where there are none. What stands above is a title and no row. */
  line: number | null
  /** A second line of headings, left out of the data. */
  second: RefusedRow | null
}

/** Whether and where a row names the columns, from a sample of the file's first rows. */
export function guessHeader(sample: readonly Row[]): HeaderGuess {
  const rows = sample.slice(rowsAbove(sample))
  const [first, second, ...more] = rows
  if (!first) return { columns: [], firstRow: 'data', line: null, second: null }
  const below = second ? [second, ...more] : more
  if (looksLikeData(first.cells, below)) {
    return {
      columns: first.cells.map((_, i) => `column ${i + 1}`),
      firstRow: 'data',
      line: null,
      second: null,
    }
  }
  const broken = second && isSecondHeader(second, { header: first.cells, below: more })
  return {
    columns: nameColumns(first.cells, broken ? second.cells : []),
    firstRow: 'names',
    line: first.line,
    second: broken
      ? {
          line: second.line,
          raw: second.raw,
          reason: 'second-header',
          message: 'This line is a second heading, not a person.',
        }
      : null,
  }
}

/** Whether a row stands above the data: a title, the heading or a second heading. */
export function isHeading({ line, second }: HeaderGuess, row: { line: number }): boolean {
  return (line !== null && row.line <= line) || row.line === second?.line
}

/** Most rows that are taken for a title above the heading. */
const mostAbove = 20

/**
 * How many rows stand above the heading: those that fill at most half as many cells as a usual row, as a title, a date and empty
 * rows do. None where no row below them could be a heading.
 */
function rowsAbove(rows: readonly Row[]): number {
  const filled = rows.slice(0, 200).map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  const usual = filled.toSorted((a, b) => a - b)[filled.length >> 1] ?? 0
  if (usual < 2) return 0
  const head = filled.slice(0, mostAbove + 1).findIndex((count) => count > usual / 2)
  const cells = rows[head]?.cells
  return head > 0 && cells && !looksLikeData(cells, rows.slice(head + 1)) ? head : 0
}

type Shape = 'email' | 'uuid' | 'number' | 'date' | 'digits'

/** A first row with an e-mail address over e-mail addresses is a person, not a heading. */
function looksLikeData(first: readonly string[], below: readonly Row[]): boolean {
  let alike = 0
  let repeated = 0
  let filled = 0
  for (const [index, cell] of first.entries()) {
    const value = cell.trim()
    if (value === '') continue
    filled++
    const shape = shapeOf(value)
    const column = below.slice(0, 200).map((row) => (row.cells[index] ?? '').trim())
    if (shape === 'email' || shape === 'uuid') return true
    if (
      shape &&
      column.length > 0 &&
      column.filter((other) => shapeOf(other) === shape).length / column.length > 0.8
    )
      alike++
    if (!shape && value.length > 1 && column.filter((other) => other === value).length >= 2) repeated++
  }
  // Names are written once: values that come again below are a person's, unless a file codes "pub" against "Not.pub".
  const twice = new Set(first).size < first.length
  return (
    filled > 0 && (alike / filled >= 0.3 || (below.length >= 5 && repeated / filled >= (twice ? 0.5 : 0.9)))
  )
}

function shapeOf(value: string): Shape | null {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'email'
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) return 'uuid'
  if (/^\+?\d{7,}$/.test(value)) return 'digits'
  if (/^[-+]?\d+(?:[.,]\d+)?$/.test(value)) return 'number'
  return guessDateFormat([value], 'no hint') ? 'date' : null
}

/** Empty where every other row is filled, and saying nothing that any other row says ("Response" in every cell). */
function isSecondHeader(row: Row, file: { header: readonly string[]; below: readonly Row[] }): boolean {
  const below = file.below.slice(0, 200)
  if (below.length < 3) return false
  const emptyWhereFilled = row.cells.some(
    (cell, i) => cell.trim() === '' && below.every((other) => (other.cells[i] ?? '').trim() !== ''),
  )
  const filled = [...row.cells.entries()].filter(([, cell]) => cell.trim() !== '')
  const foreign = filled.every(([i, cell]) => below.every((other) => other.cells[i] !== cell))
  const constant = new Set(filled.map(([, cell]) => cell)).size === 1 && filled.length > 2
  const importIds = filled.length > 0 && filled.every(([, cell]) => cell.startsWith('{"ImportId"'))
  return (
    importIds ||
    (foreign && filled.length > 0 && (emptyWhereFilled || constant) && (constant || file.header.includes('')))
  )
}

/** Empty names become the question before them with the second heading, or "column 3"; double names get a number. */
function nameColumns(header: readonly string[], second: readonly string[]): string[] {
  const seen = new Map<string, number>()
  let question = ''
  return header.map((cell, index) => {
    // An object cannot have this key without losing it on the way.
    const name = cell.trim() === '__proto__' ? 'proto' : cell.trim()
    if (name !== '') question = name
    const below = (second[index] ?? '').trim()
    const full =
      name !== '' ? name : below !== '' && question !== '' ? `${question} - ${below}` : `column ${index + 1}`
    const times = (seen.get(full) ?? 0) + 1
    seen.set(full, times)
    return times === 1 ? full : `${full} (${times})`
  })
}
