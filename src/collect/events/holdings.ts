import { z } from 'zod'
import { ch, type App, type Holdings, type PersonRef } from '../../platform/index.ts'
import { countNamedEvents, eraseNamedEvents } from './elsewhere.ts'
import { eraseKeys } from './erased-keys.ts'
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
  countElsewhere: countNamedEvents,
  eraseElsewhere: eraseNamedEvents,
}

async function keysOf(app: App, { workspaceId, personNo }: PersonRef): Promise<string[]> {
  const rows = await app.ch.query(
    ch.sql`SELECT toString(key) AS key FROM identity FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)}`,
    z.object({ key: z.string() }),
  )
  return rows.map((row) => row.key)
}
