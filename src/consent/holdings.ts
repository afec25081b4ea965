import { sql } from 'kysely'
import { z } from 'zod'
import { type App, type Holdings, type PersonRef, ch } from '../platform/index.ts'
import { listWords } from './history.ts'
import { markChanged } from './ledger.ts'

/**
 * What consent keeps of a person. The ledger stays by number after an erasure: it is the proof of what was allowed and
 * refused, has a clock of its own, and says nothing of who it was.
 */
export const consentHoldings: Holdings = {
  async exportPerson(app, { workspaceId, personNo }) {
    const words = await listWords(app.pg, { workspaceId, personNo })
    return { ledger: words, grounds: await groundsOf(app, { workspaceId, personNo }) }
  },
  async erasePerson(app, { workspaceId, personNo }) {
    await app.pg.transaction().execute(async (tx) => {
      for (const table of ['grounds', 'consent_state'] as const)
        await tx
          .deleteFrom(table)
          .where('workspace_id', '=', workspaceId)
          .where('person_no', '=', personNo)
          .execute()
      await markChanged(tx, { workspaceId, personNos: [personNo] })
    })
    await app.ch.command(
      ch.sql`ALTER TABLE permissions DELETE WHERE workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)} SETTINGS mutations_sync = 2`,
    )
  },
  async countPerson(app, { workspaceId, personNo }) {
    const kept = await sql<{ n: number }>`
      select (select count(*) from grounds where workspace_id = ${workspaceId} and person_no = ${personNo})
        + (select count(*) from consent_state where workspace_id = ${workspaceId} and person_no = ${personNo}) as n`.execute(
      app.pg,
    )
    const projected = await app.ch.query(
      ch.sql`SELECT count() AS n FROM permissions FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)} AND gone = 0`,
      z.object({ n: z.number() }),
    )
    return (kept.rows[0]?.n ?? 0) + (projected[0]?.n ?? 0)
  },
}

async function groundsOf(app: App, { workspaceId, personNo }: Omit<PersonRef, 'personId'>) {
  const rows = await app.pg
    .selectFrom('grounds')
    .select(['declarer_id', 'since'])
    .where('workspace_id', '=', workspaceId)
    .where('person_no', '=', personNo)
    .execute()
  return rows.map((row) => ({ declarer: row.declarer_id, since: row.since.toISOString() }))
}
