import { sql } from 'kysely'
import type { App, PersonRef } from '../platform/index.ts'

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
  await app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update codes set name = 'In vivo ' || right(codes.id::text, 12)
      where codes.workspace_id = ${workspaceId} and codes.origin = 'in vivo' and exists (
        select from highlight_codes hc join highlights h on h.id = hc.highlight_id
        join utterances u on u.id = h.utterance_id join speakers s on s.id = u.speaker_id
        join participants p on p.id = s.participant_id
        where hc.code_id = codes.id and ${whose}
          and position(left(lower(substr(u.text, h.start_at + 1, h.end_at - h.start_at)), 40) in lower(codes.name)) > 0
      ) returning codes.id`.execute(tx)
    for (const { id } of rows)
      await sql`
        delete from coding_log where workspace_id = ${workspaceId}
          and steps @> jsonb_build_array(jsonb_build_object('do', 'change code', 'codeId', ${id}::text))`.execute(
        tx,
      )
  })
}
