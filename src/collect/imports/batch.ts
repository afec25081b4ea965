import type { RefusedRow, Row, RowBatch } from '../tables/index.ts'

/** Rows that go in together: enough for few statements, little enough that doing them twice after a crash costs a second. */
export const batchRows = 5000

/** Characters after which a batch ends before that: rows may have a megabyte each. */
const batchCharacters = 16_000_000

/** Rows of a file and those that could not be read, up to and with line `until`. */
export type Batch = { rows: Row[]; refused: RefusedRow[]; until: number }

/** Gathers what the reader gives into batches and passes over the lines that are in already. */
export async function* batchesAfter(
  position: number,
  batches: AsyncIterable<RowBatch>,
): AsyncGenerator<Batch> {
  let batch: Batch = { rows: [], refused: [], until: position }
  let characters = 0
  for await (const read of batches) {
    for (const row of read.rows) {
      if (row.line <= position) continue
      batch.rows.push(row)
      batch.until = Math.max(batch.until, row.line)
      characters += row.raw.length
    }
    for (const row of read.refused) {
      if (row.line <= position) continue
      batch.refused.push(row)
      batch.until = Math.max(batch.until, row.line)
      characters += row.raw.length
    }
    if (batch.rows.length + batch.refused.length < batchRows && characters < batchCharacters) continue
    yield batch
    batch = { rows: [], refused: [], until: position }
    characters = 0
  }
  if (batch.rows.length + batch.refused.length > 0) yield batch
}

/** The same, where the next is fetched while one is worked on. */
export async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  try {
    for (let found = await next; found.done !== true; found = await next) {
      next = source.next()
      // Whoever stops in the middle does not wait for this one; its failure would reach nobody.
      next.catch(() => undefined)
      yield found.value
    }
  } finally {
    await source.return(undefined).catch(() => undefined)
  }
}
