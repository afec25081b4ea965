import { elementsOf } from './elements.ts'
import type { ByteSource } from './rows.ts'
import { unzipEntries } from './unzip.ts'

/** Cells of one column merged from one row of the sheet down to another: what stands in the first stands for all. */
export type MergedDown = { column: number; from: number; to: number }

/** What a list of merged cells may take; a hundred thousand fit. */
const longestList = 4_000_000

/**
 * The cells of a sheet that are merged down, which stand behind its rows. Undefined where more than `most` bytes of it would have to be looked
 * through. Of a merged block only the first column is told: across, a heading or a title is merged, not a value.
 */
export async function mergedDown(
  source: ByteSource,
  { path, most = Infinity }: { path: string; most?: number },
): Promise<readonly MergedDown[] | undefined> {
  let before = Buffer.alloc(0)
  let list: string | undefined
  let looked = 0
  for await (const { bytes } of unzipEntries(source, (name) => name.toLowerCase() === path.toLowerCase())) {
    looked += bytes.length
    if (looked > most) return undefined
    if (list !== undefined) {
      if (list.length < longestList) list += Buffer.from(bytes).toString('latin1')
      continue
    }
    const piece = Buffer.concat([before, bytes])
    const at = piece.indexOf('mergeCells')
    if (at >= 0) list = piece.subarray(at).toString('latin1')
    before = piece.subarray(-'mergeCells'.length)
  }
  return list === undefined ? [] : readList(list)
}

function readList(list: string): MergedDown[] {
  const found: MergedDown[] = []
  for (const { attributes } of elementsOf(list, 'mergeCell')) {
    const [, column, from, to] = /ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"/.exec(attributes) ?? []
    if (column === undefined || Number(from) >= Number(to)) continue
    found.push({ column: columnNumber(column), from: Number(from), to: Number(to) })
  }
  return found
}

/** "A" → 0, "AB" → 27. */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

/** Fills the rows of a sheet, from the first to the last, with what is merged down to them. A row in which nothing else stands stays empty. */
export function fillingDown(merged: readonly MergedDown[]): (line: number, cells: string[]) => void {
  const coming = merged.toSorted((a, b) => a.from - b.from)
  let next = 0
  let open: (MergedDown & { value: string })[] = []
  return (line, cells) => {
    open = open.filter(({ to }) => to >= line)
    if (cells.some((cell) => cell.trim() !== ''))
      for (const { column, value } of open) {
        while (cells.length <= column) cells.push('')
        cells[column] ||= value
      }
    for (let one = coming[next]; one !== undefined && one.from <= line; one = coming[++next])
      if (one.from === line && one.to > line) open.push({ ...one, value: cells[one.column] ?? '' })
  }
}
