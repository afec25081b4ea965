import { sql } from 'kysely'
import { Problem, json, notFound, type App } from '../../platform/index.ts'
import { type InterviewId, RecordingId, audit, type Doer } from '../../workspace/index.ts'
import { bringInterview, fingerprintOf } from '../bring-interview.ts'
import type { SpeakerChoice } from '../join-speakers.ts'
import type { Interviewer } from '../interview.schema.ts'
import { tallySpeakers, type ParsedTranscript } from '../transcripts/transcript.ts'
import { Mark, Segment, type TranscriptDraft, type Voice } from './recording.schema.ts'
import { spokenTurns, type SpokenTurn } from './spoken-turns.ts'

type At = { workspaceId: string; recordingId: string }

/** What was heard in a recording, and who was said to speak so far. Throws 404, also while it may not be heard. */
export async function findDraft(app: App, { workspaceId, recordingId }: At): Promise<TranscriptDraft> {
  const { rows } = await sql<{ language: string; segments: unknown; marks: unknown; version: number }>`
    select r.language, t.segments, t.marks, t.version from transcriptions t
    join recordings r on r.id = t.recording_id
    join audible_recordings(${workspaceId}::uuid, 1, array[${recordingId}::uuid]) a on a.recording_id = r.id
    where t.workspace_id = ${workspaceId} and t.recording_id = ${recordingId} and t.state = 'done'`.execute(
    app.pg,
  )
  const [row] = rows
  if (!row) throw notFound('recording with words')
  return {
    recordingId: RecordingId.parse(recordingId),
    language: row.language,
    segments: Segment.array().parse(row.segments),
    marks: Mark.array().parse(row.marks),
    version: row.version,
  }
}

/** Keeps who speaks from where on. Throws 404, `no-such-voice` (422), and `draft-changed` (409) where a colleague said it differently. */
export async function markSpeakers(
  app: App,
  given: At & { marks: readonly Mark[]; version: number },
): Promise<{ version: number }> {
  const { workspaceId, recordingId, marks, version } = given
  const draft = await findDraft(app, given)
  const heard = await heardIn(app, given)
  const strangers = marks.filter(({ from, who }) => from >= draft.segments.length || !isVoice(who, heard))
  if (strangers.length > 0)
    throw new Problem({
      id: 'no-such-voice',
      status: 422,
      detail: 'Somebody you named is not among those heard in this recording. Look at the page again.',
    })
  const sorted = [...new Map(marks.map((mark) => [mark.from, mark])).values()].toSorted(
    (a, b) => a.from - b.from,
  )
  const { rows } = await sql`
    update transcriptions set marks = ${json(sorted)}::jsonb, version = version + 1
    where workspace_id = ${workspaceId} and recording_id = ${recordingId} and version = ${version} returning version`.execute(
    app.pg,
  )
  if (rows.length === 0)
    throw new Problem({
      id: 'draft-changed',
      status: 409,
      detail: 'A colleague said meanwhile who speaks. Look at what stands there now, then go on.',
    })
  return { version: version + 1 }
}

async function heardIn(app: App, { recordingId }: At): Promise<string[]> {
  const rows = await app.pg
    .selectFrom('recording_heard')
    .select('participant_id')
    .where('recording_id', '=', recordingId)
    .execute()
  return rows.flatMap(({ participant_id: id }) => (id === null ? [] : [id]))
}

const isVoice = (who: Voice, heard: readonly string[]) =>
  who === 'interviewer' || who === 'other' || who.startsWith('voice ') || heard.includes(who)

type Bringing = At & {
  title: string | { called: string }
  interviewer?: Interviewer | undefined
  version: number
  actor: Doer
}

/**
 * Makes an interview of what was heard, once everybody who speaks is named: from then on it is read, coded and searched as any other, and each word
 * leads to its sound. Throws 404, `speakers-unnamed` (422), `draft-changed` (409), and what bringing an interview in throws.
 */
export async function bringTranscript(app: App, given: Bringing): Promise<{ interviewId: InterviewId }> {
  const { workspaceId, recordingId, actor, version } = given
  const draft = await findDraft(app, given)
  if (draft.version !== version)
    throw new Problem({
      id: 'draft-changed',
      status: 409,
      detail: 'A colleague said meanwhile who speaks. Look at what stands there now, then go on.',
    })
  const turns = spokenTurns(draft)
  if (turns === undefined)
    throw new Problem({
      id: 'speakers-unnamed',
      status: 422,
      detail: 'Say from the beginning on who speaks, and give every voice a name. Then bring the words in.',
    })
  const recording = await app.pg
    .selectFrom('recordings')
    .select(['study_id', 'happened_at', 'language'])
    .where('id', '=', recordingId)
    .executeTakeFirstOrThrow()
  const transcript = transcriptOf(turns)
  const { interviewId } = await bringInterview(app, {
    workspaceId,
    studyId: recording.study_id,
    actor,
    transcript,
    choices: transcript.speakers.map(({ name }) => choiceOf(name ?? 'other')),
    title: given.title,
    sourceName: '',
    fingerprint: fingerprintOf(app, { workspaceId, content: `recording ${recordingId}` }),
    happenedAt: recording.happened_at,
    language: recording.language,
    languageGuessed: null,
    interviewer: given.interviewer,
  })
  await tieToWords(app, { ...given, interviewId, turns })
  return { interviewId }
}

/** Ended before this is done, the same is asked again: the interview is known then. */
async function tieToWords(
  app: App,
  given: At & { interviewId: InterviewId; turns: readonly SpokenTurn[]; actor: Doer },
): Promise<void> {
  const { workspaceId, recordingId, interviewId, turns, actor } = given
  await app.pg.transaction().execute(async (tx) => {
    await sql`
      insert into utterance_times (utterance_id, workspace_id, version, starts)
      select u.id, ${workspaceId}::uuid, u.version, array(select jsonb_array_elements_text(t.starts)::int)
      from jsonb_array_elements(${json(turns.map(({ starts }) => starts))}::jsonb) with ordinality as t (starts, place)
      join utterances u on u.interview_id = ${interviewId} and u.position = t.place - 1 on conflict do nothing`.execute(
      tx,
    )
    await sql`update speakers set name = null where interview_id = ${interviewId}`.execute(tx)
    await sql`
      update recordings set interview_id = ${interviewId}, transcribed_at = ${app.clock.now()}
      where id = ${recordingId} and interview_id is null`.execute(tx)
    // The words stand in the interview now, where they are corrected and taken back.
    await sql`delete from transcriptions where recording_id = ${recordingId}`.execute(tx)
    const subject = { kind: 'interview', id: interviewId }
    await audit(tx, { workspaceId, actor, action: 'transcription.speakers-named', subject })
  })
}

function transcriptOf(turns: readonly SpokenTurn[]): ParsedTranscript {
  const utterances = turns.map(({ who, text, startMs, endMs }) => ({ speaker: who, text, startMs, endMs }))
  return { kind: 'json', encoding: 'utf-8', speakers: tallySpeakers(utterances), utterances, dropped: [] }
}

function choiceOf(who: string): SpeakerChoice {
  if (who === 'interviewer' || who === 'other') return { role: who }
  return { role: 'participant', who: { participantId: who } }
}
