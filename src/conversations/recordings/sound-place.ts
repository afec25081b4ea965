import { sql } from 'kysely'
import type { Postgres } from '../../platform/index.ts'
import { InterviewId, RecordingId } from '../../workspace/index.ts'
import { timeAfter, timeAt } from './word-starts.ts'

/** A stretch of a recording, in milliseconds. */
export type SoundPlace = { recordingId: RecordingId; startMs: number; endMs: number }

type Words = { workspaceId: string; utteranceId: string; start: number; end: number }

/**
 * Where words are heard (from codepoint `start` to before `end` of an utterance), in the newest recording of the conversation that may be
 * heard now; undefined where there is none, or no times are known.
 */
export async function soundOfWords(pg: Postgres, given: Words): Promise<SoundPlace | undefined> {
  const { workspaceId, utteranceId, start, end } = given
  const { rows } = await sql<{
    text: string
    start_ms: number
    end_ms: number
    starts: number[] | null
    recording_id: string
  }>`
    select u.text, u.start_ms, coalesce(u.end_ms, n.start_ms, u.start_ms + 10000) as end_ms, t.starts, r.id as recording_id
    from utterances u
    join recordings r on r.interview_id = u.interview_id and r.state = 'ready'
    join audible_recordings(${workspaceId}::uuid, 1,
      array(select own.id from recordings own join utterances said on said.interview_id = own.interview_id where said.id = ${utteranceId})) a
      on a.recording_id = r.id
    left join utterance_times t on t.utterance_id = u.id and t.version = u.version
    left join lateral (select later.start_ms from utterances later where later.interview_id = u.interview_id
      and later.position > u.position and later.start_ms is not null order by later.position limit 1) n on true
    where u.workspace_id = ${workspaceId} and u.id = ${utteranceId} and u.start_ms is not null
    order by r.id desc limit 1`.execute(pg)
  const [row] = rows
  if (!row) return undefined
  const spoken = { text: row.text, startMs: row.start_ms, endMs: row.end_ms, starts: row.starts ?? undefined }
  const from = timeAt(spoken, start)
  return {
    recordingId: RecordingId.parse(row.recording_id),
    startMs: from,
    endMs: Math.max(from + 300, timeAfter(spoken, end)),
  }
}

/** When the words of each utterance begin, by `id version`: of a text that was corrected since, they are not known. */
export async function startsOf(
  pg: Postgres,
  { workspaceId, interviewId }: { workspaceId: string; interviewId: string },
): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ utterance_id: string; version: number; starts: number[] }>`
    select t.utterance_id, t.version, t.starts from utterance_times t join utterances u on u.id = t.utterance_id
    where t.workspace_id = ${workspaceId} and u.interview_id = ${interviewId}`.execute(pg)
  return new Map(rows.map((row) => [`${row.utterance_id} ${row.version}`, row.starts]))
}

/** The conversations of which something may be heard now and has times: their quotes have a button to play. */
export async function audibleInterviews(pg: Postgres, workspaceId: string): Promise<InterviewId[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.interview_id as id from recordings r
    join audible_recordings(${workspaceId}::uuid, 1) a on a.recording_id = r.id
    where r.workspace_id = ${workspaceId} and r.state = 'ready'
      and exists (select from utterances u where u.interview_id = r.interview_id and u.start_ms is not null)`.execute(
    pg,
  )
  return rows.map((row) => InterviewId.parse(row.id))
}

/** Whether the workspace has a conversation of this id. */
export async function hasInterview(
  pg: Postgres,
  { workspaceId, interviewId }: { workspaceId: string; interviewId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from interviews where workspace_id = ${workspaceId} and id = ${interviewId}`.execute(pg)
  return rows.length > 0
}
