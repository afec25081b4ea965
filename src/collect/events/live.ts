import { z } from 'zod'
import { listLeftOut, whyLeftOut } from '../../people/index.ts'
import { ch, type App } from '../../platform/index.ts'

/** One event as it came in, for the live view: no more of the person than shows that it works. */
export const LiveEvent = z.object({
  messageId: z.string(),
  name: z.string(),
  type: z.string(),
  source: z.string().nullable(),
  idKind: z.string(),
  idStart: z.string(),
  held: z.boolean(),
  at: z.string(),
  receivedAt: z.string(),
})

export const LiveCounts = z.object({
  accepted: z.number(),
  held: z.number(),
  refused: z.number(),
  newest: z.string().nullable(),
  /** User ids among them that are customer numbers of other people: perhaps the same ones, whom nobody has said to be. */
  otherCustomers: z.number(),
  /** What events came without, by the name of the property, since the workspace began. */
  leftOut: z.array(z.object({ name: z.string(), why: z.enum(whyLeftOut), times: z.number() })),
})

const Row = z.object({
  message_id: z.string(),
  name: z.string(),
  type: z.string(),
  source_id: z.string(),
  id_kind: z.string(),
  id_start: z.string(),
  held: z.number(),
  at: z.number(),
  received_at: z.number(),
})

/** The newest events of a workspace, newest first; at most the last seven days. */
export async function listArrivals(
  app: App,
  asked: { workspaceId: string; limit: number },
): Promise<z.output<typeof LiveEvent>[]> {
  const { workspaceId, limit } = asked
  // Where much arrives, the last hour is enough and far less to look through.
  const lately = await readArrivals(app, { ...asked, hours: 1 })
  const rows = lately.length === limit ? lately : await readArrivals(app, { ...asked, hours: 168 })
  const sources = await app.pg
    .selectFrom('sources')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const names = new Map(sources.map((source) => [source.id, source.name]))
  return rows.map((row) => ({
    messageId: row.message_id,
    name: row.name,
    type: row.type,
    source: names.get(row.source_id) ?? null,
    idKind: row.id_kind,
    idStart: row.id_start,
    held: row.held === 1,
    at: new Date(row.at).toISOString(),
    receivedAt: new Date(row.received_at).toISOString(),
  }))
}

function readArrivals(
  app: App,
  { workspaceId, limit, hours }: { workspaceId: string; limit: number; hours: number },
): Promise<z.output<typeof Row>[]> {
  return app.ch.query(
    ch.sql`SELECT message_id, name, type, source_id, id_kind, leftUTF8(id_value, 4) AS id_start, held,
        toUnixTimestamp64Milli(events.at) AS at, toUnixTimestamp64Milli(events.received_at) AS received_at
      FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} AND stored_at >= now64(3) - toIntervalHour(${ch.u32(hours)})
      ORDER BY stored_at DESC, message_id LIMIT ${ch.u32(limit)}`,
    Row,
  )
}

/** How many events came in the last hours, each message counted once. */
export async function countArrivals(
  app: App,
  { workspaceId, hours }: { workspaceId: string; hours: number },
): Promise<z.output<typeof LiveCounts>> {
  const since = new Date(app.clock.now().getTime() - hours * 3_600_000)
  const [counted] = await app.ch.query(
    ch.sql`SELECT uniqExactIf(message_hash, held = 0) AS accepted, uniqExactIf(message_hash, held = 1) AS kept_word,
        toUnixTimestamp64Milli(max(received_at)) AS newest
      FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} AND stored_at >= now64(3) - toIntervalHour(${ch.u32(hours)})`,
    z.object({ accepted: z.number(), kept_word: z.number(), newest: z.number() }),
  )
  const refused = await app.pg
    .selectFrom('refused_events')
    .select((query) => query.fn.countAll<number>().as('n'))
    .where('workspace_id', '=', workspaceId)
    .where('received_at', '>=', since)
    .where('replayed_at', 'is', null)
    .executeTakeFirstOrThrow()
  const newest = counted && counted.newest > 0 ? new Date(counted.newest).toISOString() : null
  return {
    accepted: counted?.accepted ?? 0,
    held: counted?.kept_word ?? 0,
    refused: refused.n,
    newest,
    otherCustomers: await countOtherCustomers(app, { workspaceId, hours }),
    leftOut: await listLeftOut(app, workspaceId),
  }
}

/** So many of the users are looked up: enough to notice it by, at any number of events. */
const lookedUp = 500

async function countOtherCustomers(
  app: App,
  { workspaceId, hours }: { workspaceId: string; hours: number },
): Promise<number> {
  const users = await app.ch.query(
    ch.sql`SELECT DISTINCT id_value FROM events
      WHERE workspace_id = ${ch.uuid(workspaceId)} AND id_kind = 'user_id' AND stored_at >= now64(3) - toIntervalHour(${ch.u32(hours)})
      LIMIT ${ch.u32(lookedUp)}`,
    z.object({ id_value: z.string() }),
  )
  if (users.length === 0) return 0
  const { n } = await app.pg
    .selectFrom('identifiers as customer')
    .innerJoin('identifiers as sender', (join) =>
      join
        .onRef('sender.workspace_id', '=', 'customer.workspace_id')
        .onRef('sender.value', '=', 'customer.value')
        .on('sender.kind', '=', 'user_id'),
    )
    .select((query) => query.fn.countAll<number>().as('n'))
    .where('customer.workspace_id', '=', workspaceId)
    .where('customer.kind', '=', 'customer_id')
    .where(
      'customer.value',
      'in',
      users.map((user) => user.id_value),
    )
    .whereRef('customer.person_no', '!=', 'sender.person_no')
    .executeTakeFirstOrThrow()
  return n
}
