import { sql } from 'kysely'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { RecordingId, audit, type Doer } from '../../workspace/index.ts'
import { lockStudy } from '../studies.ts'
import { teamWordsToKeep } from '../team-words.ts'
import { largestRecording, type NewRecording } from './recording.schema.ts'

type Beginning = NewRecording & { workspaceId: string; studyId: string; actor: Doer }

/**
 * Begins a recording of a study; its bytes follow by tus. Throws 404, `recording-too-large` (413), `disk-full` (507), and
 * `recording-not-agreed` (409) unless everybody heard in it agreed to be recorded.
 */
export async function beginRecording(app: App, given: Beginning): Promise<RecordingId> {
  const { workspaceId, studyId, actor, size } = given
  if (size > largestRecording)
    throw new Problem({
      id: 'recording-too-large',
      status: 413,
      detail: 'A recording may have at most 2 GB. Save it with a lower quality, or without the picture.',
    })
  const recordingId = await app.pg.transaction().execute(async (tx) => {
    await lockStudy(tx, { workspaceId, studyId })
    const heard = await whoIsHeard(tx, given)
    await refuseUnlessAgreed(tx, { workspaceId, heard })
    const about = { kind: 'study', id: studyId } as const
    const texts = [given.name]
    const [name = given.name] = await teamWordsToKeep(tx, {
      ...{ app, workspaceId, about, texts },
      are: 'file names',
    })
    const row = await tx
      .insertInto('recordings')
      .values({
        workspace_id: workspaceId,
        study_id: studyId,
        interview_id: 'interviewId' in given.heard ? given.heard.interviewId : null,
        name,
        size,
        language: given.language,
        happened_at: new Date(given.happenedAt),
        created_by: 'userId' in actor ? actor.userId : null,
        created_at: app.clock.now(),
        transcribed_at: 'interviewId' in given.heard ? app.clock.now() : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`
      insert into recording_heard (recording_id, position, participant_id)
      select ${row.id}::uuid, place - 1, id from unnest(${heard}::uuid[]) with ordinality as h (id, place)`.execute(
      tx,
    )
    const subject = { kind: 'recording', id: row.id }
    await audit(tx, {
      workspaceId,
      actor,
      action: 'recording.begun',
      subject,
      detail: { heard: heard.length },
    })
    return RecordingId.parse(row.id)
  })
  await beginFile(app, { workspaceId, recordingId, size })
  return recordingId
}

/** Where the bytes of a recording lie among the large files. */
export function fileKeyOf({
  workspaceId,
  recordingId,
}: {
  workspaceId: string
  recordingId: string
}): string {
  return `${workspaceId}/${recordingId}`
}

async function beginFile(
  app: App,
  given: { workspaceId: string; recordingId: string; size: number },
): Promise<void> {
  const { recordingId } = given
  try {
    const begun = await app.largeFiles.begin({ key: fileKeyOf(given), size: given.size })
    await app.pg.updateTable('recordings').set({ begun }).where('id', '=', recordingId).execute()
  } catch (error) {
    await app.pg.deleteFrom('recordings').where('id', '=', recordingId).execute()
    throw error
  }
}

async function whoIsHeard(tx: PostgresTransaction, given: Beginning): Promise<string[]> {
  const { workspaceId, studyId, heard } = given
  if ('participantIds' in heard) {
    const asked = [...new Set<string>(heard.participantIds)]
    const { rows } = await sql<{ id: string }>`
      select id from participants where workspace_id = ${workspaceId} and study_id = ${studyId} and id = any(${asked}::uuid[])`.execute(
      tx,
    )
    if (rows.length < asked.length) throw notFound('participant')
    return asked
  }
  const { rows } = await sql<{ id: string | null }>`
    select s.participant_id as id from interviews i
    left join speakers s on s.interview_id = i.id and s.participant_id is not null
    where i.workspace_id = ${workspaceId} and i.study_id = ${studyId} and i.id = ${heard.interviewId} order by s.position`.execute(
    tx,
  )
  if (rows.length === 0) throw notFound('interview')
  return [...new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))]
}

async function refuseUnlessAgreed(
  tx: PostgresTransaction,
  { workspaceId, heard }: { workspaceId: string; heard: readonly string[] },
): Promise<void> {
  const { rows } = await sql`
    select from participants where workspace_id = ${workspaceId} and id = any(${[...heard]}::uuid[]) and recording_agreed`.execute(
    tx,
  )
  if (heard.length > 0 && rows.length === heard.length) return
  throw new Problem({
    id: 'recording-not-agreed',
    status: 409,
    detail:
      'Not everybody heard in it has agreed to be recorded. Write down under Participants what they agreed to, or leave the recording out.',
  })
}
