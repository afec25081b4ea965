import { readColumns, tellRow, type Columns } from './columns.ts'
import { cleanText, type DocumentLine } from './plain-text.ts'
import { labelStrength } from './speaker-words.ts'
import type { DroppedList } from './transcript.ts'

/** Collects the words of a document while its marks are walked: paragraphs, and tables of (time,) speaker and text. */
export type DocumentBuilder = {
  open: () => void
  add: (text: string) => void
  /** Whether anything stands in the paragraph that is open. */
  begun: () => boolean
  close: (as?: 'text' | 'heading') => void
  row: () => void
  cell: () => void
  endRow: () => void
  lines: () => DocumentLine[]
  /** The lines so far, which are not given again. */
  take: () => DocumentLine[]
}

type State = {
  paragraph: string[] | undefined
  lines: DocumentLine[]
  /** Cells of the row being read; a table in a table is read into the outer cell. */
  row: string[][] | undefined
  /** What the first row of the table said of its columns, and who spoke last in it. */
  columns: Columns | undefined
  before: string
  dropped: DroppedList
}

/** An empty document. Text outside a paragraph opens one, so that no word falls between two. */
export function buildDocument(dropped: DroppedList): DocumentBuilder {
  const state: State = {
    ...{ paragraph: undefined, lines: [], row: undefined },
    ...{ columns: undefined, before: '', dropped },
  }
  const close = (as: 'text' | 'heading' = 'text') => endParagraph(state, { as, dropped })
  return {
    open() {
      if (state.paragraph) close()
      state.paragraph = []
    },
    add(text) {
      state.paragraph ??= []
      state.paragraph.push(text)
    },
    begun: () => state.paragraph?.some((part) => part.trim() !== '') === true,
    close,
    row() {
      close()
      endRow(state)
      state.row = []
    },
    cell() {
      close()
      state.row?.push([])
    },
    endRow() {
      close()
      endRow(state)
    },
    lines() {
      close()
      endRow(state)
      return state.lines
    },
    take() {
      close()
      endRow(state)
      Object.assign(state, { columns: undefined, before: '' })
      return state.lines.splice(0)
    },
  }
}

function endParagraph(state: State, { as, dropped }: { as: 'text' | 'heading'; dropped: DroppedList }): void {
  if (!state.paragraph) return
  const text = cleanText(state.paragraph.join(''), dropped)
  state.paragraph = undefined
  const cell = state.row?.at(-1)
  if (cell) {
    cell.push(text)
    return
  }
  // Words between them: the next table has a head of its own.
  if (text.trim() !== '') state.columns = undefined
  for (const line of text.split('\n')) pushLine(state, { line: line.trim(), as })
  // Each paragraph stands apart, as an empty line sets them apart in plain text.
  pushLine(state, { line: '', as: 'text' })
}

/** One empty line sets apart as well as a million. */
function pushLine({ lines }: State, { line, as }: { line: string; as: 'text' | 'heading' }): void {
  if (line === '' && (lines.length === 0 || lines.at(-1)?.text === '')) return
  lines.push({ text: line, ...(as === 'heading' && line !== '' ? { heading: true } : {}) })
}

/** A row "00:12 | Anna | text" or "Anna | text" becomes a labelled line; other rows their cells in order. */
function endRow(state: State): void {
  if (!state.row) return
  const row = state.row.map((cell) => cell.join('\n').trim())
  state.row = undefined
  const cells = row.filter((cell) => cell !== '')
  if (cells.length === 0 || toldByColumns(state, row)) return
  const timed = cells.length > 1 && /^[\d:.,\s–-]+$/u.test(cells[0] ?? '')
  const [label = '', ...said] = timed ? cells.slice(1) : cells
  const time = timed ? `[${cells[0] ?? ''}] ` : ''
  if (isColumnHead(label) && said.length === 1 && /^\p{L}+$/u.test(said[0] ?? '')) return
  const speaks =
    said.length > 0 && !label.includes('\n') && labelStrength(label.replace(/:$/u, '')) !== 'never'
  const text = speaks
    ? `${time}${label.replace(/\s*:$/u, '')}: ${said.join('\n')}`
    : `${time}${[label, ...said].join('\n')}`
  for (const line of text.split('\n')) state.lines.push({ text: line.trim() })
  state.lines.push({ text: '' })
}

/** Whether the row is the head of a table whose columns say what they hold, or a row of such a table. */
function toldByColumns(state: State, row: readonly string[]): boolean {
  const head = readColumns(row)
  if (head) {
    state.columns = head
    state.before = ''
    return true
  }
  const { columns, before, dropped } = state
  // A cell over the whole width is a heading within the table.
  if (!columns || row.length <= columns.text) return false
  const line = tellRow(columns, { cells: row, before, dropped })
  if (!line) return true
  state.before = line.told?.label ?? before
  state.lines.push(line, { text: '' })
  return true
}

function isColumnHead(label: string): boolean {
  return /^(?:speaker|taler|talare|spreker|sprecher(?:in)?|name|navn|namn|naam)$/iu.test(label)
}
