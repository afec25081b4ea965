import { sql } from 'kysely'
import { Language } from '../../language/index.ts'
import { notFound, type App } from '../../platform/index.ts'

/** A source of open answers: one question, asked of many. */
export type Source = { interviewId: string; studyId: string; title: string; language: Language }

type Asked = { workspaceId: string; interviewId: string }

/** The source of that id. Throws 404, also where it is a conversation. */
export async function findSource(pg: App['pg'], { workspaceId, interviewId }: Asked): Promise<Source> {
  const row = await pg
    .selectFrom('interviews')
    .select(['study_id', 'title', 'language'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', interviewId)
    .where('kind', '=', 'open-answers')
    .executeTakeFirst()
  if (!row) throw notFound('source of open answers')
  return {
    interviewId,
    studyId: row.study_id,
    title: row.title,
    language: Language.catch('en').parse(row.language),
  }
}

/** An answer that may be analysed now. */
export type Readable = {
  utteranceId: string
  interviewId: string
  version: number
  position: number
  personNo: number
}

/** Every answer of a study that may be analysed now, source by source in the order of the file. */
export async function readableAnswers(
  pg: App['pg'],
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<Readable[]> {
  const { rows } = await sql<Readable>`
    select u.id as "utteranceId", u.interview_id as "interviewId", u.version, u.position, p.person_no as "personNo"
    from permitted_speakers(${workspaceId}::uuid, 1, array(
      select id from interviews where workspace_id = ${workspaceId} and study_id = ${studyId} and kind = 'open-answers')) p
    join utterances u on u.speaker_id = p.speaker_id
    where p.role = 'participant'
    order by u.interview_id, u.position`.execute(pg)
  return rows
}

/** The codes people have given to answers of a study, wherever in the answer, by utterance. */
export async function codesOfAnswers(
  pg: App['pg'],
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ utterance_id: string; codes: string[] }>`
    select h.utterance_id, array_agg(distinct hc.code_id::text) as codes
    from highlights h
    join interviews i on i.id = h.interview_id and i.kind = 'open-answers'
    join highlight_codes hc on hc.highlight_id = h.id
    join codes c on c.id = hc.code_id and c.removed_at is null
    where h.workspace_id = ${workspaceId} and h.study_id = ${studyId} and h.removed_at is null and h.lost_text is null
    group by h.utterance_id`.execute(pg)
  return new Map(rows.map((row) => [row.utterance_id, row.codes]))
}
