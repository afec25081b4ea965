import { sql } from 'kysely'
import type { App, PersonRef, PostgresTransaction } from '../../platform/index.ts'
import { dropRecordings } from './delete-recordings.ts'

/** The recordings in which a person is heard, as they are told of them. The sound itself is handed over by hand: others may be heard in it. */
export async function exportRecordings(app: App, { workspaceId, personNo }: PersonRef): Promise<object[]> {
  const { rows } = await sql<{
    study: string
    happened_at: Date
    media: string | null
    size: number
    duration_ms: number | null
    heard: number
  }>`
    select s.title as study, r.happened_at, r.media, r.size, r.duration_ms,
      (select count(distinct o.participant_id) from heard_in(${workspaceId}::uuid, array[r.id]) o) as heard
    from (select distinct recording_id from heard_in(${workspaceId}::uuid) where person_no = ${personNo}) h
    join recordings r on r.id = h.recording_id join studies s on s.id = r.study_id order by r.happened_at`.execute(
    app.pg,
  )
  return rows.map((row) => ({
    study: row.study,
    happenedAt: row.happened_at.toISOString(),
    media: row.media,
    bytes: row.size,
    seconds: row.duration_ms === null ? null : Math.round(row.duration_ms / 1000),
    peopleHeard: row.heard,
  }))
}

/** Deletes every recording in which a person is heard: a voice cannot be cut out of what others say. */
export async function eraseRecordings(
  tx: PostgresTransaction,
  { workspaceId, personNo, now }: Pick<PersonRef, 'workspaceId' | 'personNo'> & { now: Date },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct recording_id as id from heard_in(${workspaceId}::uuid) where person_no = ${personNo}`.execute(
    tx,
  )
  const actor = { kind: 'system' as const, name: 'samtale' }
  await dropRecordings(tx, { workspaceId, ids: rows.map(({ id }) => id), why: 'erased', actor, now })
}

/** How many recordings of a person are there, and how many files of the workspace are still to be removed. */
export async function countRecordings(
  app: App,
  { workspaceId, personNo }: Pick<PersonRef, 'workspaceId' | 'personNo'>,
): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    select (select count(*) from heard_in(${workspaceId}::uuid) where person_no = ${personNo})
      + (select count(*) from recording_files_gone where file_key like ${`${workspaceId}/%`}) as kept`.execute(
    app.pg,
  )
  return rows[0]?.kept ?? 0
}
