import { shownBytes } from './utf8.ts'

/** One line of the original, split into cells in the order of the file's columns. */
export type Row = {
  /** Where the row starts in the original, counted from 1: a line of text, or a row of a sheet. */
  line: number
  cells: string[]
  /** The row as written, without its line end, so that a refused row can be handed back as it was. */
  raw: string
  /** Of a row that came back mended: which line it was, however many others come back with it. */
  mark?: string | undefined
}

export type RowRefusal =
  | 'ragged-line'
  | 'broken-quotes'
  | 'line-too-long'
  | 'not-json'
  | 'not-an-object'
  | 'second-header'
  | 'not-utf-8'
  | 'sheet-cell-error'

/** A row that could not be read. `message` says why, in English, for the row's own report. */
export type RefusedRow = { line: number; raw: string; reason: RowRefusal; message: string }

/** A row with bytes that the file's encoding does not have, which would silently become other letters. */
export function refuseStrayBytes({ line, raw }: { line: number; raw: string }): RefusedRow {
  return {
    line,
    raw: shownBytes(raw),
    reason: 'not-utf-8',
    message:
      'This file is UTF-8, but this line holds other bytes. They are shown as Windows-1252 would read them: check the letters and send the line again.',
  }
}

/** A handful of rows read together. */
export type RowBatch = {
  rows: Row[]
  refused: RefusedRow[]
  /** Columns met that the sample did not have (JSON lines only). */
  newColumns: string[]
}

/** Rows in one batch: enough to amortise the await, little enough to keep memory flat. */
export const batchSize = 1000

/** Characters in one batch, or a sample, before it ends: of rows of a megabyte a thousand would fill the memory. */
export const batchCharacters = 4_000_000

/** Columns of a file, as many as a sheet can have. */
export const mostColumns = 16_384

/** Throws `UnreadableFile` where a file has more columns than any table. */
export function refuseTooManyColumns(columns: number): void {
  if (columns > mostColumns)
    throw new UnreadableFile(
      'file-has-too-many-columns',
      'This file has more than 16,384 columns, more than any table of people. Export it with one person a row and the columns you need.',
    )
}

/** Rows a sample holds at most: of a table of a thousand columns two thousand rows are two million cells already. */
export function rowsOfSample(columns: number): number {
  return Math.max(50, Math.min(sampleRows, Math.floor(sampleCells / Math.max(1, columns))))
}

/** Rows the meaning of columns is guessed from. */
export const sampleRows = 2000
const sampleCells = 2_000_000

export function emptyBatch(): RowBatch {
  return { rows: [], refused: [], newColumns: [] }
}

/** The file as it lies somewhere; may be opened several times. */
export type ByteSource = () => AsyncIterable<Uint8Array>

export type FileProblemId =
  | 'file-empty'
  | 'file-is-zip'
  | 'file-is-binary'
  | 'file-is-old-excel'
  | 'file-inflates-too-much'
  | 'file-damaged'
  | 'file-has-no-rows'
  | 'file-has-no-such-sheet'
  | 'file-has-too-many-columns'

/** The whole file cannot be read. The sentence says what to do next. */
export class UnreadableFile extends Error {
  readonly id: FileProblemId
  constructor(id: FileProblemId, message: string) {
    super(message)
    this.id = id
  }
}
