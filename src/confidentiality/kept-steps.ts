import { sql } from 'kysely'
import type { PostgresTransaction } from '../platform/index.ts'

type InStudy = { workspaceId: string; studyId: string }

/**
 * Changes kept for undo that remember what codes of a study, or of no study, were called or said, or what one of its turns said before it was corrected, where
 * that does not stand as it was decided. Only such steps hold words.
 */
export async function stepsToForget(
  tx: PostgresTransaction,
  { workspaceId, studyId, replace }: InStudy & { replace: (text: string) => string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string; words: string[] }>`
    select l.id::text, array_agg(words #>> '{}') as words from coding_log l
    cross join jsonb_path_query(l.steps, '$[*] ? (@.do == "change code" || @.do == "put codebook" || @.do == "remove codebook")') step
    cross join unnest(array['$.*.name', '$.*.description', '$.*.example', '$.moved[*].from', '$.moved[*].to']::jsonpath[]) path
    cross join jsonb_path_query(step, path) words
    where l.workspace_id = ${workspaceId} and words <> '""'
      and not exists (select from codes c where c.id = (step ->> 'codeId')::uuid and c.study_id <> ${studyId})
    group by l.id order by l.id`.execute(tx)
  const before = await sql<{ id: string; words: string[] }>`
    select c.log_id::text as id, array[c.text] as words from turn_corrections c
    join utterances u on u.id = c.utterance_id join interviews i on i.id = u.interview_id
    where c.workspace_id = ${workspaceId} and i.study_id = ${studyId} and c.log_id is not null
    order by c.log_id`.execute(tx)
  return [...rows, ...before.rows].flatMap(({ id, words }) =>
    words.some((text) => replace(text) !== text) ? [id] : [],
  )
}

/** Forgets them, so that undo brings no name back; changes of coding are held. */
export async function forgetSteps(
  tx: PostgresTransaction,
  { workspaceId, ids }: { workspaceId: string; ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from coding_log where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])`.execute(
    tx,
  )
}
