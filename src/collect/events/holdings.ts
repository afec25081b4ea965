import { z } from 'zod'
import { ch, type App, type Holdings, type PersonRef } from '../../platform/index.ts'
import { openSealed } from './sealed-text.ts'

/** Events of a person: what they did, for export and erasure. */
export const eventHoldings: Holdings = {
  async exportPerson(app, person) {
    const keys = await keysOf(app, person)
    const events = await app.ch.query(
      ch.sql`SELECT name, type, toUnixTimestamp64Milli(at) AS moment, message_id, properties, traits, context, sealed FROM events
        WHERE workspace_id = ${ch.uuid(person.workspaceId)} AND key IN ${ch.u64s(keys)} ORDER BY events.at, message_hash, length(sealed) LIMIT 1 BY message_hash`,
      z.object({
        name: z.string(),
        type: z.string(),
        moment: z.number(),
        message_id: z.string(),
        properties: z.string(),
        traits: z.string(),
        context: z.string(),
        sealed: z.string(),
      }),
    )
    return {
      events: events.map((event) => ({
        name: event.name,
        type: event.type,
        at: new Date(event.moment).toISOString(),
        messageId: event.message_id,
        properties: JSON.parse(event.properties),
        traits: JSON.parse(event.traits),
        context: JSON.parse(event.context),
        ...(event.sealed !== '' && {
          heldBack: openSealed(app, { workspaceId: person.workspaceId, sealed: event.sealed }) ?? null,
        }),
      })),
    }
  },
  async erasePerson(app, { workspaceId, personNo, personId }) {
    const keys = await keysOf(app, { workspaceId, personNo, personId })
    await eraseKeys(app, { workspaceId, keys })
  },
  async countPerson(app, person) {
    const keys = await keysOf(app, person)
    const [row] = await app.ch.query(
      ch.sql`SELECT uniqExact(message_hash) AS n FROM events WHERE workspace_id = ${ch.uuid(person.workspaceId)} AND key IN ${ch.u64s(keys)}`,
      z.object({ n: z.number() }),
    )
    return row?.n ?? 0
  },
}

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

async function keysOf(app: App, { workspaceId, personNo }: PersonRef): Promise<string[]> {
  const rows = await app.ch.query(
    ch.sql`SELECT toString(key) AS key FROM identity FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)}`,
    z.object({ key: z.string() }),
  )
  return rows.map((row) => row.key)
}
