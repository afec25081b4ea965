import { z } from 'zod'
import { byteOrderMark, csvCell, csvLine, cutPage, type App, type PageQuery } from '../../platform/index.ts'
import type { FileFacts } from './import.ts'
import { findImport } from './imports.ts'
import { markHeading, markOf } from './line-marks.ts'

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

/**
 * Rejected lines as the original wrote them, under its heading and each marked with its line: to be mended and sent again, all of them
 * or some. Throws 404.
 */
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
        if (row.raw === '' || row.reason === 'second-header') continue
        yield `${marked(row.raw, { file, mark: markOf({ importId: at.importId, line: row.line }) })}\n`
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

/** Named also where the file had no names: what stands in which column must not hang on how the first line looks. */
function headingOf({ columns, delimiter }: FileFacts): string {
  const by = delimiter ?? ','
  const names = columns[0] === markHeading ? columns.slice(1) : columns
  return `${[markHeading, ...names].map((name) => csvCell(name, by)).join(by)}\n`
}

function marked(raw: string, { file, mark }: { file: FileFacts; mark: string }): string {
  if (file.kind.startsWith('json')) {
    // Records of an array may be written over several lines; where one can be read, line ends stand between its values only.
    const rest = raw.replaceAll(/\r?\n/g, ' ').trimStart()
    if (!rest.startsWith('{')) return rest
    const inner = rest.slice(1).trimStart()
    return `{"${markHeading}":"${mark}"${inner.startsWith('}') ? '' : ','}${inner}`
  }
  const by = file.delimiter ?? ','
  // Of a file that mended others the mark of before gives way.
  const cells = file.columns[0] === markHeading ? raw.slice(raw.indexOf(by) + 1) : raw
  return `${mark}${by}${cells}`
}
