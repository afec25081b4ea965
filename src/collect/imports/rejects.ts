import { z } from 'zod'
import { byteOrderMark, csvCell, csvLine, cutPage, type App, type PageQuery } from '../../platform/index.ts'
import type { FileFacts } from './import.ts'
import { findImport } from './imports.ts'

/** A row that could not be taken, as it was. */
export const RejectedLine = z.object({
  line: z.number(),
  raw: z.string(),
  reason: z.string(),
  message: z.string(),
})

type At = { workspaceId: string; importId: string }

/** Rejected lines not yet mended, in the order of the file. Throws 404. */
export async function listRejects(app: App, { page, ...at }: At & { page: PageQuery }) {
  await findImport(app, at)
  return rejectsOf(app, { ...at, page })
}

async function rejectsOf(app: App, { workspaceId, importId, page }: At & { page: PageQuery }) {
  const after = z.coerce.number().int().min(0).catch(0).parse(page.cursor)
  const rows = await app.pg
    .selectFrom('import_rejects')
    .select(['line', 'raw', 'reason', 'message'])
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .where('replayed_at', 'is', null)
    .where('line', '>', after)
    .orderBy('line')
    .limit(page.limit + 1)
    .execute()
  return cutPage(rows, page.limit, (row) => String(row.line))
}

/** Rejected lines as the original wrote them, under its heading: to be mended and sent again. Throws 404. */
export async function rejectsAsFile(
  app: App,
  at: At,
): Promise<{ extension: string; lines: AsyncIterable<string> }> {
  const { file } = await findImport(app, at)
  const isJson = file.kind === 'json-lines' || file.kind === 'json-array'
  return {
    extension: isJson ? 'jsonl' : 'csv',
    lines: (async function* () {
      // A spreadsheet takes a text for UTF-8 only with this mark.
      if (!isJson) yield `${byteOrderMark}${headingOf(file)}`
      for await (const row of allRejects(app, at)) {
        // A second heading and the lines of people who were erased have nothing to mend.
        if (row.raw !== '' && row.reason !== 'second-header') yield `${row.raw}\n`
      }
    })(),
  }
}

/** Which line, what was wrong, in a table. Throws 404. */
export async function reasonsAsFile(app: App, at: At): Promise<AsyncIterable<string>> {
  await findImport(app, at)
  return (async function* () {
    yield `${byteOrderMark}${csvLine(['line', 'reason', 'message'])}`
    for await (const row of allRejects(app, at)) yield csvLine([String(row.line), row.reason, row.message])
  })()
}

async function* allRejects(app: App, at: At): AsyncGenerator<z.output<typeof RejectedLine>> {
  let cursor: string | null | undefined
  do {
    const page = await rejectsOf(app, { ...at, page: { limit: 200, ...(cursor ? { cursor } : {}) } })
    yield* page.items
    cursor = page.next
  } while (cursor)
}

function headingOf({ columns, header, delimiter }: FileFacts): string {
  if (header === 'data') return ''
  const by = delimiter ?? ','
  return `${columns.map((name) => csvCell(name, by)).join(by)}\n`
}
