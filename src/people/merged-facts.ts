import { type App, ch } from '../platform/index.ts'
import { forgetErased } from './facts.ts'
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
  // Erased meanwhile: their erasure may have looked before these rows were there.
  await forgetErased(app, { workspaceId, personNos: [intoNo] })
}
