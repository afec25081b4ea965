import { sql } from 'kysely'
import { Language } from '../../language/index.ts'
import type { App } from '../../platform/index.ts'
import { CodeId, UtteranceId } from '../../workspace/index.ts'
import type { Answer } from './answers.schema.ts'
import { findSource } from './source.ts'

/** What somebody answered, as it may be read now. */
export type AnswerText = {
  utteranceId: string
  interviewId: string
  position: number
  who: string
  text: string
  language: Language
}

type Asked = { workspaceId: string; studyId: string; utteranceIds: readonly string[] }

/** What some answers of a study say; those that may not be analysed now are left out. */
export async function readTexts(
  app: App,
  { workspaceId, studyId, utteranceIds }: Asked,
): Promise<Map<string, AnswerText>> {
  const { rows } = await sql<Omit<AnswerText, 'language'> & { language: string }>`
    with asked as materialized (
      select u.id, u.interview_id, u.position, u.text, s.participant_id, p.person_no
      from utterances u join speakers s on s.id = u.speaker_id join participants p on p.id = s.participant_id
      where u.workspace_id = ${workspaceId} and u.id = any(${[...utteranceIds]}::uuid[]) and p.study_id = ${studyId}
    ),
    permitted as materialized (
      select participant_id from permitted_participants(${workspaceId}::uuid, 1, array[${studyId}::uuid],
        array(select distinct person_no from asked))
    )
    select a.id as "utteranceId", a.interview_id as "interviewId", a.position, a.text, people.pseudonym as who, i.language
    from asked a join people on people.no = a.person_no
    join interviews i on i.id = a.interview_id and i.kind = 'open-answers'
    where a.participant_id in (select participant_id from permitted)`.execute(app.pg)
  return new Map(
    rows.map((row) => [row.utteranceId, { ...row, language: Language.catch('en').parse(row.language) }]),
  )
}

type InSource = { workspaceId: string; interviewId: string }

/** What some answers of a source say, as far as it may be analysed now, with their codes. Throws 404. */
export async function readAnswers(
  app: App,
  given: InSource & { utteranceIds: readonly string[] },
): Promise<Answer[]> {
  const { workspaceId, interviewId, utteranceIds } = given
  const { studyId } = await findSource(app.pg, given)
  const [texts, codes] = await Promise.all([
    readTexts(app, { workspaceId, studyId, utteranceIds }),
    codesOn(app.pg, { workspaceId, studyId, utteranceIds }),
  ])
  return utteranceIds.flatMap((id) => {
    const found = texts.get(id)
    if (found?.interviewId !== interviewId) return []
    return {
      utteranceId: UtteranceId.parse(id),
      number: found.position + 1,
      who: found.who,
      text: found.text,
      codeIds: codes.get(id) ?? [],
    }
  })
}

async function codesOn(pg: App['pg'], { workspaceId, utteranceIds }: Asked): Promise<Map<string, CodeId[]>> {
  const { rows } = await sql<{ utterance_id: string; codes: string[] }>`
    select h.utterance_id, array_agg(distinct hc.code_id::text) as codes
    from highlights h join highlight_codes hc on hc.highlight_id = h.id
    join codes c on c.id = hc.code_id and c.removed_at is null
    where h.workspace_id = ${workspaceId} and h.utterance_id = any(${[...utteranceIds]}::uuid[])
      and h.removed_at is null and h.lost_text is null
    group by h.utterance_id`.execute(pg)
  return new Map(rows.map((row) => [row.utterance_id, row.codes.map((id) => CodeId.parse(id))]))
}
