import { sql } from 'kysely'
import { type App, ch } from '../platform/index.ts'
import { removeRows } from './holdings.ts'
import { rewriteIdentity } from './identity.ts'

/**
 * Carries the facts and events of a profile over to the one it was joined to; the versions go along, so the newest still wins. May
 * run twice: what is there already is the same row again.
 */
export async function moveFacts(
  app: App,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  await rewriteIdentity(app, { workspaceId, personNo: intoNo })
  const workspace = ch.uuid(workspaceId)
  const from = ch.u32(fromNo)
  const into = ch.u32(intoNo)
  await app.ch.command(ch.sql`
    INSERT INTO facts (workspace_id, person, trait, source_id, text, num, origin, class, at, version)
    SELECT workspace_id, ${into}, trait, source_id, text, num, origin, class, at, version FROM facts FINAL
    WHERE workspace_id = ${workspace} AND person = ${from}`)
  await app.ch.command(ch.sql`
    INSERT INTO traits (workspace_id, trait, person, text, num, source_id, origin, at, version)
    SELECT workspace_id, trait, ${into}, text, num, source_id, origin, at, version FROM traits FINAL
    WHERE workspace_id = ${workspace} AND person = ${from}`)
  for (const table of ['facts', 'traits'])
    await app.ch.command(
      ch.sql`ALTER TABLE ${ch.trusted(table)} DELETE WHERE workspace_id = ${workspace} AND person = ${from} SETTINGS mutations_sync = 2`,
    )
  // Their erasure or the next merge may have looked before these rows were there.
  await settleLateFacts(app, { workspaceId, personNos: [intoNo] })
}

/**
 * Somebody may be erased, or joined to another, between being looked up and their facts being written. Looked at after the write: either
 * it has happened by now, and the facts go or move on, or it is still to come and finds them.
 */
export async function settleLateFacts(
  app: App,
  { workspaceId, personNos }: { workspaceId: string; personNos: readonly number[] },
): Promise<void> {
  if (personNos.length === 0) return
  const { rows } = await sql<{ no: number; into: number | null }>`
    select written.no, p.merged_into as into from unnest(${[...personNos]}::bigint[]) as written (no)
    left join people p on p.no = written.no where p.no is null or p.merged_into is not null`.execute(app.pg)
  for (const { no, into } of rows) {
    if (into === null) await removeRows(app, { workspaceId, personNo: no })
    else await moveFacts(app, { workspaceId, fromNo: no, intoNo: into })
  }
}
