import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { countImportedRows, engineFault, type App } from '../../platform/index.ts'
import { findSource, type Source } from '../../sources/index.ts'
import { applyMapping, applyOrderLines } from '../files/index.ts'
import { UnreadableFile, openFile, type OpenedFile, type RowBatch } from '../tables/index.ts'
import { batchesAfter, oneAhead, type Batch } from './batch.ts'
import { CountedPeople } from './counted-people.ts'
import { heldColumns } from './held-columns.ts'
import { FileFacts, ImportMapping } from './import.ts'
import { importProblem } from './import-problem.ts'
import { markIn, mendedLines, settleLines } from './line-marks.ts'
import { takeOrders } from './take-orders.ts'
import { takePeople, type Place } from './take-people.ts'
import type { Prepared, Reject, TakenBatch } from './taken-batch.ts'
import { readUpload } from './uploads.ts'

type At = { workspaceId: string; importId: string }

/**
 * Brings a queued file in, batch after batch, each kept with the line it ends at: after a crash it goes on from there, and doing a
 * batch twice changes nothing. Ends early when the import was cancelled or another copy of the program took it over. Rejects when
 * told to stop, so that the job is run again.
 */
export async function runImport(app: App, at: At, signal: AbortSignal): Promise<void> {
  const running = await takeOver(app, at)
  if (!running) return
  try {
    const file = await openAgain(app, running)
    const ended = await runBatches(app, { running, file, signal })
    if (ended === 'all') await finish(app, running)
  } catch (error) {
    if (signal.aborted) throw error
    const problem = importProblem(error)
    await stopWith(app, running, problem)
    // What may pass by itself is tried again by the job; a full disk waits for somebody to make room.
    if (problem.state === 'queued') throw error
    if (problem.id === 'import-failed')
      app.log.error(
        { kind: error instanceof Error ? error.name : 'unknown', importId: at.importId },
        'import failed',
      )
  }
}

/**
 * The same, going on by itself within seconds once an engine that was away, or had no room to write down that it stopped, is back. Were the job
 * given up, nobody could say so: what keeps jobs is such an engine.
 */
export async function runThroughOutage(app: App, at: At, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await runImport(app, at, signal)
    } catch (error) {
      if (signal.aborted || engineFault(error) === undefined) throw error
    }
    await setTimeout(betweenTries, undefined, { signal })
  }
}

/** Milliseconds. */
const betweenTries = 2000

type Running = At & {
  runner: string
  uploadId: string
  source: Source
  mapping: ImportMapping
  columns: string[]
  sheet: string | null
  place: Place
  /** `again`: the first batch may have been done before by somebody who could not write it down. */
  begun: 'first' | 'again'
  position: number
  peopleBefore: number
  counted: { new: CountedPeople; known: CountedPeople }
  mends: string | null
}

/** Makes this the one that runs the import; undefined where it is not to run. */
async function takeOver(app: App, { workspaceId, importId }: At): Promise<Running | undefined> {
  const runner = randomUUID()
  const before = await app.pg
    .selectFrom('imports')
    .select('runner')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', importId)
    .executeTakeFirst()
  const row = await app.pg
    .updateTable('imports')
    .set({ runner, state: 'running', progressed_at: app.clock.now() })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', importId)
    .where('state', 'in', ['queued', 'running'])
    .returningAll()
    .executeTakeFirst()
  if (!row || row.upload_id === null || row.source_id === null) return undefined
  const source = await findSource(app.pg, { workspaceId, sourceId: row.source_id })
  if (!source) return undefined
  const facts = FileFacts.parse(row.file)
  return {
    workspaceId,
    importId,
    runner,
    uploadId: row.upload_id,
    source,
    mapping: ImportMapping.parse({ kind: row.kind, mapping: row.mapping }),
    columns: facts.columns,
    sheet: facts.sheet,
    place: {
      workspaceId,
      sourceId: source.id,
      origin: source.origin,
      at: row.created_at,
      digest: row.digest,
      by: row.created_by ?? undefined,
      rowScope: row.mends === null ? source.id.slice(-12) : `${source.id.slice(-12)}-${row.mends.slice(-8)}`,
    },
    begun: before?.runner === null ? 'first' : 'again',
    position: row.position,
    peopleBefore: row.people_before ?? 0,
    counted: { new: new CountedPeople(row.counted_new), known: new CountedPeople(row.counted_known) },
    mends: row.mends,
  }
}

async function openAgain(app: App, { uploadId, sheet }: Running): Promise<OpenedFile> {
  const opened = await openFile(readUpload(app.pg, uploadId), { sheet: sheet ?? undefined })
  if (opened.state === 'unreadable') throw new UnreadableFile(opened.id, opened.message)
  return opened.file
}

type Work = { running: Running; file: OpenedFile; signal: AbortSignal }

/** While one batch is being written, the people of the next are looked up and the one after is read and understood. */
async function runBatches(app: App, { running, file, signal }: Work): Promise<'all' | 'stopped'> {
  // Marked from the first row on, also where it goes on: the same row is the same copy of its line.
  const read = batchesAfter(running.position, marked(file.rows(), running))
  const mended = running.mends === null ? undefined : mendedLines(app, running.mends)
  let before: Promise<boolean> = Promise.resolve(true)
  // Two batches are under way at a time, so that many may have been done before.
  let mayBeRedone = running.begun === 'again' ? 2 : 0
  const prepare = await preparerOf(app, running, file)
  for await (const { batch, resolve } of oneAhead(prepareAll(read, prepare))) {
    signal.throwIfAborted()
    const write = await resolve()
    // In order: at the same moment the fact written last is the one that counts.
    if (!(await before)) return 'stopped'
    const redo = mayBeRedone > 0
    before = write().then((taken) => keep(app, { running, batch, taken, redo, mended }))
    // Awaited later; until then a failure must not end the program.
    before.catch(() => undefined)
    mayBeRedone -= 1
  }
  return (await before) ? 'all' : 'stopped'
}

/**
 * Rows that mend a line of before are known by it, so that sending them twice makes nobody twice. Orders have nothing else to be known
 * by: two lines made of one are told apart by which copy they are.
 */
async function* marked(
  batches: AsyncIterable<RowBatch>,
  { mends, mapping }: Running,
): AsyncGenerator<RowBatch> {
  const copies = new Map<string, number>()
  const markOfCopy = (raw: string): string | undefined => {
    const mark = mends === null ? undefined : markIn(raw, mends)
    if (mark === undefined || mapping.kind === 'people') return mark
    const copy = (copies.get(mark) ?? 0) + 1
    copies.set(mark, copy)
    return copy === 1 ? mark : `${mark}-${copy}`
  }
  for await (const batch of batches)
    yield mends === null
      ? batch
      : { ...batch, rows: batch.rows.map((row) => ({ ...row, mark: markOfCopy(row.raw) })) }
}

type Prepare = (batch: Batch) => Prepared

async function* prepareAll(
  batches: AsyncIterable<Batch>,
  prepare: Prepare,
): AsyncGenerator<{ batch: Batch; resolve: Prepared }> {
  for await (const batch of batches) yield { batch, resolve: prepare(batch) }
}

async function preparerOf(app: App, running: Running, file: OpenedFile): Promise<Prepare> {
  const { mapping, place } = running
  if (mapping.kind === 'people') {
    const toPerson = applyMapping(mapping.mapping, file.columns)
    return ({ rows }) => takePeople(app, { place, rows, toPerson })
  }
  const toEvent = applyOrderLines(mapping.mapping, { columns: file.columns, digest: place.digest })
  // Grounds stated for this file were kept with its columns when it began.
  const held = await heldColumns(app, { ...running, mapping: mapping.mapping, grounds: {} })
  return ({ rows }) => takeOrders(app, { place, rows, toEvent, held })
}

type Keep = {
  running: Running
  batch: Batch
  taken: TakenBatch
  redo: boolean
  /** Of an import that mends another: the lines of that one which rows mend. */
  mended: ((rows: readonly { raw: string }[]) => Promise<number[]>) | undefined
}

/** Writes down that a batch is in, once it is; false where this is no longer the one that runs the import. */
async function keep(app: App, { running, batch, taken, redo, mended }: Keep): Promise<boolean> {
  const { held } = await taken.written
  const { counted } = running
  for (const { personNo, state } of taken.people) {
    if (counted.new.has(personNo)) continue
    // Of a batch that may have been done before, whoever was not there when the import began is new.
    const isNew = state === 'new' || (redo && personNo > running.peopleBefore && !counted.known.has(personNo))
    counted[isNew ? 'new' : 'known'].add(personNo)
  }
  const rejects: Reject[] = [...batch.refused, ...taken.rejects]
  const toMend = [...rejects, ...taken.partly]
  const lines = (await mended?.([...batch.rows, ...batch.refused])) ?? []
  const isKept = await app.pg.transaction().execute(async (tx) => {
    const kept = await sql`
      update imports set position = ${batch.until}, progressed_at = ${app.clock.now()},
        processed = processed + ${batch.rows.length + batch.refused.length}, imported = imported + ${taken.imported},
        rejected = rejected + ${rejects.length}, facts = facts + ${taken.facts - held}, held = held + ${held},
        events = events + ${taken.events}, consents = consents + ${taken.consents}, unread = unread + ${taken.unread},
        people_new = ${counted.new.count}, people_known = ${counted.known.count},
        counted_new = ${counted.new.toBytes()}, counted_known = ${counted.known.toBytes()}
      where id = ${running.importId} and runner = ${running.runner} and state = 'running'`.execute(tx)
    if (kept.numAffectedRows !== 1n) return false
    if (toMend.length > 0) {
      await sql`
        insert into import_rejects (import_id, workspace_id, line, raw, reason, message)
        select ${running.importId}::uuid, ${running.workspaceId}::uuid, * from unnest(
          ${toMend.map((row) => row.line)}::bigint[], ${toMend.map((row) => row.raw)}::text[],
          ${toMend.map((row) => row.reason)}::text[], ${toMend.map((row) => row.message)}::text[])
        on conflict do nothing`.execute(tx)
    }
    // What is still wrong is this import's own to be mended.
    if (running.mends !== null)
      await settleLines(tx, { importId: running.mends, lines, now: app.clock.now() })
    return true
  })
  if (isKept) countImportedRows({ taken: taken.imported, rejected: rejects.length })
  return isKept
}

async function finish(app: App, { importId, runner, mends }: Running): Promise<void> {
  const now = app.clock.now()
  await app.pg.transaction().execute(async (tx) => {
    const done = await tx
      .updateTable('imports')
      .set({
        state: 'done',
        finished_at: now,
        progressed_at: now,
        problem: null,
        counted_new: null,
        counted_known: null,
      })
      .where('id', '=', importId)
      .where('runner', '=', runner)
      .where('state', '=', 'running')
      .returning('id')
      .executeTakeFirst()
    if (!done || mends === null) return
    await tx
      .updateTable('import_rejects')
      .set({ replayed_at: now })
      .where('import_id', '=', mends)
      .where('replayed_at', 'is', null)
      // Nobody was sent these: there is nothing in them to mend.
      .where((where) => where.or([where('raw', '=', ''), where('reason', '=', 'second-header')]))
      .execute()
  })
}

async function stopWith(
  app: App,
  { importId, runner }: Running,
  problem: { state: 'paused' | 'failed' | 'queued'; id: string },
): Promise<void> {
  await app.pg
    .updateTable('imports')
    .set({
      state: problem.state,
      problem: problem.id,
      finished_at: problem.state === 'failed' ? app.clock.now() : null,
    })
    .where('id', '=', importId)
    .where('runner', '=', runner)
    .where('state', '=', 'running')
    .execute()
}
