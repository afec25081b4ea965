import { z } from 'zod'
import { Problem, type App } from '../../platform/index.ts'
import { applyMapping, applyOrderLines, type MappedOrderLine, type MappedRow } from '../files/index.ts'
import { UnreadableFile, openFile, type OpenedFile, type RefusedRow, type Row } from '../tables/index.ts'
import { heldColumns } from './held-columns.ts'
import type { Grounds } from './import.ts'
import { findImport } from './imports.ts'
import { readUpload } from './uploads.ts'

const shownRows = 20

/** Rows tried, which are read as the import reads them. */
const triedRows = 2000

const Named = z.object({ name: z.string(), value: z.string() })

/** How the first rows would come in. */
export const PreviewRow = z.object({
  line: z.number(),
  state: z.enum(['mapped', 'rejected']),
  identifiers: z.array(Named),
  facts: z.array(Named.extend({ held: z.boolean() })),
  consents: z.array(z.object({ purpose: z.string(), given: z.boolean() })),
  event: z.object({ name: z.string(), time: z.string() }).nullable(),
  unread: z.array(z.object({ column: z.string(), value: z.string(), message: z.string() })),
  reason: z.string().nullable(),
  message: z.string().nullable(),
})
export type PreviewRow = z.output<typeof PreviewRow>

/** The first 20 rows as the import would take them, and how many of the first 2,000 could not be read. Throws 404, and 410 without the file. */
export async function previewImport(
  app: App,
  at: { workspaceId: string; importId: string },
): Promise<{ rows: PreviewRow[]; sampled: number; rejected: number; unread: number }> {
  const found = await findImport(app, at)
  const sheet = found.file.sheet ?? undefined
  const opened =
    found.uploadId === null ? undefined : await openFile(readUpload(app.pg, found.uploadId), { sheet })
  if (opened?.state !== 'opened')
    throw new Problem({
      id: 'import-file-gone',
      status: 410,
      detail: 'The file is no longer kept. Upload it again.',
    })
  const { columns } = opened.file
  const { mapping, grounds } = found
  const preview =
    mapping.kind === 'people'
      ? previewPeople(applyMapping(mapping.mapping, columns), grounds)
      : previewOrders(
          applyOrderLines(mapping.mapping, { columns, digest: '' }),
          await heldColumns(app, { ...at, mapping: mapping.mapping, grounds }),
        )
  const rows = (await firstRows(opened.file)).map((row) => ('reason' in row ? rejected(row) : preview(row)))
  return {
    rows: rows.slice(0, shownRows),
    sampled: rows.length,
    rejected: rows.filter((row) => row.state === 'rejected').length,
    unread: rows.reduce((sum, row) => sum + row.unread.length, 0),
  }
}

/** What the import will meet first, in the order of the file: rows, and those it cannot read. */
async function firstRows(file: OpenedFile): Promise<(Row | RefusedRow)[]> {
  const rows: (Row | RefusedRow)[] = []
  try {
    for await (const batch of file.rows()) {
      rows.push(...batch.rows, ...batch.refused)
      if (rows.length >= triedRows) break
    }
  } catch (error) {
    // Damaged further down: the import will say so when it comes there.
    if (!(error instanceof UnreadableFile)) throw error
  }
  return rows.toSorted((a, b) => a.line - b.line).slice(0, triedRows)
}

function previewPeople(toPerson: (row: Row) => MappedRow, grounds: Grounds) {
  return (row: Row): PreviewRow => {
    const mapped = toPerson(row)
    if (mapped.state === 'rejected') return rejected(mapped)
    return {
      ...empty,
      line: mapped.line,
      state: 'mapped',
      identifiers: mapped.identifiers.map(({ kind, value }) => ({ name: kind, value })),
      facts: mapped.facts.map(({ trait, value, special }) => ({
        name: trait,
        value: Array.isArray(value) ? value.join('; ') : String(value),
        held: special !== null && !Object.hasOwn(grounds, trait),
      })),
      consents: mapped.consents.map(({ purpose, given }) => ({ purpose, given })),
      unread: mapped.unread,
    }
  }
}

function previewOrders(toEvent: (row: Row) => MappedOrderLine, held: ReadonlySet<string>) {
  return (row: Row): PreviewRow => {
    const mapped = toEvent(row)
    if (mapped.state === 'rejected') return rejected(mapped)
    const { event } = mapped
    return {
      ...empty,
      line: mapped.line,
      state: 'mapped',
      identifiers: [{ name: event.identifier.kind, value: event.identifier.value }],
      facts: Object.entries(event.properties).map(([name, value]) => ({
        name,
        value: String(value),
        held: held.has(name),
      })),
      event: { name: event.event, time: event.time },
    }
  }
}

function rejected({ line, reason, message }: { line: number; reason: string; message: string }): PreviewRow {
  return { ...empty, line, state: 'rejected', reason, message }
}

const empty: Omit<PreviewRow, 'line' | 'state'> = {
  identifiers: [],
  facts: [],
  consents: [],
  event: null,
  unread: [],
  reason: null,
  message: null,
}
