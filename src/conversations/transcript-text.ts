import { sql } from 'kysely'
import { reasons, studyScope, type Reason } from '../consent/index.ts'
import type { Postgres } from '../platform/index.ts'
import {
  InterviewId,
  ParticipantId,
  PersonId,
  PersonNo,
  SpeakerId,
  StudyId,
  UtteranceId,
} from '../workspace/index.ts'

export type SpeakerRole = 'participant' | 'interviewer' | 'other'

/** One who speaks in an interview, as it may be read now. */
export type InterviewSpeaker = {
  speakerId: SpeakerId
  role: SpeakerRole
  /** Pseudonym of a participant; of anybody else the name in the file (null: nobody is named). */
  label: string | null
  /** The name in the file: for who has people.read only. */
  name: string | null
  participantId: ParticipantId | null
  personId: PersonId | null
  personNo: PersonNo | null
  words: number
  /** Why a participant's words are not shown; null where they are. */
  withheld: Exclude<Reason, 'may'> | null
}

export type InterviewUtterance = {
  utteranceId: UtteranceId
  position: number
  speakerId: SpeakerId
  text: string
  startMs: number | null
  endMs: number | null
  version: number
}

export type InterviewText = {
  interviewId: InterviewId
  studyId: StudyId
  title: string
  kind: string
  language: string
  happenedAt: Date
  /** Who asked, where it is written down. */
  interviewer: string | null
  words: number
  speakers: InterviewSpeaker[]
  /** In order; those of a speaker who is withheld are left out, so positions may have gaps. */
  utterances: InterviewUtterance[]
}

type Asked = {
  workspaceId: string
  interviewId: string
  /** Only utterances from this position on, at most so many; all unless told. */
  from?: number
  limit?: number
}

/**
 * An interview as it may be analysed now, or undefined where the workspace has none of that id. What a participant said is there only while
 * analysing what was said is permitted for them in the study, and so are the replies to it; what other participants said stays.
 */
export async function readInterview(pg: Postgres, asked: Asked): Promise<InterviewText | undefined> {
  const { workspaceId, interviewId, from = 0, limit = 1_000_000 } = asked
  const interview = await pg
    .selectFrom('interviews')
    .leftJoin('members', 'members.id', 'interviews.interviewer_id')
    .leftJoin('users', 'users.id', 'members.user_id')
    .select(['study_id', 'title', 'kind', 'interviews.language', 'happened_at', 'words'])
    .select(sql<string | null>`coalesce(users.name, interviewer_name)`.as('interviewer'))
    .where('interviews.workspace_id', '=', workspaceId)
    .where('interviews.id', '=', interviewId)
    .executeTakeFirst()
  if (!interview) return undefined
  const studyId = StudyId.parse(interview.study_id)
  const speakers = await readSpeakers(pg, { workspaceId, interviewId, studyId })
  const readable = speakers.filter((speaker) => speaker.withheld === null).map((speaker) => speaker.speakerId)
  const rows = await pg
    .selectFrom('utterances')
    .select(['id', 'position', 'speaker_id', 'text', 'start_ms', 'end_ms', 'version'])
    .where('workspace_id', '=', workspaceId)
    .where('interview_id', '=', interviewId)
    .where('position', '>=', from)
    .where('speaker_id', '=', sql<string>`any(${readable}::uuid[])`)
    .where(
      speakers.every((speaker) => speaker.withheld === null)
        ? sql<boolean>`true`
        : sql<boolean>`id not in (select utterance_id from withheld_replies(${workspaceId}::uuid, array[${interviewId}::uuid]))`,
    )
    .orderBy('position')
    .limit(limit)
    .execute()
  return {
    interviewId: InterviewId.parse(interviewId),
    studyId,
    title: interview.title,
    kind: interview.kind,
    language: interview.language,
    happenedAt: interview.happened_at,
    interviewer: interview.interviewer,
    words: interview.words,
    speakers,
    utterances: rows.map((row) => ({
      utteranceId: UtteranceId.parse(row.id),
      position: row.position,
      speakerId: SpeakerId.parse(row.speaker_id),
      text: row.text,
      startMs: row.start_ms,
      endMs: row.end_ms,
      version: row.version,
    })),
  }
}

async function readSpeakers(
  pg: Postgres,
  { workspaceId, interviewId, studyId }: { workspaceId: string; interviewId: string; studyId: string },
): Promise<InterviewSpeaker[]> {
  const { rows } = await sql<SpeakerRow>`
    with spoke as materialized (
      select s.*, p.person_no from speakers s left join participants p on p.id = s.participant_id
      where s.workspace_id = ${workspaceId} and s.interview_id = ${interviewId}
    )
    select s.id, s.role, s.name, s.words, s.participant_id, s.person_no, people.id as person_id, people.pseudonym, r.reason
    from spoke s
    left join people on people.no = s.person_no
    left join permission_rows(${workspaceId}::uuid, array(select k.person_no from spoke k where k.person_no is not null)) r
      on r.person_no = s.person_no and r.scope = ${studyScope(studyId)} and r.purpose = 1
    order by s.position`.execute(pg)
  return rows.map((row) => ({
    speakerId: SpeakerId.parse(row.id),
    role: row.role,
    label: row.role === 'participant' ? row.pseudonym : row.name,
    // Of somebody who is being erased only the gap is seen.
    name: row.participant_id !== null && row.person_id === null ? null : row.name,
    participantId: row.participant_id === null ? null : ParticipantId.parse(row.participant_id),
    personId: row.person_id === null ? null : PersonId.parse(row.person_id),
    personNo: row.person_no === null ? null : PersonNo.parse(row.person_no),
    words: row.words,
    withheld: row.participant_id === null ? null : whyWithheld(row.reason),
  }))
}

type SpeakerRow = {
  id: string
  role: SpeakerRole
  name: string | null
  words: number
  participant_id: string | null
  person_no: number | null
  person_id: string | null
  pseudonym: string | null
  reason: number | null
}

/** A person without a row (erased, merged a moment ago) may not be read either. */
function whyWithheld(reason: number | null): InterviewSpeaker['withheld'] {
  const why = reasons[reason ?? 1] ?? 'no basis declared'
  return why === 'may' ? null : why
}

/** One turn of a participant whose words may be analysed now. */
export type SpokenUtterance = {
  utteranceId: UtteranceId
  interviewId: InterviewId
  studyId: StudyId
  position: number
  speakerId: SpeakerId
  participantId: ParticipantId
  personNo: PersonNo
  /** The language confirmed for the interview. */
  language: string
  text: string
}

type Wanted = {
  workspaceId: string
  /** Only these; everything in the workspace unless told. */
  studyIds?: readonly string[]
  interviewIds?: readonly string[]
  participantIds?: readonly string[]
  personNos?: readonly number[]
  languages?: readonly string[]
}

const batch = 10_000

/**
 * What participants said, in batches of up to 10,000 turns ordered by interview and position: only theirs who permit analysing what was said,
 * as it stands when the first batch is read. Interviewers and others are left out.
 */
export async function* listUtterances(pg: Postgres, wanted: Wanted): AsyncGenerator<SpokenUtterance[]> {
  const speakers = await permittedSpeakers(pg, wanted)
  const ids = [...speakers.keys()]
  let last = { interview: '00000000-0000-0000-0000-000000000000', position: -1 }
  for (let more = ids.length > 0; more;) {
    const { rows } = await sql<TurnRow>`
      select u.id, u.interview_id, u.position, u.speaker_id, u.text from utterances u
      where u.workspace_id = ${wanted.workspaceId} and u.speaker_id = any(${ids}::uuid[])
        and (u.interview_id, u.position) > (${last.interview}::uuid, ${last.position}::int)
      order by u.interview_id, u.position limit ${batch}`.execute(pg)
    const turns = rows.flatMap((row) => {
      const speaker = speakers.get(row.speaker_id)
      return speaker === undefined ? [] : [asTurn(row, speaker)]
    })
    if (turns.length > 0) yield turns
    const end = rows.at(-1)
    more = rows.length === batch && end !== undefined
    if (end) last = { interview: end.interview_id, position: end.position }
  }
}

type TurnRow = { id: string; interview_id: string; position: number; speaker_id: string; text: string }
type PermittedRow = {
  speaker_id: string
  participant_id: string
  person_no: number
  study_id: string
  language: string
}

async function permittedSpeakers(pg: Postgres, wanted: Wanted): Promise<Map<string, PermittedRow>> {
  const { workspaceId, studyIds, interviewIds, participantIds, personNos, languages } = wanted
  const { rows } = await sql<PermittedRow>`
    select s.id as speaker_id, p.participant_id, p.person_no, p.study_id, i.language
    from permitted_participants(${workspaceId}::uuid, 1, ${studyIds ? [...studyIds] : null}::uuid[]) p
    join speakers s on s.participant_id = p.participant_id
    join interviews i on i.id = s.interview_id
    where ${within(sql`i.id`, interviewIds && sql`${[...interviewIds]}::uuid[]`)}
      and ${within(sql`p.participant_id`, participantIds && sql`${[...participantIds]}::uuid[]`)}
      and ${within(sql`p.person_no`, personNos && sql`${[...personNos]}::bigint[]`)}
      and ${within(sql`i.language`, languages && sql`${[...languages]}::text[]`)}`.execute(pg)
  return new Map(rows.map((row) => [row.speaker_id, row]))
}

function within(column: ReturnType<typeof sql>, list: ReturnType<typeof sql> | undefined) {
  return list === undefined ? sql`true` : sql`${column} = any(${list})`
}

function asTurn(row: TurnRow, speaker: PermittedRow): SpokenUtterance {
  return {
    utteranceId: UtteranceId.parse(row.id),
    interviewId: InterviewId.parse(row.interview_id),
    studyId: StudyId.parse(speaker.study_id),
    position: row.position,
    speakerId: SpeakerId.parse(row.speaker_id),
    participantId: ParticipantId.parse(speaker.participant_id),
    personNo: PersonNo.parse(speaker.person_no),
    language: speaker.language,
    text: row.text,
  }
}
