import { sql } from 'kysely'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId, InterviewId, RecordingId, StretchId, type Doer } from '../../workspace/index.ts'
import type { NewCode } from '../coding.schema.ts'
import { userOf } from '../history.ts'
import { codePlace, uncodePlace } from '../places/mark-place.ts'
import type { CodedStretch, Moments, Stretch } from './stretch.schema.ts'
import { stretchKind } from './stretch-steps.ts'

type Editing = { workspaceId: string; actor: Doer }

/** The marked stretches of a recording that may be heard now, in order. Throws 404. */
export async function listStretches(
  pg: App['pg'],
  given: { workspaceId: string; recordingId: string },
): Promise<{ studyId: string; stretches: Stretch[] }> {
  const { studyId } = await audibleRecording(pg, given)
  const { rows } = await sql<{ id: string; start_ms: number; end_ms: number; code_ids: string[] }>`
    select s.id, s.start_ms, s.end_ms,
      array(select sc.code_id::text from stretch_codes sc join codes c on c.id = sc.code_id and c.removed_at is null
        where sc.stretch_id = s.id order by sc.created_at, sc.code_id) as code_ids
    from stretches s where s.workspace_id = ${given.workspaceId} and s.recording_id = ${given.recordingId} and s.removed_at is null
    order by s.start_ms, s.end_ms, s.id`.execute(pg)
  return {
    studyId,
    stretches: rows.map((row) => ({
      stretchId: StretchId.parse(row.id),
      startMs: row.start_ms,
      endMs: row.end_ms,
      codeIds: row.code_ids.map((id) => CodeId.parse(id)),
    })),
  }
}

async function audibleRecording(
  pg: App['pg'],
  { workspaceId, recordingId }: { workspaceId: string; recordingId: string },
): Promise<{ studyId: string; interviewId: string | null; durationMs: number | null }> {
  const { rows } = await sql<{ study_id: string; interview_id: string | null; duration_ms: number | null }>`
    select r.study_id, r.interview_id, r.duration_ms from recordings r
    join audible_recordings(${workspaceId}::uuid, 1, array[${recordingId}::uuid]) a on a.recording_id = r.id`.execute(
    pg,
  )
  const [row] = rows
  if (!row) throw notFound('recording')
  return { studyId: row.study_id, interviewId: row.interview_id, durationMs: row.duration_ms }
}

type Marking = Editing & {
  recordingId: string
  moments: Moments
  codeIds: readonly string[]
  newCode?: NewCode | undefined
}

/**
 * Marks a stretch of a recording with codes, known or new; one that is marked already gets the codes too. Needs no words. Can be undone. Throws 404,
 * `code-missing` and `beyond-the-end` (422), and `round-running` (409).
 */
export async function markStretch(
  app: App,
  given: Marking,
): Promise<{ stretchId: StretchId; codeIds: CodeId[] }> {
  const { recordingId, moments } = given
  const { studyId, interviewId, durationMs } = await audibleRecording(app.pg, given)
  if (given.codeIds.length === 0 && given.newCode === undefined)
    throw new Problem({ id: 'code-missing', status: 422, detail: 'Choose a code for the stretch.' })
  // What players say of the length differs by a second.
  if (durationMs !== null && moments.startMs > durationMs + 1000)
    throw new Problem({
      id: 'beyond-the-end',
      status: 422,
      detail: 'The recording ends before this stretch begins.',
    })
  const { id: stretchId, codeIds } = await codePlace(app, {
    ...given,
    kind: stretchKind,
    studyId,
    interviewIds: interviewId === null ? [] : [interviewId],
    place: (tx) => placeStretch(tx, { ...given, studyId }),
    audited: { action: 'stretch.marked', subject: { kind: 'recording', id: recordingId } },
  })
  return { stretchId, codeIds }
}

async function placeStretch(
  tx: PostgresTransaction,
  { workspaceId, actor, recordingId, studyId, moments }: Marking & { studyId: string },
): Promise<{ id: StretchId; isNew: boolean }> {
  // Shorter than a tenth of a second nothing can be heard.
  const at = { start_ms: moments.startMs, end_ms: Math.max(moments.endMs, moments.startMs + 100) }
  const known = await tx
    .selectFrom('stretches')
    .select('id')
    .where('recording_id', '=', recordingId)
    .where('removed_at', 'is', null)
    .where('start_ms', '=', at.start_ms)
    .where('end_ms', '=', at.end_ms)
    .executeTakeFirst()
  if (known) return { id: StretchId.parse(known.id), isNew: false }
  const made = await tx
    .insertInto('stretches')
    .values({
      ...at,
      workspace_id: workspaceId,
      study_id: studyId,
      recording_id: recordingId,
      created_by: userOf(actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: StretchId.parse(made.id), isNew: true }
}

/** Takes one code off a stretch, or every one (no `codeId`); a stretch without codes is no longer marked. Can be undone. Throws 404, `round-running` (409). */
export function unmarkStretch(
  app: App,
  { stretchId, ...given }: Editing & { stretchId: string; codeId?: string | undefined },
): Promise<void> {
  return uncodePlace(app, { ...given, kind: stretchKind, id: stretchId, action: 'stretch.unmarked' })
}

/**
 * Stretches of a code that may be heard beside its quotes now: everybody in the recording permits recording, analysing and quoting, and nobody asked
 * for words in it to be quoted no more. Newest conversations first; `withheld` counts the others.
 */
export async function stretchesOfCode(
  pg: App['pg'],
  { workspaceId, codeId }: { workspaceId: string; codeId: string },
): Promise<{ stretches: CodedStretch[]; withheld: number }> {
  const { rows } = await sql<CodedRow>`
    with coded as materialized (
      select s.* from stretch_codes sc join stretches s on s.id = sc.stretch_id and s.removed_at is null
      join codes c on c.id = sc.code_id and c.removed_at is null
      where sc.workspace_id = ${workspaceId} and sc.code_id = ${codeId}
    ),
    sounds as (select array(select distinct k.recording_id from coded k) as ids),
    heard as materialized (select a.recording_id from sounds, audible_recordings(${workspaceId}::uuid, 1, sounds.ids) a),
    quoted as materialized (select a.recording_id from sounds, audible_recordings(${workspaceId}::uuid, 3, sounds.ids) a)
    select k.id, k.start_ms, k.end_ms, r.id as recording_id, r.interview_id, r.happened_at,
      array(select people.pseudonym from recording_heard h join participants p on p.id = h.participant_id
        join people on people.no = p.person_no where h.recording_id = r.id order by h.position) as who,
      r.id in (select recording_id from heard) and r.id in (select recording_id from quoted)
        and not exists (select from highlights f join utterances u on u.id = f.utterance_id
          where f.interview_id = r.interview_id and f.refused_at is not null and f.lost_text is null
            and coalesce(u.start_ms, 0) < k.end_ms and k.start_ms < coalesce(u.end_ms, 2147483647)) as shown
    from coded k join recordings r on r.id = k.recording_id
    order by r.happened_at desc, r.id, k.start_ms, k.id`.execute(pg)
  const shown = rows.filter((row) => row.shown)
  return {
    stretches: shown.map((row) => ({
      stretchId: StretchId.parse(row.id),
      startMs: row.start_ms,
      endMs: row.end_ms,
      recordingId: RecordingId.parse(row.recording_id),
      interviewId: row.interview_id === null ? null : InterviewId.parse(row.interview_id),
      who: row.who,
      when: row.happened_at.toISOString(),
    })),
    withheld: rows.length - shown.length,
  }
}

type CodedRow = {
  id: string
  start_ms: number
  end_ms: number
  recording_id: string
  interview_id: string | null
  happened_at: Date
  who: string[]
  shown: boolean
}
