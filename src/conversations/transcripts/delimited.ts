import { readColumns, readSpan, type Columns } from './columns.ts'
import type { TextTurns } from './plain-text.ts'
import { momentOf, turnsOfSaid, type Said } from './said.ts'
import { newDroppedList } from './transcript.ts'

/**
 * Reads a transcript that came as rows between commas, semicolons or tabs, as Whisper, NVivo, Trint or Fireflies write
 * them. Undefined where the first row does not name the words said and who says them or when: such a table holds
 * something else.
 */
export function readDelimited(text: string): TextTurns | undefined {
  const plain = text.replace(/^\ufeff/u, '').trimStart()
  const first = /^[^\r\n]*/u.exec(plain.slice(0, 2000))?.[0] ?? ''
  const mark = ['\t', ',', ';'].find(
    (one) => readColumns(rowsOf(first, one).next().value ?? []) !== undefined,
  )
  if (mark === undefined) return undefined
  const [head = [], ...written] = rowsOf(plain, mark)
  const columns = readColumns(head)
  if (columns === undefined || written.length === 0) return undefined
  return readRows(
    head,
    written.map((cells) => withWholeText(cells, { columns, mark })),
  )
}

/** The same for rows that a reader of another format has already cut into cells. */
export function readRows(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): TextTurns | undefined {
  const columns = readColumns(head)
  if (columns === undefined || rows.length === 0) return undefined
  const dropped = newDroppedList()
  const turns = turnsOfSaid(saidInRows(rows, columns))
  const other = head.flatMap((name, at) => (isUsed(columns, at) || name.trim() === '' ? [] : [name.trim()]))
  if (other[0] !== undefined) dropped.drop('other-columns', other.join(', '), other.length)
  for (const cell of rows.flatMap((cells) => cells.slice(head.length)))
    if (cell.trim() !== '') dropped.drop('other-columns', cell.trim())
  return { ...turns, dropped: [...dropped.list(), ...turns.dropped] }
}

/** Words that stand last in a row may hold the mark without quotes around them. */
function withWholeText(
  cells: readonly string[],
  { columns, mark }: { columns: Columns; mark: string },
): readonly string[] {
  const { text, head } = columns
  if (text !== head.length - 1 || cells.slice(text + 1).every((cell) => cell.trim() === '')) return cells
  return [...cells.slice(0, text), cells.slice(text).join(mark)]
}

function saidInRows(rows: readonly (readonly string[])[], columns: Columns): Said[] {
  let speaker: string | null = null
  return rows.flatMap((cells): Said[] => {
    const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim())
    if (cells.every((one) => one.trim() === '')) return []
    const name = cell(columns.speaker).replace(/\s*:$/u, '')
    if (name !== '') speaker = name
    const span = readSpan(cell(columns.time))
    const start = span.startMs === undefined ? momentOf(cell(columns.time), 'unsure') : { ms: span.startMs }
    const end = span.endMs === undefined ? momentOf(cell(columns.end), 'unsure') : { ms: span.endMs }
    return [{ speaker, text: cell(columns.text), ...(start ? { start } : {}), ...(end ? { end } : {}) }]
  })
}

function isUsed({ text, speaker, time, end }: Columns, at: number): boolean {
  return [text, speaker, time, end].includes(at)
}

/** Rows of RFC 4180, line ends of any kind. */
function* rowsOf(text: string, mark: string): Generator<string[], undefined> {
  let row: string[] = []
  for (let at = 0; at <= text.length;) {
    const cell = cellAt(text, { at, mark })
    row.push(cell.text)
    if (text.charAt(cell.end) === mark) {
      at = cell.end + 1
      continue
    }
    yield row
    row = []
    if (cell.end >= text.length) return undefined
    at = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1)
    if (at >= text.length) return undefined
  }
  return undefined
}

/** The cell that begins there. A quote opens one only if it also closes one: Whisper writes quotes that were said. */
function cellAt(text: string, { at, mark }: { at: number; mark: string }): { text: string; end: number } {
  const close = text.charAt(at) === '"' ? closingQuote(text, at + 1) : -1
  if (close >= 0) {
    const words = text.slice(at + 1, close)
    const end = endOfCell(text, { at: close + 1, mark })
    // Between tabs nobody quotes a tab: a quote that seems to close rows further down was said in both.
    const isQuoted = mark !== '\t' || !words.includes(mark) || !/[\r\n]/u.test(words)
    if (isQuoted && text.slice(close + 1, end).trim() === '')
      return { text: words.replaceAll('""', '"'), end }
  }
  const end = endOfCell(text, { at, mark })
  return { text: text.slice(at, end), end }
}

/** Where the quote stands that ends what another opened, or -1; two in a row are one that was written. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2)
  return at
}

function endOfCell(text: string, { at, mark }: { at: number; mark: string }): number {
  let end = at
  while (end < text.length && text.charAt(end) !== mark && !/[\r\n]/u.test(text.charAt(end))) end++
  return end
}
