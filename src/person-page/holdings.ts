import { sql } from 'kysely'
import type { Holdings } from '../platform/index.ts'

/** What a participant did on their own page. Receipts stay without anything that leads to the person. */
export const personPageHoldings: Holdings = {
  exportPerson: async (app, { workspaceId, personNo }) => {
    const { rows } = await sql<{
      ownPage: unknown
      approved: unknown
      corrected: unknown
      receipts: unknown
      takenBack: unknown
    }>`
      with me as materialized (select id from participants where workspace_id = ${workspaceId} and person_no = ${personNo})
      select
        (select coalesce(jsonb_agg(jsonb_build_object('madeAt', made_at, 'mailedAt', mailed_at, 'openedAt', opened_at, 'revokedAt', revoked_at)), '[]')
          from person_links where participant_id in (select id from me)) as "ownPage",
        (select coalesce(jsonb_agg(jsonb_build_object('conversation', interview_id, 'at', at)), '[]')
          from transcript_approvals where participant_id in (select id from me)) as approved,
        (select coalesce(jsonb_agg(jsonb_build_object('at', at)), '[]')
          from own_corrections where participant_id in (select id from me)) as corrected,
        (select coalesce(jsonb_agg(receipt), '[]') from withdrawals where participant_id in (select id from me)) as receipts,
        (select coalesce(jsonb_agg(jsonb_build_object('receipt', id, 'channel', channel, 'note', note) order by at), '[]')
          from withdrawals where participant_id in (select id from me) and written_for is not null) as "takenBack"`.execute(
      app.pg,
    )
    return { ...rows[0] }
  },
  erasePerson: async (app, { workspaceId, personNo }) => {
    await app.pg.transaction().execute(async (tx) => {
      const mine = sql`(select id from participants where workspace_id = ${workspaceId} and person_no = ${personNo})`
      await sql`delete from person_links where participant_id in ${mine}`.execute(tx)
      await sql`delete from transcript_approvals where participant_id in ${mine}`.execute(tx)
      await sql`delete from own_corrections where participant_id in ${mine}`.execute(tx)
      await sql`update withdrawals set participant_id = null, note = null, channel = null where participant_id in ${mine}`.execute(
        tx,
      )
    })
  },
  countPerson: async (app, { workspaceId, personNo }) => {
    const { rows } = await sql<{ kept: number }>`
      with me as materialized (select id from participants where workspace_id = ${workspaceId} and person_no = ${personNo})
      select (select count(*) from person_links where participant_id in (select id from me))
        + (select count(*) from transcript_approvals where participant_id in (select id from me))
        + (select count(*) from own_corrections where participant_id in (select id from me))
        + (select count(*) from withdrawals where participant_id in (select id from me)) as kept`.execute(
      app.pg,
    )
    return rows[0]?.kept ?? 0
  },
}
