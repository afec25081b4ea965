import { z } from 'zod'
import { ch, type App } from '../../platform/index.ts'
import { resolveRows } from './find-people.ts'

const atOnce = 5000

const Row = z.object({
  ...{
    hash: z.string(),
    key: z.string(),
    day_no: z.number(),
    workspace_id: z.string(),
    source_id: z.string(),
    name: z.string(),
    type: z.string(),
  },
  ...{ id_kind: z.string(), id_value: z.string(), anonymous_id: z.string(), message_id: z.string() },
  ...{ at_ms: z.number(), received_at_ms: z.number(), stored_at_ms: z.number(), sealed_at_ms: z.number() },
  ...{ properties: z.string(), traits: z.string(), context: z.string(), sealed: z.string() },
})
/** An event as it is read to be written again. */
export type EventRow = z.output<typeof Row>
/** What is written otherwise than it was. */
export type Otherwise = Partial<
  Pick<EventRow, 'name' | 'properties' | 'traits' | 'context' | 'sealed' | 'sealed_at_ms'>
>

/** Events of a workspace for which `which` holds, as they lie on the disk, some thousand at a time. */
export async function* pagesOfEvents(
  app: App,
  { workspaceId, which }: { workspaceId: string; which: ch.Sql },
): AsyncIterable<EventRow[]> {
  let after = ch.sql`1 = 1`
  for (;;) {
    const rows = await app.ch.query(
      ch.sql`SELECT toString(message_hash) AS hash, toString(events.key) AS key, toUInt32(day) AS day_no,
          workspace_id, source_id, name, type, toString(id_kind) AS id_kind, id_value, anonymous_id, message_id,
          toUnixTimestamp64Milli(events.at) AS at_ms, toUnixTimestamp64Milli(events.received_at) AS received_at_ms,
          toUnixTimestamp64Milli(events.stored_at) AS stored_at_ms, toUnixTimestamp64Milli(events.sealed_at) AS sealed_at_ms, properties, traits, context, sealed
        FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} AND held = 0 AND (${which}) AND ${after}
        ORDER BY workspace_id, events.name, day, events.key, message_hash, events.received_at LIMIT ${ch.u32(atOnce)}`,
      Row,
    )
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    after = afterRow(last)
  }
}

/** What comes after a row in the order of the table, column by column, so that the index leaves out what lies before it. */
function afterRow(row: EventRow): ch.Sql {
  const columns: [column: string, value: ch.Sql][] = [
    ['events.name', ch.sql`${ch.text(row.name)}`],
    ['day', ch.sql`toDate(${ch.u32(row.day_no)})`],
    ['events.key', ch.sql`${ch.u64(BigInt(row.key))}`],
    ['message_hash', ch.sql`${ch.u64(BigInt(row.hash))}`],
    ['events.received_at', ch.sql`fromUnixTimestamp64Milli(toInt64(${ch.u64(row.received_at_ms)}))`],
  ]
  const later = columns.map(([column, value], index) => {
    const same = columns.slice(0, index).map(([before, alike]) => ch.sql`${ch.trusted(before)} = ${alike}`)
    return ch.sql`(${ch.join([...same, ch.sql`${ch.trusted(column)} > ${value}`], ' AND ')})`
  })
  return ch.sql`(${ch.join(later, ' OR ')})`
}

/**
 * Writes events again, with their message ids and moments: in place of the row of before at once, or as a `later version`, for {@link removeReplaced}.
 * Whoever was erased between the reading and the writing is erased again.
 */
export async function writeAgain(
  app: App,
  given: {
    changed: readonly { row: EventRow; otherwise: Otherwise }[]
    as: 'same version' | 'later version'
  },
): Promise<void> {
  const later = given.as === 'later version' ? 1 : 0
  const events = given.changed.map(({ row, otherwise }) => {
    const { hash, key: _, day_no: _day, at_ms: at, received_at_ms, stored_at_ms, ...kept } = row
    const { sealed_at_ms, ...said } = { ...kept, ...otherwise }
    const moments = { received_at: received_at_ms + later, stored_at: stored_at_ms, sealed_at: sealed_at_ms }
    return { ...said, message_hash: hash, at, ...moments }
  })
  await app.ch.insert('events', events)
  await resolveRows(
    app,
    events.map(({ id_kind: kind, id_value: value, ...event }) => ({ ...event, kind, value, other: '' })),
  )
}

/** What tells one row from all others: messages of one call may have the same id. */
const version = (received: ch.Sql) =>
  ch.sql`sipHash128(message_hash, ${received}, events.key, toString(events.name), day)`
const received = ch.sql`toUnixTimestamp64Milli(events.received_at)`

/**
 * Removes the rows that others take the place of from the disk, in one rewriting however many they are. `later` tells the rows that were written as a later version;
 * sixteen bytes of memory are taken for each. A row that has a later version is removed by the table itself when its parts are merged, so none too many goes.
 */
export async function removeReplaced(
  app: App,
  { workspaceId, later }: { workspaceId: string; later: ch.Sql },
): Promise<void> {
  const workspace = ch.uuid(workspaceId)
  await app.ch.command(
    ch.sql`ALTER TABLE events DELETE WHERE workspace_id = ${workspace}
      AND ${version(ch.sql`${received} + 1`)} IN (SELECT ${version(received)} FROM events WHERE workspace_id = ${workspace} AND (${later}))
      SETTINGS mutations_sync = 2`,
  )
}
