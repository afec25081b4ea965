import { inBreaths } from '../../platform/breath.ts'
import { openDelimited } from './delimited-file.ts'
import type { DelimitedFile } from './delimited-file.ts'
import { guessEncoding } from './encoding.ts'
import { openJson } from './json-file.ts'
import type { JsonFile } from './json-file.ts'
import { UnreadableFile } from './rows.ts'
import type { ByteSource, FileProblemId } from './rows.ts'
import { openSheet } from './sheet-file.ts'
import type { SheetFile } from './sheet-file.ts'

export type OpenedFile = DelimitedFile | JsonFile | SheetFile

export type OpenResult =
  | { state: 'opened'; file: OpenedFile }
  | { state: 'unreadable'; id: FileProblemId; message: string }

/** Bytes looked at before deciding what the file is: enough for a thousand rows of a usual file. */
const headBytes = 4 << 20

/**
 * Looks at the content, never the name, and opens delimited text, JSON lines, a JSON array or a sheet of an XLSX workbook: that of
 * the name, or the one that holds the table. The source is
 * read again from its beginning each time `rows()` is called, in small pieces between which others are served; nothing is held but a sample. While reading, `rows()` may throw
 * `UnreadableFile` (a damaged or bursting workbook).
 */
export async function openFile(
  source: ByteSource,
  { sheet }: { sheet?: string | undefined } = {},
): Promise<OpenResult> {
  try {
    return { state: 'opened', file: await open(() => inBreaths(source()), sheet) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { state: 'unreadable', id: error.id, message: error.message }
    throw error
  }
}

async function open(source: ByteSource, sheet: string | undefined): Promise<OpenedFile> {
  const { head, headIs } = await readHead(source)
  if (head.every((byte) => byte <= 0x20)) {
    throw new UnreadableFile(
      'file-empty',
      'This file is empty. Export it again and look at its size before you upload it.',
    )
  }
  if (startsWith(head, [0x50, 0x4b])) return openSheet(source, sheet)
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnreadableFile(
      'file-is-old-excel',
      'This is an old Excel workbook (.xls) or one locked with a password. Save it as .xlsx without a password, or as CSV.',
    )
  }
  refuseBinary(head)
  const text = new TextDecoder(guessEncoding(head).encoding).decode(head.subarray(0, 4096)).trimStart()
  if (text.startsWith('{')) return openJson({ source, head, kind: 'json-lines' })
  if (/^\[\s*(\{|\]|$)/.test(text)) return openJson({ source, head, kind: 'json-array' })
  return openDelimited({ source, head, headIs })
}

function refuseBinary(head: Uint8Array): void {
  if (guessEncoding(head).encoding.startsWith('utf-16')) return
  const looked = head.subarray(0, 8192)
  const odd = looked.reduce(
    (count, byte) => count + (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) ? 1 : 0),
    0,
  )
  const known: [number[], string][] = [
    [[0x1f, 0x8b], 'a gzip archive: unpack it first'],
    [[0x25, 0x50, 0x44, 0x46], 'a PDF: export the table as CSV or XLSX'],
    [[0x89, 0x50, 0x4e, 0x47], 'a picture: export the table as CSV or XLSX'],
  ]
  const name = known.find(([start]) => startsWith(head, start))?.[1]
  if (name !== undefined) throw new UnreadableFile('file-is-binary', `This file is ${name}.`)
  if (odd / looked.length > 0.02) {
    throw new UnreadableFile(
      'file-is-binary',
      'This file is no text. Export the people as CSV, XLSX or JSON lines.',
    )
  }
}

async function readHead(source: ByteSource): Promise<{ head: Uint8Array; headIs: 'whole' | 'cut off' }> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source()) {
    pieces.push(piece)
    size += piece.length
    if (size > headBytes) return { head: Buffer.concat(pieces).subarray(0, headBytes), headIs: 'cut off' }
  }
  return { head: Buffer.concat(pieces), headIs: 'whole' }
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
