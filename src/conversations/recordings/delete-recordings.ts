import { sql } from 'kysely'
import { z } from 'zod'
import { notFound, type App, type JobKind, type PostgresTransaction } from '../../platform/index.ts'
import { audit, type Doer } from '../../workspace/index.ts'
import { checkRecordingJob } from './check-recording.ts'
import type { RecordingReceipt } from './recording.schema.ts'
import { usualRule } from './recording.schema.ts'

/** Deletes what has to go, and removes files whose row is gone. */
export const tidyRecordingsJob: JobKind<Record<string, never>> = {
  name: 'tidy-recordings',
  data: z.object({}).strict(),
}

/** Days an upload that stopped is waited for. */
const unfinishedDays = 7

type Why = RecordingReceipt['why']
const system: Doer = { kind: 'system', name: 'samtale' }

/** Deletes a recording at once, at a member's word. Throws 404. */
export async function deleteRecording(
  app: App,
  given: { workspaceId: string; recordingId: string; actor: Doer },
): Promise<void> {
  const gone = await app.pg
    .transaction()
    .execute((tx) =>
      dropRecordings(tx, { ...given, ids: [given.recordingId], why: 'by hand', now: app.clock.now() }),
    )
  if (gone === 0) throw notFound('recording')
  await removeGoneFiles(app)
}

/**
 * Takes recordings out, each with a receipt in the audit trail and in the study; their files follow by {@link removeGoneFiles}, or by the
 * job where the program is ended before. Returns how many there were.
 */
export async function dropRecordings(
  tx: PostgresTransaction,
  given: { workspaceId: string; ids: readonly string[]; why: Why; actor: Doer; now: Date },
): Promise<number> {
  const { workspaceId, ids, why, actor, now } = given
  const { rows } = await sql<{ id: string; study_id: string; size: number; sha256: string | null }>`
    delete from recordings where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])
    returning id, study_id, size, sha256`.execute(tx)
  for (const row of rows) {
    await tx
      .insertInto('recording_receipts')
      .values({
        id: row.id,
        workspace_id: workspaceId,
        study_id: row.study_id,
        why,
        size: row.size,
        sha256: row.sha256,
        gone_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const detail = { why, bytes: row.size, sha256: row.sha256 }
    const subject = { kind: 'recording', id: row.id }
    await audit(tx, { workspaceId, actor, action: 'recording.deleted', subject, detail })
  }
  return rows.length
}

/**
 * What is due: recordings of whom somebody took back that they may be recorded or was erased, those whose rule says so, and uploads that stopped a
 * week ago. Uploads that are whole and were not compared go to the job for it; then files without a row are removed.
 */
export async function tidyRecordings(app: App): Promise<void> {
  const { rows } = await sql<{ workspace_id: string }>`select distinct workspace_id from recordings`.execute(
    app.pg,
  )
  for (const { workspace_id: workspaceId } of rows) {
    await dropRefused(app, { workspaceId })
    await dropDue(app, { workspaceId })
  }
  await checkLeftBehind(app)
  await removeGoneFiles(app)
}

/** Deletes the recordings in which somebody is heard who took back that they may be recorded; called when anybody's permission changes. */
export async function dropRefused(app: App, { workspaceId }: { workspaceId: string }): Promise<void> {
  const { rows } = await sql<{ recording_id: string; erased: boolean }>`
    select recording_id, erased from refused_recordings(${workspaceId}::uuid)`.execute(app.pg)
  if (rows.length === 0) return
  await dropForReasons(app, {
    workspaceId,
    due: rows.map((row) => ({ id: row.recording_id, why: row.erased ? 'erased' : 'withdrawn' })),
  })
  await removeGoneFiles(app)
}

async function dropDue(app: App, { workspaceId }: { workspaceId: string }): Promise<void> {
  const now = app.clock.now()
  const { rows } = await sql<{ id: string; why: Why }>`
    select r.id, case when r.state = 'arriving' then 'unfinished' else 'rule' end as why
    from recordings r left join recording_rules u on u.study_id = r.study_id
    where r.workspace_id = ${workspaceId} and (
      r.state = 'arriving' and r.created_at < ${new Date(now.getTime() - unfinishedDays * 86_400_000)}
      or r.state <> 'arriving' and r.transcribed_at
        + case when u.study_id is null then ${usualRule.daysAfter}::int else u.days_after end * interval '1 day' <= ${now}
      or r.state <> 'arriving' and u.until_day < (${now}::timestamptz at time zone 'UTC')::date)`.execute(
    app.pg,
  )
  await dropForReasons(app, { workspaceId, due: rows })
}

async function dropForReasons(
  app: App,
  { workspaceId, due }: { workspaceId: string; due: readonly { id: string; why: Why }[] },
): Promise<void> {
  const now = app.clock.now()
  await app.pg.transaction().execute(async (tx) => {
    for (const { id, why } of due)
      await dropRecordings(tx, { workspaceId, ids: [id], why, actor: system, now })
  })
}

/** Removes files whose row is gone; one that cannot be removed now is tried again. */
export async function removeGoneFiles(app: App): Promise<void> {
  const { rows } = await sql<{ file_key: string; begun: string }>`
    select file_key, begun from recording_files_gone order by at limit 1000`.execute(app.pg)
  for (const { file_key: key, begun } of rows) {
    try {
      await app.largeFiles.remove({ key, begun })
      await sql`delete from recording_files_gone where file_key = ${key}`.execute(app.pg)
    } catch (error) {
      app.log.warn(
        { kind: error instanceof Error ? error.name : 'unknown' },
        'a recording could not be removed yet',
      )
    }
  }
}

async function checkLeftBehind(app: App): Promise<void> {
  const { rows } = await sql<{ id: string; workspace_id: string }>`
    select id, workspace_id from recordings where state = 'checking'`.execute(app.pg)
  for (const { id: recordingId, workspace_id: workspaceId } of rows)
    await app.jobs.queue(checkRecordingJob, { workspaceId, recordingId }, { key: recordingId })
}
