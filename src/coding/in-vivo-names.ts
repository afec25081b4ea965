import { sql } from 'kysely'
import type { App, PersonRef, PostgresTransaction } from '../platform/index.ts'
import { lockCoding } from './history.ts'

type Whose = Pick<PersonRef, 'workspaceId'> & { personNo?: number }

/**
 * Gives codes that are called by somebody's own words a name that says nothing, where that person is erased, or (without one) where those
 * words may be quoted no longer, also where the text was corrected or the mark taken off since; and forgets the steps that remember the words.
 * For an erasure to be called while the passages are still there. Not taken back when permission returns. Safe to repeat.
 */
export async function forgetInVivoNames(app: App, given: Whose): Promise<void> {
  const { workspaceId } = given
  const some = await app.pg
    .selectFrom('in_vivo_words')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .limit(1)
    .executeTakeFirst()
  // Most workspaces have none, and whoever codes need not wait.
  if (!some) return
  await app.pg.transaction().execute(async (tx) => {
    // Alone, as every change of coding: one that has read such a name writes it into its steps, which are looked through here.
    await lockCoding(tx, workspaceId)
    const closed = await closedWords(tx, given)
    if (closed.length === 0) return
    const said = sql`
      select w.code_id, left(lower(w.words), 40) as words from in_vivo_words w where w.id = any(${closed}::bigint[])`
    // Also of a code that is called otherwise by now: what it was called before would come back with undo. No other steps hold names.
    await sql`
      with said as materialized (${said})
      delete from coding_log l where l.workspace_id = ${workspaceId} and exists (
        select from jsonb_array_elements(l.steps) step
        join said on step ->> 'do' in ('change code', 'put codebook', 'remove codebook') and position(said.code_id::text in step::text) > 0
        where position(btrim(to_json(said.words)::text, '"') in lower(step::text)) > 0)`.execute(tx)
    await sql`
      with said as materialized (${said})
      update codes set name = 'In vivo ' || right(codes.id::text, 12)
      where exists (select from said where said.code_id = codes.id and position(said.words in lower(codes.name)) > 0)`.execute(
      tx,
    )
    await sql`delete from in_vivo_words where id = any(${closed}::bigint[])`.execute(tx)
  })
}

/** Which of the words codes are called by are the person's, or (without one) may be quoted no longer. */
async function closedWords(
  tx: PostgresTransaction,
  { workspaceId, personNo }: Whose,
): Promise<readonly number[]> {
  // Who said them when the code was called so, and whose the passage is by now: somebody else may have turned out to have said it.
  const words = sql`
    select w.id, w.speaker_id, p.id as participant_id, p.person_no, u.speaker_id as speaker_now, h.id as highlight_id, h.utterance_id, h.start_at, h.end_at
    from in_vivo_words w left join highlights h on h.id = w.highlight_id left join utterances u on u.id = h.utterance_id
    left join speakers s on s.id in (w.speaker_id, u.speaker_id) left join participants p on p.id = s.participant_id
    where w.workspace_id = ${workspaceId}`
  const { rows } =
    personNo === undefined
      ? await sql<{ id: number }>`
          with words as materialized (${words}),
          studies as materialized (select array_agg(distinct p.study_id) as ids from words join participants p on p.id = words.participant_id),
          quoted as materialized (
            select participant_id from permitted_participants(${workspaceId}::uuid, 3, (select ids from studies))
            intersect select participant_id from permitted_participants(${workspaceId}::uuid, 1, (select ids from studies))
          )
          select distinct id from words w where (w.speaker_id is null and w.speaker_now is null)
            or (w.participant_id is not null and w.participant_id not in (select participant_id from quoted))
            or exists (select from highlights r where r.utterance_id = w.utterance_id and r.refused_at is not null
              and (r.id = w.highlight_id or (r.lost_text is null and r.start_at < w.end_at and w.start_at < r.end_at)))`.execute(
          tx,
        )
      : await sql<{ id: number }>`
          with words as materialized (${words}) select distinct id from words where person_no = ${personNo}`.execute(
          tx,
        )
  return rows.map(({ id }) => id)
}
