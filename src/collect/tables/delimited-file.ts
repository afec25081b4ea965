import { guessDelimiter } from './csv-dialect.ts'
import type { Delimiter } from './csv-dialect.ts'
import { readCsv, readCsvSample } from './csv.ts'
import { decodeText, guessEncoding } from './encoding.ts'
import type { EncodingGuess } from './encoding.ts'
import { guessHeader, isHeading } from './header.ts'
import type { HeaderGuess } from './header.ts'
import { UnreadableFile, refuseStrayBytes, refuseTooManyColumns, rowsOfSample, sampleRows } from './rows.ts'
import type { ByteSource, Row, RowBatch } from './rows.ts'
import { hasStrayBytes, shownBytes } from './utf8.ts'

export type DelimitedFile = {
  kind: 'delimited'
  encoding: EncodingGuess
  delimiter: Delimiter
  header: HeaderGuess
  columns: string[]
  sample: Row[]
  rows(): AsyncGenerator<RowBatch>
}

/** Reads the dialect, the columns and a sample from the beginning of a text file; `rows()` then reads all of it. */
export async function openDelimited(file: {
  source: ByteSource
  head: Uint8Array
  headIs: 'whole' | 'cut off'
}): Promise<DelimitedFile> {
  const encoding = guessEncoding(file.head)
  const text = await decodeAll(file.head, encoding)
  const delimiter = guessDelimiter(text.slice(0, 200_000))
  const read = readCsvSample(text, { delimiter, complete: file.headIs, most: sampleRows + 2 })
  const header = guessHeader(read.rows)
  if (header.columns.length === 0) {
    throw new UnreadableFile(
      'file-has-no-rows',
      'There is no row in this file. Export it again with the data in it.',
    )
  }
  refuseTooManyColumns(header.columns.length)
  const checked = checkRows(read, header)
  return {
    kind: 'delimited',
    encoding,
    delimiter,
    header,
    columns: header.columns,
    sample: checked.rows.slice(0, rowsOfSample(header.columns.length)),
    rows: async function* () {
      if (header.second) yield { rows: [], refused: [header.second], newColumns: [] }
      for await (const batch of readCsv(decodeText(file.source(), encoding), { delimiter }))
        yield checkRows(batch, header)
    },
  }
}

/** Rows with another number of cells than the header are refused; empty cells too many at the end do no harm. */
function checkRows(batch: RowBatch, header: HeaderGuess): RowBatch {
  const width = header.columns.length
  const checked: RowBatch = {
    rows: [],
    refused: batch.refused.map((row) => ({ ...row, raw: shownBytes(row.raw) })),
    newColumns: [],
  }
  for (const row of batch.rows) {
    if (isHeading(header, row)) continue
    const { cells } = row
    if (hasStrayBytes(row.raw)) {
      checked.refused.push(refuseStrayBytes(row))
    } else if (cells.length === width) {
      checked.rows.push(row)
    } else if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')) {
      checked.rows.push({ ...row, cells: cells.slice(0, width) })
    } else {
      checked.refused.push({
        line: row.line,
        raw: row.raw,
        reason: 'ragged-line',
        message: `This line has ${cells.length} cells where the file has ${width} columns.`,
      })
    }
  }
  return checked
}

async function decodeAll(bytes: Uint8Array, encoding: EncodingGuess): Promise<string> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  let text = ''
  for await (const piece of decodeText(once(), encoding)) text += piece
  return text
}
