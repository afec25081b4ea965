import { sql } from 'kysely'
import { z } from 'zod'
import { freshPermission, mayBitmapSql, studyScope } from '../../consent/index.ts'
import { Language } from '../../language/index.ts'
import { ch, notFound, type App } from '../../platform/index.ts'

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

/**
 * Every answer of a study that may be analysed now, source by source in the order of the file. Of thousands of people permission is asked where it
 * stands projected, in a tenth of the time.
 */
export async function readableAnswers(
  app: App,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<Readable[]> {
  await freshPermission(app, workspaceId)
  const may = mayBitmapSql({ workspaceId, purpose: 'conversation_analysis', scope: studyScope(studyId) })
  const [permitted] = await app.ch.query(
    ch.sql`SELECT bitmapToArray((${may})) AS people`,
    z.object({ people: z.array(z.number()) }),
  )
  const { rows } = await sql<Readable>`
    select u.id as "utteranceId", u.interview_id as "interviewId", u.version, u.position, p.person_no as "personNo"
    from interviews i
    join speakers s on s.interview_id = i.id and s.role = 'participant'
    join participants p on p.id = s.participant_id
    join unnest(${permitted?.people ?? []}::bigint[]) as may (person_no) on may.person_no = p.person_no
    join utterances u on u.speaker_id = s.id
    where i.workspace_id = ${workspaceId} and i.study_id = ${studyId} and i.kind = 'open-answers'
    order by u.interview_id, u.position`.execute(app.pg)
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
