import { sql } from 'kysely'
import type { App, PersonRef } from '../platform/index.ts'
import { lockCoding } from './history.ts'

/**
 * Gives codes that are called by somebody's own words a name that says nothing, where that person is erased, or (without one) where those
 * words may be quoted no longer; and forgets the steps that remember the words. For an erasure to be called while the passages are still
 * there. Not taken back when permission returns. Safe to repeat.
 */
export async function forgetInVivoNames(
  app: App,
  { workspaceId, personNo }: Pick<PersonRef, 'workspaceId'> & { personNo?: number },
): Promise<void> {
  const whose =
    personNo === undefined
      ? sql`h.id in (select highlight_id from coded_passages(${workspaceId}::uuid) where not may_quote)`
      : sql`p.person_no = ${personNo}`
  const some = await app.pg
    .selectFrom('codes')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('origin', '=', 'in vivo')
    .limit(1)
    .executeTakeFirst()
  // Most workspaces have none, and whoever codes need not wait.
  if (!some) return
  await app.pg.transaction().execute(async (tx) => {
    // Alone, as every change of coding: one that has read such a name writes it into its steps, which are looked through here.
    await lockCoding(tx, workspaceId)
    const theirs = sql`
      select hc.code_id, left(lower(substr(u.text, h.start_at + 1, h.end_at - h.start_at)), 40) as words
      from codes c join highlight_codes hc on hc.code_id = c.id join highlights h on h.id = hc.highlight_id
      join utterances u on u.id = h.utterance_id join speakers s on s.id = u.speaker_id
      join participants p on p.id = s.participant_id
      where c.workspace_id = ${workspaceId} and c.origin = 'in vivo' and ${whose} and h.end_at > h.start_at`
    // Also of a code that is called otherwise by now: what it was called before would come back with undo. No other steps hold names.
    await sql`
      with said as materialized (${theirs})
      delete from coding_log l where l.workspace_id = ${workspaceId} and exists (
        select from jsonb_array_elements(l.steps) step
        join said on step ->> 'do' in ('change code', 'put codebook', 'remove codebook') and position(said.code_id::text in step::text) > 0
        where position(btrim(to_json(said.words)::text, '"') in lower(step::text)) > 0)`.execute(tx)
    await sql`
      with said as materialized (${theirs})
      update codes set name = 'In vivo ' || right(codes.id::text, 12)
      where exists (select from said where said.code_id = codes.id and position(said.words in lower(codes.name)) > 0)`.execute(
      tx,
    )
  })
}
