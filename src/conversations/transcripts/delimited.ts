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
  const [head = [], ...rows] = rowsOf(plain, mark)
  const columns = readColumns(head)
  if (columns === undefined || rows.length === 0) return undefined
  const dropped = newDroppedList()
  const said = saidInRows(rows, columns)
  const turns = turnsOfSaid(said)
  const other = head.flatMap((name, at) => (isUsed(columns, at) || name.trim() === '' ? [] : [name.trim()]))
  if (other[0] !== undefined) dropped.drop('other-columns', other.join(', '), other.length)
  return { ...turns, dropped: [...dropped.list(), ...turns.dropped] }
}

function saidInRows(rows: readonly string[][], columns: Columns): Said[] {
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

/** Rows of RFC 4180, line ends of any kind; a quote that never ends takes the rest, as spreadsheets do. */
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

function cellAt(text: string, { at, mark }: { at: number; mark: string }): { text: string; end: number } {
  let words = ''
  let from = at
  if (text.charAt(at) === '"') {
    for (from = at + 1; ;) {
      const quote = text.indexOf('"', from)
      if (quote < 0) return { text: words + text.slice(from), end: text.length }
      words += text.slice(from, quote)
      from = quote + 1
      if (text.charAt(from) !== '"') break
      words += '"'
      from++
    }
  }
  let end = from
  while (end < text.length && text.charAt(end) !== mark && !/[\r\n]/u.test(text.charAt(end))) end++
  return { text: words + text.slice(from, end), end }
}
