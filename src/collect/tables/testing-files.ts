import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { openFile } from './open-file.ts'
import type { OpenedFile } from './open-file.ts'
import type { ByteSource, RowBatch } from './rows.ts'

/** Only for tests: files of test/data, bytes in pieces, everything a file holds. */
export const testData = join(import.meta.dirname, '../../../test/data')

export function bytesOf(content: string | Uint8Array, size = 1000): ByteSource {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
}

export function fileOf(path: string): ByteSource {
  return () => createReadStream(path)
}

export async function opened(source: ByteSource): Promise<OpenedFile> {
  const result = await openFile(source)
  if (result.state === 'unreadable') throw new Error(`${result.id}: ${result.message}`)
  return result.file
}

export async function allRows(file: OpenedFile): Promise<RowBatch> {
  const all: RowBatch = { rows: [], refused: [], newColumns: [] }
  for await (const batch of file.rows()) {
    all.rows.push(...batch.rows)
    all.refused.push(...batch.refused)
    all.newColumns.push(...batch.newColumns)
  }
  return all
}
