import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { within, type Scope } from './passages-sql.ts'

/** Somebody heard in a conversation, whose words may be analysed now. */
export type Heard = {
  personNo: number
  participantId: string
  who: string
  interviewId: string
  interview: string
  language: string
  happenedAt: Date
  /** YYYY-MM. */
  month: string
}

/** Conversations in the order they were held. */
export const byDate = (one: Heard, other: Heard) =>
  one.happenedAt.getTime() - other.happenedAt.getTime() || (one.interviewId < other.interviewId ? -1 : 1)

/** Who was heard in which conversation of what is asked, coded or not, by pseudonym. */
export async function whoIsHeard(app: App, scope: Scope): Promise<Heard[]> {
  const { workspaceId, studyId, people } = scope
  const { rows } = await sql<HeardRow>`
    select distinct s.person_no, s.participant_id, people.pseudonym, i.id as interview_id, i.title, i.language, i.happened_at,
      to_char(i.happened_at at time zone 'UTC', 'YYYY-MM') as month
    from permitted_speakers(${workspaceId}::uuid, 1,
      array(select id from interviews where workspace_id = ${workspaceId} and study_id = ${studyId}::uuid)) s
    join interviews i on i.id = s.interview_id
    join people on people.no = s.person_no
    where s.role = 'participant' and ${within(scope)}
      and (${people}::bigint[] is null or s.person_no = any(${people}::bigint[]))
    order by people.pseudonym, s.participant_id, i.happened_at, i.id`.execute(app.pg)
  return rows.map((row) => ({
    personNo: row.person_no,
    participantId: row.participant_id,
    who: row.pseudonym,
    interviewId: row.interview_id,
    interview: row.title,
    language: row.language,
    happenedAt: row.happened_at,
    month: row.month,
  }))
}

type HeardRow = {
  person_no: number
  participant_id: string
  pseudonym: string
  interview_id: string
  title: string
  language: string
  happened_at: Date
  month: string
}
