import { sql } from 'kysely'
import { wordsWithheld } from '../../conversations/index.ts'
import type { PostgresTransaction } from '../../platform/index.ts'

type Taken = {
  workspaceId: string
  studyId: string | null
  people: readonly number[]
  /** The passages that stand in it as quotes. */
  quotes: readonly string[]
}

/**
 * Waits for whoever is taking back what stands in an export at this moment; whoever does it later waits until the export is written down, and finds it. What was
 * taken back since it was read leaves with nobody: throws `words-withheld` (409).
 */
export async function refuseTakenBack(tx: PostgresTransaction, taken: Taken): Promise<void> {
  const { workspaceId, people, quotes } = taken
  await sql`
    select from participants where workspace_id = ${workspaceId} and person_no = any(${[...people]}::bigint[])
    order by id for share`.execute(tx)
  await sql`
    select from highlights where workspace_id = ${workspaceId} and id = any(${[...quotes]}::uuid[]) order by id for share`.execute(
    tx,
  )
  const isQuoted = quotes.length > 0
  if (isQuoted ? await isQuoteGone(tx, taken) : await isSomebodyGone(tx, taken)) throw wordsWithheld()
}

/** What a colleague has unmarked since is not taken back. */
async function isQuoteGone(
  tx: PostgresTransaction,
  { workspaceId, studyId, quotes }: Taken,
): Promise<boolean> {
  const { rows } = await sql`
    with given as materialized (
      select highlight_id from coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid) where may_quote
    )
    select from unnest(${[...quotes]}::uuid[]) as q (id) left join highlights h on h.id = q.id
    where q.id not in (select highlight_id from given) and h.removed_at is null
      and (h.id is null or exists (select from highlight_codes c where c.highlight_id = h.id)) limit 1`.execute(
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
