import { guessHeader, isHeading } from './header.ts'
import type { HeaderGuess } from './header.ts'
import { mergedDown, type MergedDown } from './merged-cells.ts'
import {
  UnreadableFile,
  batchCharacters,
  batchSize,
  emptyBatch,
  refuseTooManyColumns,
  rowsOfSample,
  sampleRows,
} from './rows.ts'
import type { ByteSource, Row, RowBatch } from './rows.ts'
import { readSheetRows } from './sheet-rows.ts'
import { readWorkbook } from './workbook.ts'
import type { Sheet, Workbook } from './workbook.ts'

export type SheetFile = {
  kind: 'xlsx'
  /** Name of the sheet that is read: the one asked for, or the one that holds the table. */
  sheet: string
  otherSheets: string[]
  header: HeaderGuess
  columns: string[]
  sample: Row[]
  rows(): AsyncGenerator<RowBatch>
  /** Every row as it stands in the sheet, whatever names its columns. */
  written(): AsyncGenerator<Row>
}

/** Bytes of a sheet looked through for merged cells before its first rows are shown: half a second and tens of thousands of rows. Beyond, they are filled in the import only. */
const mostLookedThrough = 32 << 20

/** Sheets looked at for the table; nobody is known to keep more before it. */
const mostLookedAt = 20

/**
 * Opens a sheet of an XLSX workbook: the one named, or else the one that holds the largest table. Dates become ISO dates, numbers
 * plain numbers with a point and the zeros that their format shows, cells merged down a column what stands in the first. Throws `UnreadableFile`, also where no sheet has that name.
 */
export async function openSheet(source: ByteSource, named?: string): Promise<SheetFile> {
  const workbook = await readWorkbook(source)
  const { sheet, first, header, merged } = await chooseSheet({ source, workbook, named })
  const width = header.columns.length
  if (width === 0) {
    throw new UnreadableFile(
      'file-has-no-rows',
      `The sheet "${sheet.name}" has no rows. Choose a sheet that holds people, or move them there.`,
    )
  }
  refuseTooManyColumns(width)
  const everyRow = async function* () {
    const all = merged ?? (await mergedDown(source, { path: sheet.path })) ?? []
    yield* readSheetRows(source, { workbook, sheet, merged: all })
  }
  const fit = (row: Row): Row => ({ ...row, cells: header.columns.map((_, index) => row.cells[index] ?? '') })
  return {
    kind: 'xlsx',
    sheet: sheet.name,
    otherSheets: workbook.sheets.filter((other) => other !== sheet).map(({ name }) => name),
    header,
    columns: header.columns,
    sample: first
      .filter((row) => !isHeading(header, row))
      .slice(0, rowsOfSample(width))
      .map(fit),
    written: everyRow,
    rows: async function* () {
      let batch = emptyBatch()
      let characters = 0
      if (header.second) batch.refused.push(header.second)
      for await (const row of everyRow()) {
        if (isHeading(header, row)) continue
        if (row.cells.slice(width).some((cell) => cell.trim() !== '')) {
          const message = `This row has cells beyond the ${width} columns that have a heading.`
          batch.refused.push({ line: row.line, raw: row.raw, reason: 'ragged-line', message })
        } else batch.rows.push(fit(row))
        characters += row.raw.length + width
        if (batch.rows.length + batch.refused.length >= batchSize || characters >= batchCharacters) {
          yield batch
          batch = emptyBatch()
          characters = 0
        }
      }
      if (batch.rows.length + batch.refused.length > 0) yield batch
    },
  }
}

/** `merged` is undefined where the sheet is too long to be looked through for it. */
type Looked = { sheet: Sheet; first: Row[]; header: HeaderGuess; merged: readonly MergedDown[] | undefined }

async function chooseSheet(given: {
  source: ByteSource
  workbook: Workbook
  named: string | undefined
}): Promise<Looked> {
  const { named } = given
  const { sheets } = given.workbook
  if (named !== undefined) {
    const sheet = sheets.find(({ name }) => name === named)
    if (sheet) return lookAt(given, sheet)
    const names = sheets.map(({ name }) => `"${name}"`).join(', ')
    throw new UnreadableFile(
      'file-has-no-such-sheet',
      `This workbook has no sheet "${named}". It has ${names}: name one of these.`,
    )
  }
  const shown = sheets.filter((sheet) => sheet.shown).slice(0, mostLookedAt)
  if (shown.length <= 1) return lookAt(given, shown[0] ?? sheets[0])
  let best: Looked | undefined
  let fault: UnreadableFile | undefined
  for (const sheet of shown) {
    try {
      const looked = await lookAt(given, sheet)
      if (best === undefined || sizeOf(looked) > sizeOf(best)) best = looked
    } catch (error) {
      // A sheet of charts, or one that is damaged, is no reason not to read the others.
      if (!(error instanceof UnreadableFile)) throw error
      fault ??= error
    }
  }
  if (best) return best
  throw fault ?? new UnreadableFile('file-damaged', 'No sheet of this workbook can be read. Save it again.')
}

async function lookAt(
  { source, workbook }: { source: ByteSource; workbook: Workbook },
  sheet: Sheet,
): Promise<Looked> {
  const first: Row[] = []
  let characters = 0
  const merged = await mergedDown(source, { path: sheet.path, most: mostLookedThrough })
  for await (const row of readSheetRows(source, { workbook, sheet, merged: merged ?? [] })) {
    first.push(row)
    characters += row.raw.length + row.cells.length
    if (first.length > sampleRows || characters >= batchCharacters) break
  }
  return { sheet, first, header: guessHeader(first), merged }
}

/** Filled cells under the heading. A column of its own is a note beside any table, however long. */
function sizeOf({ first, header }: Looked): number {
  const below = first.filter((row) => !isHeading(header, row))
  const cells = below.reduce((sum, row) => sum + row.cells.filter((cell) => cell.trim() !== '').length, 0)
  return header.columns.length > 1 ? cells : cells / 1e6
}
