import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Problem, json, type App } from '../../platform/index.ts'
import { defineTraits, heldAs, releaseHeld } from '../../people/index.ts'
import { createSource } from '../../sources/index.ts'
import type { ImportId } from '../../workspace/index.ts'
import { createImport, lookAtFile } from './create-import.ts'
import type { Grounds, ImportDetail, ImportMapping, SourceChoice } from './import.ts'
import { specialColumns } from './held-columns.ts'
import { importJob } from './import-job.ts'
import { findImport } from './imports.ts'

type At = { workspaceId: string; importId: string }

/** Keeps what the columns shall become. Throws 409 once the import has begun, 422 where the mapping names columns the file has not. */
export async function putMapping(
  app: App,
  given: At & { mapping: ImportMapping; grounds: Grounds },
): Promise<ImportDetail> {
  const found = await findImport(app, given)
  if (found.state !== 'mapped') throw begun()
  // Of JSON a few lines may lack what others have.
  const mayLack = found.mends !== null && found.file.kind.startsWith('json')
  const unknown = mayLack
    ? []
    : namedColumns(given.mapping).filter((name) => !found.file.columns.includes(name))
  if (unknown.length > 0) {
    throw new Problem({
      id: 'no-such-column',
      status: 422,
      detail: `The mapping names columns the file does not have: ${unknown.slice(0, 5).join(', ')}. Correct them.`,
    })
  }
  const kept = await app.pg
    .updateTable('imports')
    .set({
      kind: given.mapping.kind,
      mapping: json(given.mapping.mapping),
      grounds: json(given.grounds),
    })
    .where('workspace_id', '=', given.workspaceId)
    .where('id', '=', given.importId)
    .where('state', '=', 'mapped')
    .executeTakeFirst()
  if (kept.numUpdatedRows === 0n) throw begun()
  return findImport(app, given)
}

/**
 * Reads another sheet of the workbook, whose columns are guessed anew. Throws 409 once the import has begun, 410 without the file,
 * and 422 (`file-has-no-such-sheet`, `file-has-no-rows`).
 */
export async function chooseSheet(app: App, given: At & { sheet: string }): Promise<ImportDetail> {
  const found = await findImport(app, given)
  if (found.state !== 'mapped') throw begun()
  if (found.uploadId === null) throw gone()
  if (found.file.sheet === null) throw noSheets()
  const { seen } = await lookAtFile(app, {
    workspaceId: given.workspaceId,
    uploadId: found.uploadId,
    sheet: given.sheet,
  })
  const kept = await app.pg
    .updateTable('imports')
    .set({ ...seen, grounds: json({}) })
    .where('workspace_id', '=', given.workspaceId)
    .where('id', '=', given.importId)
    .where('state', '=', 'mapped')
    .executeTakeFirst()
  if (kept.numUpdatedRows === 0n) throw begun()
  return findImport(app, given)
}

/** Forgets an import that was only looked at, and its file. Throws 404, and 409 once it has begun. */
export async function forgetImport(app: App, { workspaceId, importId }: At): Promise<void> {
  const found = await findImport(app, { workspaceId, importId })
  const removed = await app.pg
    .deleteFrom('imports')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', importId)
    .where('state', '=', 'mapped')
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw begun()
  // The same upload may have been looked at twice.
  await sql`
    delete from uploads where id = ${found.uploadId} and workspace_id = ${workspaceId}
      and not exists (select from imports where upload_id = uploads.id)`.execute(app.pg)
}

function namedColumns(mapped: ImportMapping): string[] {
  if (mapped.kind === 'people') return Object.keys(mapped.mapping.columns)
  const { person, order, time, properties } = mapped.mapping
  return [person.column, order, time.column, ...properties.map((property) => property.column)]
}

/**
 * Says where the data come from and queues the import. The same file, mapped the same way into the same source, is done already: then
 * nothing is done again and `sameAs` names the import that did it.
 */
export async function startImport(
  app: App,
  given: At & { source: SourceChoice; by: string | undefined },
): Promise<ImportDetail> {
  const found = await findImport(app, given)
  if (found.state !== 'mapped') throw begun()
  const { workspaceId, source } = given
  const { id: sourceId } = await createSource(app, { workspaceId, ...source, kind: 'file', by: given.by })
  await enter(app, { ...given, sourceId, found })
  return findImport(app, given)
}

async function enter(app: App, given: At & { sourceId: string; found: ImportDetail }): Promise<void> {
  const { workspaceId, importId, sourceId, found } = given
  const traits =
    found.mapping.kind === 'people'
      ? traitsOf(found.mapping, found.grounds)
      : await specialColumns(app, { workspaceId, mapping: found.mapping.mapping, grounds: found.grounds })
  await defineTraits(app, { workspaceId, traits })
  for (const [trait, ground] of Object.entries(found.grounds)) {
    // What waited for this ground goes on to where facts are. A ground of a column that is no trait has nothing waiting.
    if (traits.some((known) => known.trait === trait)) await releaseHeld(app, { workspaceId, trait, ground })
  }
  const before = await sameDone(app, given)
  const now = app.clock.now()
  const entered = await app.pg
    .updateTable('imports')
    .set({
      source_id: sourceId,
      started_at: now,
      progressed_at: now,
      people_before: sql`(select coalesce(max(no), 0) from people)`,
      ...(before
        ? {
            state: 'done',
            same_as: before.id,
            finished_at: now,
            processed: before.processed,
            people_known: before.people_new + before.people_known,
          }
        : { state: 'queued' }),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', importId)
    .where('state', '=', 'mapped')
    .executeTakeFirst()
  if (entered.numUpdatedRows === 0n) throw begun()
  if (!before) await queue(app, given)
}

/** The finished import of the same bytes with the same mapping and grounds into the same source, if there is one. */
async function sameDone(app: App, given: At & { sourceId: string; found: ImportDetail }) {
  const rows = await app.pg
    .selectFrom('imports')
    .select(['id', 'kind', 'mapping', 'grounds', 'processed', 'people_new', 'people_known'])
    .where('workspace_id', '=', given.workspaceId)
    .where('id', '!=', given.importId)
    .where('state', '=', 'done')
    .where('same_as', 'is', null)
    .where('source_id', '=', given.sourceId)
    .where('digest', '=', sql<string>`(select digest from imports where id = ${given.importId})`)
    .where('mends', 'is', null)
    // Order lines leave out what is held back; once its ground is stated the file brings it.
    .where((where) => where.or([where('kind', '=', 'people'), where('held', '=', 0)]))
    .execute()
  const wanted = fingerprint([given.found.mapping.kind, given.found.mapping.mapping, given.found.grounds])
  return rows.find((row) => fingerprint([row.kind, row.mapping, row.grounds]) === wanted)
}

function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, inner]) => [key, sorted(inner)])
}

function traitsOf(mapped: Extract<ImportMapping, { kind: 'people' }>, grounds: Grounds) {
  return Object.values(mapped.mapping.columns).flatMap((column) =>
    column.use === 'trait'
      ? [
          {
            trait: column.trait,
            type: column.type,
            class: column.class,
            special: column.special === null ? null : heldAs[column.special],
            art9Ground: Object.hasOwn(grounds, column.trait) ? (grounds[column.trait] ?? null) : null,
          },
        ]
      : [],
  )
}

/** Stops an import after the batch it is at. What is in stays; it can be resumed while its file is kept. */
export async function cancelImport(app: App, given: At): Promise<ImportDetail> {
  const found = await findImport(app, given)
  if (found.state === 'done') throw finished()
  await setState(app, { ...given, state: 'cancelled' })
  return findImport(app, given)
}

/** Goes on where an import stopped: paused, cancelled, failed or stalled. */
export async function resumeImport(app: App, given: At): Promise<ImportDetail> {
  const found = await findImport(app, given)
  const resumable = ['paused', 'cancelled', 'failed'].includes(found.state) || found.stalled
  if (found.state === 'done') throw finished()
  if (!resumable) throw begun()
  if (!found.fileKept) throw gone()
  if (found.source === null) await setState(app, { ...given, state: 'mapped' })
  else {
    await setState(app, { ...given, state: 'queued' })
    await queue(app, given)
  }
  return findImport(app, given)
}

async function setState(app: App, given: At & { state: 'cancelled' | 'queued' | 'mapped' }): Promise<void> {
  const now = app.clock.now()
  await app.pg
    .updateTable('imports')
    .set({
      state: given.state,
      problem: null,
      progressed_at: now,
      finished_at: given.state === 'cancelled' ? now : null,
    })
    .where('workspace_id', '=', given.workspaceId)
    .where('id', '=', given.importId)
    // It may have come to its end since it was looked at.
    .where('state', '!=', 'done')
    .execute()
}

/** Each resumption is work of its own: the job that was told to stop may still be ending. */
async function queue(app: App, { workspaceId, importId }: At): Promise<void> {
  await app.jobs.queue(importJob, { workspaceId, importId })
}

/**
 * Takes a mended file of rejected lines, all of them or some: read as the first file was, into the same source. The lines that came
 * back are settled, each as it is read; those still wrong are the new import's own, and those that did not come stay to be mended.
 */
export async function replayRejects(
  app: App,
  given: At & { uploadId: string; by: string | undefined },
): Promise<ImportId> {
  const { workspaceId, uploadId, by } = given
  const mended = await findImport(app, given)
  if (mended.source === null || mended.state !== 'done') {
    throw new Problem({
      id: 'import-not-done',
      status: 409,
      detail: 'Rejected lines can be mended once the import is done.',
    })
  }
  const importId = await createImport(app, { workspaceId, uploadId, by, mends: given.importId })
  const at = { workspaceId, importId }
  try {
    const found = await putMapping(app, { ...at, mapping: mended.mapping, grounds: mended.grounds })
    await enter(app, { ...at, sourceId: mended.source.id, found })
  } catch (error) {
    // Nobody could map it otherwise: it is read as the first file was, or not at all.
    if (error instanceof Problem) await forgetImport(app, at)
    throw error
  }
  return importId
}

const begun = () =>
  new Problem({
    id: 'import-begun',
    status: 409,
    detail: 'This import has begun already. Load the page again to see how far it is.',
  })

const noSheets = () =>
  new Problem({
    id: 'file-has-no-such-sheet',
    status: 422,
    detail: 'Only a workbook has sheets, and this file is none. Leave the sheet out.',
  })

const finished = () =>
  new Problem({ id: 'import-done', status: 409, detail: 'This import is done; there is nothing to stop.' })

const gone = () =>
  new Problem({
    id: 'import-file-gone',
    status: 410,
    detail:
      'The file was removed after a week. Upload it again: what is in already will not be counted twice.',
  })
