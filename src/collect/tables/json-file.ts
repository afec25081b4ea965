import { decodeText, guessEncoding } from './encoding.ts'
import type { EncodingGuess } from './encoding.ts'
import { splitJson } from './json-records.ts'
import type { JsonRecord } from './json-records.ts'
import {
  batchCharacters,
  batchSize,
  emptyBatch,
  mostColumns,
  refuseStrayBytes,
  refuseTooManyColumns,
  rowsOfSample,
  sampleRows,
  UnreadableFile,
} from './rows.ts'
import type { ByteSource, RefusedRow, Row, RowBatch } from './rows.ts'
import { hasStrayBytes, shownBytes } from './utf8.ts'

export type JsonFile = {
  kind: 'json-lines' | 'json-array'
  encoding: EncodingGuess
  columns: string[]
  sample: Row[]
  rows(): AsyncGenerator<RowBatch>
}

/**
 * JSON lines, or one array of objects. Nested objects become columns named by their path ("address.city"), lists of plain
 * values one cell joined by "; ", other lists JSON. Columns first seen after the sample are named in `newColumns`.
 */
export async function openJson(file: {
  source: ByteSource
  head: Uint8Array
  kind: 'json-lines' | 'json-array'
}): Promise<JsonFile> {
  const encoding = guessEncoding(file.head)
  const records = (): AsyncGenerator<JsonRecord> => splitJson(decodeText(file.source(), encoding), file.kind)
  const columns = new Set<string>()
  const flats: { line: number; raw: string; flat: Map<string, string> }[] = []
  let characters = 0
  for await (const record of records()) {
    const read = readRecord(record)
    if ('flat' in read) {
      for (const key of read.flat.keys()) columns.add(key)
      refuseTooManyColumns(columns.size)
      flats.push({ line: record.line, raw: record.raw, flat: read.flat })
    }
    characters += record.raw.length
    if (flats.length >= sampleRows || characters >= batchCharacters) break
  }
  if (columns.size === 0) {
    throw new UnreadableFile(
      'file-has-no-rows',
      'There is no JSON object in this file. One object a line is what can be read.',
    )
  }
  const names = [...columns]
  return {
    kind: file.kind,
    encoding,
    columns: names,
    sample: flats.slice(0, rowsOfSample(names.length)).map(({ line, raw, flat }) => ({
      line,
      raw,
      cells: names.map((name) => flat.get(name) ?? ''),
    })),
    rows: () => readRows(records(), names),
  }
}

async function* readRows(
  records: AsyncIterable<JsonRecord>,
  names: readonly string[],
): AsyncGenerator<RowBatch> {
  const known = new Set(names)
  let batch = emptyBatch()
  let characters = 0
  for await (const record of records) {
    const read = readRecord(record)
    if ('flat' in read) {
      for (const key of read.flat.keys()) {
        if (!known.has(key) && known.size < 2 * mostColumns) {
          known.add(key)
          batch.newColumns.push(key)
        }
      }
      batch.rows.push({
        line: record.line,
        raw: record.raw,
        cells: names.map((name) => read.flat.get(name) ?? ''),
      })
    } else {
      batch.refused.push({ line: record.line, raw: shownBytes(record.raw), ...read })
    }
    characters += record.raw.length + names.length
    if (batch.rows.length + batch.refused.length >= batchSize || characters >= batchCharacters) {
      yield batch
      batch = emptyBatch()
      characters = 0
    }
  }
  if (batch.rows.length + batch.refused.length > 0) yield batch
}

type Read = { flat: Map<string, string> } | Pick<RefusedRow, 'reason' | 'message'>

function readRecord(record: JsonRecord): Read {
  if (record.tooLong)
    return { reason: 'line-too-long', message: 'This record is longer than a million characters.' }
  if (hasStrayBytes(record.raw)) {
    const { reason, message } = refuseStrayBytes(record)
    return { reason, message }
  }
  let value: unknown
  try {
    value = JSON.parse(record.raw)
  } catch {
    return { reason: 'not-json', message: 'This line is not valid JSON.' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      reason: 'not-an-object',
      message: 'This line is valid JSON but not an object with names and values.',
    }
  }
  const flat = new Map<string, string>()
  try {
    flatten(value, { path: '', flat, depth: 0 })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { reason: 'not-an-object', message: 'This record holds lists or objects nested thousands deep.' }
  }
  return { flat }
}

function flatten(value: object, into: { path: string; flat: Map<string, string>; depth: number }): void {
  for (const [key, inner] of Object.entries(value)) {
    // An object cannot have the key __proto__ without losing it on the way.
    const path = into.path === '' ? (key === '__proto__' ? 'proto' : key) : `${into.path}.${key}`
    if (inner === null || inner === undefined) into.flat.set(path, '')
    else if (typeof inner !== 'object') into.flat.set(path, String(inner))
    else if (Array.isArray(inner)) into.flat.set(path, listCell(inner))
    else if (into.depth >= 8) into.flat.set(path, JSON.stringify(inner))
    else flatten(inner, { path, flat: into.flat, depth: into.depth + 1 })
  }
}

function listCell(list: unknown[]): string {
  return list.every((item) => typeof item !== 'object' || item === null)
    ? list.map(String).join('; ')
    : JSON.stringify(list)
}
