import { guessHeader } from './header.ts'
import type { HeaderGuess } from './header.ts'
import { UnreadableFile, batchSize, emptyBatch } from './rows.ts'
import type { ByteSource, Row, RowBatch } from './rows.ts'
import { readSheetRows } from './sheet-rows.ts'
import { readWorkbook } from './workbook.ts'

export type SheetFile = {
  kind: 'xlsx'
  /** Name of the sheet that is read: the first. */
  sheet: string
  otherSheets: string[]
  header: HeaderGuess
  columns: string[]
  sample: Row[]
  rows(): AsyncGenerator<RowBatch>
  /** Every row as it stands in the sheet, whatever names its columns. */
  written(): AsyncGenerator<Row>
}

const sampleRows = 2000

/** Opens the first sheet of an XLSX workbook. Dates become ISO dates, numbers plain numbers with a point. */
export async function openSheet(source: ByteSource): Promise<SheetFile> {
  const workbook = await readWorkbook(source)
  const first: Row[] = []
  for await (const row of readSheetRows(source, workbook)) {
    first.push(row)
    if (first.length > sampleRows) break
  }
  const header = guessHeader(first)
  const width = header.columns.length
  if (width === 0) {
    throw new UnreadableFile(
      'file-has-no-rows',
      `The first sheet, "${workbook.sheet}", has no rows. Move the people there.`,
    )
  }
  const skip = new Set([header.firstRow === 'names' ? first[0]?.line : undefined, header.second?.line])
  const fit = (row: Row): Row => ({ ...row, cells: header.columns.map((_, index) => row.cells[index] ?? '') })
  return {
    kind: 'xlsx',
    sheet: workbook.sheet,
    otherSheets: workbook.otherSheets,
    header,
    columns: header.columns,
    sample: first.filter((row) => !skip.has(row.line)).map(fit),
    written: () => readSheetRows(source, workbook),
    rows: async function* () {
      let batch = emptyBatch()
      if (header.second) batch.refused.push(header.second)
      for await (const row of readSheetRows(source, workbook)) {
        if (skip.has(row.line)) continue
        if (row.cells.slice(width).some((cell) => cell.trim() !== '')) {
          const message = `This row has cells beyond the ${width} columns that have a heading.`
          batch.refused.push({ line: row.line, raw: row.raw, reason: 'ragged-line', message })
        } else batch.rows.push(fit(row))
        if (batch.rows.length + batch.refused.length >= batchSize) {
          yield batch
          batch = emptyBatch()
        }
      }
      if (batch.rows.length + batch.refused.length > 0) yield batch
    },
  }
}
