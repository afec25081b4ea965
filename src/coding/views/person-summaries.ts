import { sql } from 'kysely'
import type { App, PersonRef, PostgresTransaction } from '../../platform/index.ts'

type Person = Pick<PersonRef, 'workspaceId' | 'personNo'>

/** What members have written of what a person said, and in which sets of quotes their words stand, for the copy of their data they can ask for. */
export async function keptOfPerson(app: App, { workspaceId, personNo }: Person) {
  const summaries = await sql<{ theme: string; text: string; written_at: Date }>`
    select code_label(c) as theme, s.text, s.written_at from framework_summaries s
    join codes c on c.id = s.code_id
    where s.workspace_id = ${workspaceId} and s.person_no = ${personNo} and s.text <> '' order by s.written_at`.execute(
    app.pg,
  )
  const sets = await sql<{ name: string; quotes: number }>`
    select s.name, count(*) as quotes from quote_set_quotes q join quote_sets s on s.id = q.set_id and s.removed_at is null
    join highlights h on h.id = q.highlight_id join utterances u on u.id = h.utterance_id
    join speakers k on k.id = u.speaker_id join participants p on p.id = k.participant_id
    where q.workspace_id = ${workspaceId} and p.person_no = ${personNo} group by s.id order by s.id`.execute(
    app.pg,
  )
  return {
    summaries: summaries.rows.map(({ theme, text, written_at }) => ({
      theme,
      text,
      writtenAt: written_at.toISOString(),
    })),
    quoteSets: sets.rows,
  }
}

/** Removes what was written of what a person said, with what stood there before. */
export async function eraseSummaries(app: App, { workspaceId, personNo }: Person): Promise<void> {
  await sql`
    delete from framework_summaries where workspace_id = ${workspaceId} and person_no = ${personNo}`.execute(
    app.pg,
  )
}

/** How many summaries are about a person. */
export async function countSummaries(app: App, { workspaceId, personNo }: Person): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from framework_summaries where workspace_id = ${workspaceId} and person_no = ${personNo}`.execute(
    app.pg,
  )
  return rows[0]?.count ?? 0
}

/** What was written of a merged person is of the person they are now; where both had a summary, one follows the other. */
export async function mergeSummaries(
  tx: PostgresTransaction,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  await sql`
    with both_of as (
      select gone.id as gone, stays.id as stays, gone.text from framework_summaries gone
      join framework_summaries stays on stays.study_id = gone.study_id and stays.code_id = gone.code_id and stays.person_no = ${intoNo}
      where gone.workspace_id = ${workspaceId} and gone.person_no = ${fromNo}
    ), resting as (
      insert into framework_quotes (summary_id, highlight_id, words_hash)
      select b.stays, q.highlight_id, q.words_hash from both_of b join framework_quotes q on q.summary_id = b.gone on conflict do nothing
    ), joined as (
      update framework_summaries s set text = concat_ws(E'\n\n', nullif(s.text, ''), nullif(b.text, '')), version = s.version + 1
      from both_of b where s.id = b.stays
    )
    delete from framework_summaries using both_of b where framework_summaries.id = b.gone`.execute(tx)
  await sql`
    update framework_summaries set person_no = ${intoNo}
    where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(tx)
}
