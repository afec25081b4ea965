import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { startImport } from '../src/collect/imports/change-import.ts'
import { createImport } from '../src/collect/imports/create-import.ts'
import type { ImportDetail, SourceChoice } from '../src/collect/imports/import.ts'
import { findImport } from '../src/collect/imports/imports.ts'
import { runImport } from '../src/collect/imports/run-import.ts'
import { createUpload, putChunk } from '../src/collect/imports/uploads.ts'
import { ch, type App } from '../src/platform/index.ts'

export const bankSource: SourceChoice = {
  name: 'Bank',
  party: 'first',
  origin: 'told',
  bases: { analysis: { basis: 'contract' } },
}

/** Puts a file into uploads in pieces and looks at it. */
export async function uploadFile(
  app: App,
  given: { workspaceId: string; name: string; bytes: Uint8Array; piece?: number },
): Promise<string> {
  const { workspaceId, name, bytes, piece = 100_000 } = given
  const upload = await createUpload(app, { workspaceId, name, size: bytes.length, by: undefined })
  for (let from = 0; from < bytes.length; from += piece)
    await putChunk(app, { workspaceId, uploadId: upload.id, from, bytes: bytes.subarray(from, from + piece) })
  return upload.id
}

/** A file looked at and waiting for its source. */
export async function lookAt(
  app: App,
  given: { workspaceId: string; file: string | Uint8Array; name?: string },
): Promise<ImportDetail> {
  const { workspaceId, file } = given
  const bytes = typeof file === 'string' ? readFileSync(file) : file
  const name = given.name ?? (typeof file === 'string' ? basename(file) : 'file.csv')
  const uploadId = await uploadFile(app, { workspaceId, name, bytes })
  const importId = await createImport(app, { workspaceId, uploadId, by: undefined })
  return findImport(app, { workspaceId, importId })
}

/** Starts an import and runs it to its end in this process; jobs are not started in tests of rooms. */
export async function bringIn(
  app: App,
  given: { workspaceId: string; importId: string; source?: SourceChoice; signal?: AbortSignal },
): Promise<ImportDetail> {
  const at = { workspaceId: given.workspaceId, importId: given.importId }
  await startImport(app, { ...at, source: given.source ?? bankSource, by: undefined })
  await runImport(app, at, given.signal ?? new AbortController().signal)
  return findImport(app, at)
}

/** Everything known in a workspace but for numbers of rows: what two ways of importing must agree on. */
export async function contentsOf(app: App, workspaceId: string) {
  const facts = await app.ch.query(
    ch.sql`SELECT trait, text, count() AS n FROM traits FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} GROUP BY trait, text ORDER BY trait, text`,
    z.object({ trait: z.string(), text: z.string(), n: z.number() }),
  )
  const people = await app.pg
    .selectFrom('people')
    .select('no')
    .where('workspace_id', '=', workspaceId)
    .where('merged_into', 'is', null)
    .execute()
  const identifiers = await app.pg
    .selectFrom('identifiers')
    .select('kind')
    .where('workspace_id', '=', workspaceId)
    .execute()
  const ledger = await app.pg
    .selectFrom('consent_ledger')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .execute()
  return { facts, people: people.length, identifiers: identifiers.length, ledger: ledger.length }
}
