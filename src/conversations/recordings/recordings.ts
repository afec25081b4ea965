import { sql } from 'kysely'
import { notFound, type App } from '../../platform/index.ts'
import { InterviewId, ParticipantId, RecordingId, StudyId } from '../../workspace/index.ts'
import { findStudy } from '../studies.ts'
import { Recording, Transcription, type RecordingReceipt, type RecordingRule } from './recording.schema.ts'
import { deletionDay, ruleOf } from './recording-rule.ts'

type Names = 'names' | 'no names'

/** The recordings of a study, newest first, with what became of those that are gone. Throws 404. */
export async function listRecordings(
  app: App,
  given: { workspaceId: string; studyId: string; names: Names },
): Promise<{ recordings: Recording[]; rule: RecordingRule; receipts: RecordingReceipt[] }> {
  const { workspaceId, studyId, names } = given
  if (!(await findStudy(app.pg, { workspaceId, studyId }))) throw notFound('study')
  const rule = await ruleOf(app.pg, { workspaceId, studyId })
  const rows = await readRows(app, { workspaceId, where: sql`r.study_id = ${studyId}` })
  const gone = await app.pg
    .selectFrom('recording_receipts')
    .select(['id', 'why', 'size', 'gone_at'])
    .where('workspace_id', '=', workspaceId)
    .where('study_id', '=', studyId)
    .orderBy('gone_at', 'desc')
    .limit(100)
    .execute()
  return {
    recordings: rows.map((row) => asRecording(row, { rule, names })),
    rule,
    receipts: gone.map((row) => ({
      recordingId: RecordingId.parse(row.id),
      why: row.why as RecordingReceipt['why'],
      size: row.size,
      goneAt: row.gone_at.toISOString(),
    })),
  }
}

/** One recording. Throws 404. */
export async function findRecording(
  app: App,
  given: { workspaceId: string; recordingId: string; names: Names },
): Promise<Recording> {
  const { workspaceId, recordingId, names } = given
  const [row] = await readRows(app, { workspaceId, where: sql`r.id = ${recordingId}` })
  if (!row) throw notFound('recording')
  return asRecording(row, { rule: await ruleOf(app.pg, { workspaceId, studyId: row.study_id }), names })
}

/** The newest recording of a conversation that may be heard now; null where there is none. */
export async function recordingOfInterview(
  app: App,
  given: { workspaceId: string; interviewId: string; names: Names },
): Promise<Recording | null> {
  const { workspaceId, interviewId, names } = given
  const rows = await readRows(app, {
    workspaceId,
    where: sql`r.interview_id = ${interviewId} and r.state = 'ready'`,
  })
  const row = rows.find(({ audible }) => audible)
  if (!row) return null
  return asRecording(row, { rule: await ruleOf(app.pg, { workspaceId, studyId: row.study_id }), names })
}

/** Loudness over time, a byte a moment; null where nobody's browser has worked it out yet. Throws 404. */
export async function peaksOf(
  app: App,
  at: { workspaceId: string; recordingId: string },
): Promise<Buffer | null> {
  const { rows } = await sql<{ peaks: Buffer | null }>`
    select r.peaks from recordings r
    join audible_recordings(${at.workspaceId}::uuid, 1, array[${at.recordingId}::uuid]) a on a.recording_id = r.id`.execute(
    app.pg,
  )
  const [row] = rows
  if (!row) throw notFound('recording')
  return row.peaks
}

/** Keeps what a browser found on decoding: the length, and loudness over time. Throws 404. */
export async function keepShape(
  app: App,
  given: { workspaceId: string; recordingId: string; durationMs: number; peaks: Uint8Array },
): Promise<void> {
  const { workspaceId, recordingId, durationMs, peaks } = given
  const kept = await sql`
    update recordings set duration_ms = ${durationMs}, peaks = ${peaks.length === 0 ? null : Buffer.from(peaks)}
    where workspace_id = ${workspaceId} and id = ${recordingId} and state <> 'damaged' returning id`.execute(
    app.pg,
  )
  if (kept.rows.length === 0) throw notFound('recording')
}

type RecordingRow = {
  id: string
  study_id: string
  interview_id: string | null
  name: string
  size: number
  received: number
  media: string | null
  state: string
  duration_ms: number | null
  language: string
  happened_at: Date
  transcribed_at: Date | null
  audible: boolean
  heard: { participantId: string | null; pseudonym: string | null }[] | null
  transcription: unknown
}

async function readRows(
  app: App,
  { workspaceId, where }: { workspaceId: string; where: ReturnType<typeof sql> },
): Promise<RecordingRow[]> {
  const { rows } = await sql<RecordingRow>`
    with found as materialized (select * from recordings r where r.workspace_id = ${workspaceId} and ${where})
    select f.id, f.study_id, f.interview_id, f.name, f.size, f.received, f.media, f.state, f.duration_ms, f.language, f.happened_at,
      f.transcribed_at,
      f.id in (select recording_id from audible_recordings(${workspaceId}::uuid, 1, array(select id from found))) as audible,
      (select json_agg(json_build_object('participantId', p.id, 'pseudonym', people.pseudonym) order by h.position)
        from recording_heard h left join participants p on p.id = h.participant_id left join people on people.no = p.person_no
        where h.recording_id = f.id) as heard,
      (select json_build_object('state', t.state, 'host', t.host, 'model', t.model, 'attempts', t.attempts, 'sent', t.sent,
        'why', t.why, 'status', t.refused_with, 'nextAt', t.next_at) from transcriptions t where t.recording_id = f.id) as transcription
    from found f order by f.id desc`.execute(app.pg)
  return rows
}

function asRecording(row: RecordingRow, { rule, names }: { rule: RecordingRule; names: Names }): Recording {
  return {
    recordingId: RecordingId.parse(row.id),
    studyId: StudyId.parse(row.study_id),
    interviewId: row.interview_id === null ? null : InterviewId.parse(row.interview_id),
    name: names === 'names' ? row.name : null,
    size: row.size,
    received: row.received,
    media: row.media,
    state: Recording.shape.state.parse(row.state),
    durationMs: row.duration_ms,
    language: row.language,
    happenedAt: row.happened_at.toISOString(),
    heard: (row.heard ?? []).map(({ participantId, pseudonym }) => ({
      participantId: participantId === null ? null : ParticipantId.parse(participantId),
      pseudonym: pseudonym ?? '',
    })),
    audible: row.audible,
    deletedOn: deletionDay(rule, row.transcribed_at)?.toISOString() ?? null,
    transcription: row.transcription === null ? null : Transcription.parse(row.transcription),
  }
}
