import { sql } from 'kysely'
import { z } from 'zod'
import { cutPage, notFound, type App, type PageQuery } from '../../platform/index.ts'
import { guessOrderLines, proposeMapping, type ColumnGuess } from '../files/index.ts'
import { FileFacts, Grounds, Guess, ImportMapping, ImportSummary, type ImportDetail } from './import.ts'

/** After this long without progress an import that should run is said to have stalled, in milliseconds. */
const stallMs = 60_000

type At = { workspaceId: string; importId: string }

/** The imports of a workspace, newest first. */
export async function listImports(app: App, { workspaceId, page }: { workspaceId: string; page: PageQuery }) {
  const rows = await summaries(app, workspaceId)
    .$if(page.cursor !== undefined, (query) =>
      query.where('imports.id', '<', z.uuid().catch(nobody).parse(page.cursor)),
    )
    .orderBy('imports.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  const now = app.clock.now()
  return cutPage(
    rows.map((row) => asSummary(row, now)),
    page.limit,
    (row) => row.id,
  )
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** One import with its file, guesses and mapping. Throws 404. */
export async function findImport(app: App, { workspaceId, importId }: At): Promise<ImportDetail> {
  const row = await summaries(app, workspaceId)
    .select(['imports.file', 'imports.guesses', 'imports.mapping', 'imports.grounds'])
    .where('imports.id', '=', importId)
    .executeTakeFirst()
  if (!row) throw notFound('import')
  return {
    ...asSummary(row, app.clock.now()),
    uploadId: row.upload_id as ImportDetail['uploadId'],
    file: FileFacts.parse(row.file),
    guesses: z.array(Guess).parse(row.guesses),
    mapping: ImportMapping.parse({ kind: row.kind, mapping: row.mapping }),
    proposals: proposalsOf(row.guesses),
    grounds: Grounds.parse(row.grounds),
  }
}

/** Guesses were written by this program and are read as they were. */
function proposalsOf(kept: unknown): ImportDetail['proposals'] {
  const guesses = kept as ColumnGuess[]
  return { people: proposeMapping(guesses), orderLines: guessOrderLines(guesses) }
}

function summaries(app: App, workspaceId: string) {
  const moving = new Date(app.clock.now().getTime() - stallMs)
  return app.pg
    .selectFrom('imports')
    .leftJoin('sources', 'sources.id', 'imports.source_id')
    .select([
      'imports.id',
      'imports.file_name',
      'imports.file_size',
      'imports.kind',
      'imports.state',
      'imports.source_id',
      'sources.name as source_name',
      'imports.same_as',
      'imports.mends',
      'imports.total',
      'imports.processed',
      'imports.imported',
      'imports.rejected',
      'imports.people_new',
      'imports.people_known',
      'imports.facts',
      'imports.held',
      'imports.events',
      'imports.consents',
      'imports.unread',
      'imports.problem',
      'imports.upload_id',
      'imports.created_at',
      'imports.started_at',
      'imports.progressed_at',
      'imports.finished_at',
      sql<number>`(select count(*) from import_rejects r where r.import_id = imports.id and r.replayed_at is null)`.as(
        'open',
      ),
      sql<boolean>`(imports.state = 'queued' and exists (
        select from imports other where other.state = 'running' and other.progressed_at > ${moving}::timestamptz))`.as(
        'waits',
      ),
    ])
    .where('imports.workspace_id', '=', workspaceId)
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number]

function asSummary(row: SummaryRow, now: Date): ImportSummary {
  const moved = row.progressed_at ?? row.started_at ?? row.created_at
  const runs = row.state === 'running' || row.state === 'queued'
  return ImportSummary.parse({
    id: row.id,
    fileName: row.file_name,
    fileSize: row.file_size,
    kind: row.kind,
    state: row.state,
    source: row.source_id === null ? null : { id: row.source_id, name: row.source_name ?? '' },
    sameAs: row.same_as,
    mends: row.mends,
    total: row.total,
    processed: row.processed,
    imported: row.imported,
    rejected: row.rejected,
    open: row.open,
    people: { new: row.people_new, known: row.people_known },
    facts: row.facts,
    held: row.held,
    events: row.events,
    consents: row.consents,
    unread: row.unread,
    problem: row.problem,
    waits: row.waits,
    stalled: runs && !row.waits && now.getTime() - moved.getTime() > stallMs,
    fileKept: row.upload_id !== null,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  })
}
