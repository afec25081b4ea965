import { sql } from 'kysely'
import type { App } from '../../platform/index.ts'
import { CodeId, UtteranceId } from '../../workspace/index.ts'
import type { Answer } from './answers.schema.ts'
import { findSource } from './source.ts'

type InSource = { workspaceId: string; interviewId: string }

/** What some answers of a source say, as far as it may be analysed now, with their codes. Throws 404. */
export async function readAnswers(
  app: App,
  given: InSource & { utteranceIds: readonly string[] },
): Promise<Answer[]> {
  const { workspaceId, interviewId, utteranceIds } = given
  await findSource(app.pg, given)
  const { rows } = await sql<{
    id: string
    position: number
    text: string
    pseudonym: string
    codes: string[]
  }>`
    with asked as materialized (
      select u.id, u.position, u.text, s.participant_id, p.person_no, p.study_id
      from utterances u join speakers s on s.id = u.speaker_id join participants p on p.id = s.participant_id
      where u.workspace_id = ${workspaceId} and u.interview_id = ${interviewId} and u.id = any(${[...utteranceIds]}::uuid[])
    ),
    permitted as materialized (
      select participant_id from permitted_participants(${workspaceId}::uuid, 1, array(select distinct study_id from asked),
        array(select distinct person_no from asked))
    )
    select a.id, a.position, a.text, people.pseudonym, array(
      select distinct hc.code_id::text from highlights h join highlight_codes hc on hc.highlight_id = h.id
      join codes c on c.id = hc.code_id and c.removed_at is null
      where h.utterance_id = a.id and h.removed_at is null and h.lost_text is null) as codes
    from asked a join people on people.no = a.person_no
    where a.participant_id in (select participant_id from permitted)`.execute(app.pg)
  const found = new Map(rows.map((row) => [row.id, row]))
  return utteranceIds.flatMap((id) => {
    const row = found.get(id)
    if (!row) return []
    return {
      utteranceId: UtteranceId.parse(row.id),
      number: row.position + 1,
      who: row.pseudonym,
      text: row.text,
      codeIds: row.codes.map((codeId) => CodeId.parse(codeId)),
    }
  })
}
