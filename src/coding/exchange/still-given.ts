import { sql } from 'kysely'
import { wordsWithheld } from '../../conversations/index.ts'
import type { PostgresTransaction } from '../../platform/index.ts'

/** A passage that leaves as a quote, and the name beside it. */
export type QuoteTaken = { highlightId: string; who: string }

type Taken = {
  workspaceId: string
  studyId: string | null
  people: readonly number[]
  quotes: readonly QuoteTaken[]
  media?: { source: 'document' | 'recording'; id: string }
}

/**
 * Waits for whoever is taking back what stands in an export at this moment; whoever does it later waits until the export is written down, and finds it. What was
 * taken back since it was read leaves with nobody: throws `words-withheld` (409).
 */
export async function refuseTakenBack(tx: PostgresTransaction, taken: Taken): Promise<void> {
  const { workspaceId, people, quotes } = taken
  const ids = quotes.map(({ highlightId }) => highlightId)
  await sql`
    select from participants where workspace_id = ${workspaceId} and person_no = any(${[...people]}::bigint[])
    order by id for share`.execute(tx)
  await sql`
    select from highlights where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) order by id for share`.execute(
    tx,
  )
  const isQuoted = quotes.length > 0
  if (isQuoted ? await isQuoteGone(tx, taken) : await isSomebodyGone(tx, taken)) throw wordsWithheld()
  if (taken.media && (await isMediaGone(tx, { workspaceId, ...taken.media }))) throw wordsWithheld()
}

/** Photos and recordings rest on more than analysing: that their people agreed to be recorded. */
async function isMediaGone(
  tx: PostgresTransaction,
  { workspaceId, source, id }: { workspaceId: string; source: 'document' | 'recording'; id: string },
): Promise<boolean> {
  const left =
    source === 'document'
      ? sql`permitted_documents(${workspaceId}::uuid, 1, array[${id}::uuid])`
      : sql`audible_recordings(${workspaceId}::uuid, 1, array[${id}::uuid])`
  const { rows } = await sql`select from ${left} limit 1`.execute(tx)
  return rows.length === 0
}

/** What a colleague has unmarked since is not taken back; a name is, beside words that may be quoted as before. */
async function isQuoteGone(
  tx: PostgresTransaction,
  { workspaceId, studyId, quotes }: Taken,
): Promise<boolean> {
  const ids = quotes.map(({ highlightId }) => highlightId)
  const names = quotes.map(({ who }) => who)
  const { rows } = await sql`
    with given as materialized (
      select highlight_id from coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid) where may_quote
    )
    select from unnest(${ids}::uuid[], ${names}::text[]) as q (id, who) left join highlights h on h.id = q.id
    left join interviews i on i.id = h.interview_id left join utterances u on u.id = h.utterance_id
    left join speakers s on s.id = u.speaker_id left join participants p on p.id = s.participant_id
    where (q.id not in (select highlight_id from given) and h.removed_at is null
      and (h.id is null or exists (select from highlight_codes c where c.highlight_id = h.id)))
      or (p.id is not null and q.who not in (credited_name(p.person_no, i.study_id), quoted_name(p.person_no, i.study_id))) limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

async function isSomebodyGone(
  tx: PostgresTransaction,
  { workspaceId, studyId, people }: Taken,
): Promise<boolean> {
  const studies = studyId === null ? null : [studyId]
  const nos = [...new Set(people)]
  const { rows } = await sql`
    with given as materialized (
      select person_no from permitted_participants(${workspaceId}::uuid, 1, ${studies}::uuid[], ${nos}::bigint[])
    )
    select from unnest(${nos}::bigint[]) as n (no)
    where not exists (select from people p where p.no = n.no)
      or (n.no not in (select person_no from given) and exists (select from participants k
        where k.workspace_id = ${workspaceId} and k.person_no = n.no and (${studyId}::uuid is null or k.study_id = ${studyId}::uuid)))
    limit 1`.execute(tx)
  return rows.length > 0
}
