import { sql } from 'kysely'
import type { Holdings } from '../platform/index.ts'

/** That somebody was asked, what they answered, and what they got. */
export const recruitingHoldings: Holdings = {
  exportPerson: async (app, { workspaceId, personNo }) => {
    const { rows } = await sql<{ asked: unknown; thanks: unknown }>`
      select
        (select coalesce(jsonb_agg(jsonb_build_object('study', s.title, 'askedAt', i.asked_at, 'openedAt', i.opened_at, 'answeredAt', i.answered_at,
            'agreedAt', i.agreed_at, 'state', i.state, 'answers', i.answers, 'called', i.called, 'timeZone', i.zone,
            'introduced', i.is_introduced) order by i.id), '[]')
          from invitees i join studies s on s.id = i.study_id where i.workspace_id = ${workspaceId} and i.person_no = ${personNo}) as asked,
        (select coalesce(jsonb_agg(jsonb_build_object('what', t.what, 'amount', t.amount, 'currency', t.currency, 'how', t.how, 'at', t.given_at) order by t.id), '[]')
          from thanks t join participants p on p.id = t.participant_id
          where p.workspace_id = ${workspaceId} and p.person_no = ${personNo}) as thanks`.execute(app.pg)
    return { ...rows[0] }
  },
  erasePerson: async (app, { workspaceId, personNo }) => {
    await app.pg.transaction().execute(async (tx) => {
      // Their letters in the outbox page bear their address.
      await sql`
        delete from mails m using (
          select i.id from invitees i where i.workspace_id = ${workspaceId} and i.person_no = ${personNo}
          union all
          select j.gone_id from joined_invitees j join invitees i on i.id = j.stays_id
          where i.workspace_id = ${workspaceId} and i.person_no = ${personNo}
        ) asked
        where m.workspace_id = ${workspaceId} and m.key like '%:' || asked.id::text || '%'`.execute(tx)
      await sql`
        delete from thanks t using participants p where p.id = t.participant_id
          and p.workspace_id = ${workspaceId} and p.person_no = ${personNo}`.execute(tx)
      await sql`delete from invitees where workspace_id = ${workspaceId} and person_no = ${personNo}`.execute(
        tx,
      )
    })
  },
  countPerson: async (app, { workspaceId, personNo }) => {
    const { rows } = await sql<{ kept: number }>`
      select (select count(*) from invitees where workspace_id = ${workspaceId} and person_no = ${personNo})
        + (select count(*) from thanks t join participants p on p.id = t.participant_id
          where p.workspace_id = ${workspaceId} and p.person_no = ${personNo}) as kept`.execute(app.pg)
    return rows[0]?.kept ?? 0
  },
}
