import { newBreath } from '../../platform/breath.ts'
import { fromExcelSerial } from './dates.ts'
import { elementsOf, innerOf } from './elements.ts'
import { columnNumber, fillingDown, type MergedDown } from './merged-cells.ts'
import type { ByteSource, Row } from './rows.ts'
import { UnreadableFile } from './rows.ts'
import { unzipEntries } from './unzip.ts'
import { textIn, tooMuch, unescapeXml } from './workbook.ts'
import type { Sheet, Workbook } from './workbook.ts'

const longestRow = 4_000_000

/** The rows of a sheet, as they come out of the archive; empty rows are passed over, cells that are merged down filled. */
export async function* readSheetRows(
  source: ByteSource,
  { workbook, sheet, merged }: { workbook: Workbook; sheet: Sheet; merged: readonly MergedDown[] },
): AsyncGenerator<Row> {
  const fillDown = fillingDown(merged)
  const decoder = new TextDecoder()
  let rest = ''
  let line = 0
  const breathe = newBreath()
  for await (const { bytes } of unzipEntries(
    source,
    (name) => name.toLowerCase() === sheet.path.toLowerCase(),
  )) {
    rest += decoder.decode(bytes, { stream: true })
    let end = 0
    for (const row of elementsOf(rest, 'row')) {
      end = row.end
      const written = /(?:^|\s)r="(\d+)"/.exec(row.attributes)?.[1]
      line = written === undefined ? line + 1 : Number(written)
      const cells = readCells(row.inner, workbook)
      fillDown(line, cells)
      await breathe()
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells, raw: cells.map(asCsvCell).join(',') }
    }
    rest = rest.slice(end)
    if (rest.length > longestRow) throw new UnreadableFile('file-inflates-too-much', tooMuch)
  }
  // A download cut off in the middle must not look like a short list of people.
  if (!/<\/(?:\w+:)?worksheet>\s*$/.test(rest)) {
    throw new UnreadableFile(
      'file-damaged',
      `This workbook ends in the middle of its sheet "${sheet.name}". Download or save it again.`,
    )
  }
}

/** Most columns a sheet can have. */
const mostColumns = 16_384

function readCells(row: string, workbook: Workbook): string[] {
  const cells: string[] = []
  for (const { attributes, inner } of elementsOf(row, 'c')) {
    const reference = /(?:^|\s)r="([A-Z]+)\d+"/.exec(attributes)?.[1]
    const column = reference === undefined ? cells.length : columnNumber(reference)
    if (column >= mostColumns) continue
    while (cells.length < column) cells.push('')
    cells[column] = readCell({ attributes, inner }, workbook)
  }
  return cells
}

function readCell(cell: { attributes: string; inner: string }, workbook: Workbook): string {
  const type = /(?:^|\s)t="(\w+)"/.exec(cell.attributes)?.[1] ?? 'n'
  if (type === 'inlineStr') return textIn(cell.inner)
  const value = unescapeXml(innerOf(cell.inner, 'v') ?? '')
  if (type === 's') return workbook.sharedStrings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type !== 'n' || value === '') return value
  const style = Number(/(?:^|\s)s="(\d+)"/.exec(cell.attributes)?.[1] ?? 0)
  const { isDate, digits } = workbook.styles[style] ?? { isDate: false, digits: 0 }
  if (!isDate) return withZeros(plainNumber(value), digits)
  return fromExcelSerial(Number(value) + (workbook.epoch === 1904 ? 1462 : 0)) ?? value
}

/** 0.30000000000000004 is how a sheet stores what it shows as 0.3: fifteen digits are what it knows. */
function plainNumber(value: string): string {
  if (value.length < 16 && !/e/i.test(value)) return value
  const number = Number(value)
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value
}

/** A postcode kept as the number 1067 and shown as 01067 is 01067. */
function withZeros(number: string, digits: number): string {
  return digits > 0 && /^\d+$/.test(number) ? number.padStart(digits, '0') : number
}

function asCsvCell(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
