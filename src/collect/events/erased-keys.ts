import { z } from 'zod'
import { ch, type App } from '../../platform/index.ts'

/** Removes the events of identity keys from disk, and refused events that name the same identifiers. */
export async function eraseKeys(
  app: App,
  { workspaceId, keys }: { workspaceId: string; keys: readonly string[] },
): Promise<void> {
  if (keys.length === 0) return
  const workspace = ch.uuid(workspaceId)
  const named = await app.ch.query(
    ch.sql`SELECT DISTINCT id_value FROM events WHERE workspace_id = ${workspace} AND key IN ${ch.u64s(keys)} LIMIT 1000`,
    z.object({ id_value: z.string() }),
  )
  for (const { id_value: value } of named)
    await app.pg
      .deleteFrom('refused_events')
      .where('workspace_id', '=', workspaceId)
      .where((where) => where(where.fn<number>('strpos', ['body', where.val(JSON.stringify(value))]), '>', 0))
      .execute()
  await app.ch.command(
    ch.sql`ALTER TABLE events DELETE WHERE workspace_id = ${workspace} AND key IN ${ch.u64s(keys)} SETTINGS mutations_sync = 2`,
  )
}
