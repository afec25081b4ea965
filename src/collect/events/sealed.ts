import { z } from 'zod'
import { settleLeftOut } from '../../people/index.ts'
import { ch, type App, type JobKind } from '../../platform/index.ts'
import { resolveRows } from './find-people.ts'
import { parseExactly } from './json-exact.ts'
import { openSealed, sealSaid, Whole, type Said } from './sealed-text.ts'
import { siftMessages } from './sift.ts'

const decidedJob: JobKind<{ workspaceId: string }> = {
  name: 'seal-and-let-in-values',
  data: z.object({ workspaceId: z.uuid() }),
}
const forgetJob: JobKind<Record<string, never>> = {
  name: 'forget-sealed-values',
  data: z.object({}).strict(),
}
/** Other copies of the program know of a decision after two seconds. */
const afterSeconds = 3
const keptDays = 30
const atOnce = 5000
/** As many texts as ClickHouse looks for at once. */
const mostNeedles = 250

/** Values held back of events are sealed also where they came before, come in once their ground is stated, and are forgotten where nobody states it within a month. */
export function wireSealed(app: App): void {
  app.jobs.handle(decidedJob, async ({ workspaceId }) => {
    await sealOpen(app, workspaceId)
    await letInSealed(app, workspaceId)
  })
  app.jobs.handle(
    forgetJob,
    async () => {
      await forgetSealed(app)
      await lookAgain(app)
    },
    { cron: '23 3 * * *' },
  )
  app.outbox.subscribe('special.decided', ({ workspaceId }) =>
    app.jobs.queue(decidedJob, { workspaceId }, { key: workspaceId, afterSeconds }),
  )
}

/** A decision that came while one before it was worked on is not lost: whatever is sealed is looked at again every night. */
export async function lookAgain(app: App): Promise<void> {
  const found = await app.ch.query(
    ch.sql`SELECT DISTINCT toString(events.workspace_id) AS id FROM events WHERE sealed != '' ORDER BY id`,
    z.object({ id: z.string() }),
  )
  for (const { id } of found) await app.jobs.queue(decidedJob, { workspaceId: id }, { key: id })
}

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
type Row = z.output<typeof Row>

/**
 * Puts what is sealed in its place, as far as it may be kept by now: the row is written again with its message id and moments, and takes the place of
 * the one before. Called again after a crash it goes on.
 */
export async function letInSealed(app: App, workspaceId: string): Promise<void> {
  for await (const rows of pagesOf(app, { workspaceId, which: ch.sql`sealed != ''` })) {
    const changed = await sifted(app, { workspaceId, rows })
    await rewrite(
      app,
      changed.map(({ event }) => event),
    )
  }
  await settleLeftOut(app, workspaceId)
}

/**
 * Seals what events have in the open though its name is held back by now: those that came before it was. Resolved means rewritten on disk, the rows of
 * before removed. Called again after a crash it goes on.
 */
export async function sealOpen(app: App, workspaceId: string): Promise<void> {
  const held = await app.pg
    .selectFrom('trait_definitions')
    .select('trait')
    .where('workspace_id', '=', workspaceId)
    .where('held', '=', true)
    .execute()
  for (let from = 0; from < held.length; from += mostNeedles) {
    const some = held.slice(from, from + mostNeedles).map(({ trait }) => JSON.stringify(trait))
    await sealNamed(app, { workspaceId, names: ch.texts(some) })
  }
}

async function sealNamed(
  app: App,
  { workspaceId, names }: { workspaceId: string; names: ReturnType<typeof ch.texts> },
): Promise<void> {
  const which = ch.sql`multiSearchAny(properties, ${names}) OR multiSearchAny(traits, ${names}) OR multiSearchAny(context, ${names})`
  for await (const rows of pagesOf(app, { workspaceId, which })) {
    const changed = await sifted(app, { workspaceId, rows })
    if (changed.length === 0) continue
    // A later version, so that it is told from the row it takes the place of; its month of grace begins now.
    const sealedAt = app.clock.now().getTime()
    const events = changed.map(({ event }) => ({
      ...event,
      received_at: event.received_at + 1,
      sealed_at: sealedAt,
    }))
    await rewrite(app, events)
    await removeVersions(app, { workspaceId, rows: changed.map(({ row }) => row) })
  }
}

type Written = Omit<
  Row,
  'hash' | 'key' | 'day_no' | 'at_ms' | 'received_at_ms' | 'stored_at_ms' | 'sealed_at_ms'
> &
  Record<'at' | 'received_at' | 'stored_at' | 'sealed_at', number>

/** Whoever was erased between the reading and the writing is erased again. */
async function rewrite(app: App, events: readonly Written[]): Promise<void> {
  await app.ch.insert('events', events)
  await resolveRows(
    app,
    events.map(({ id_kind: kind, id_value: value, ...event }) => ({ ...event, kind, value, other: '' })),
  )
}

/** What tells one row from all others: messages of one call may have the same id. */
const version = ch.sql`(message_hash, toUInt64(toUnixTimestamp64Milli(events.received_at)), events.key, toString(events.name), toUInt32(day))`

async function removeVersions(
  app: App,
  { workspaceId, rows }: { workspaceId: string; rows: readonly Row[] },
): Promise<void> {
  const names = ch.texts(rows.map(({ name }) => name))
  const days = ch.u32s(rows.map((row) => row.day_no))
  const [hashes, keys] = [ch.u64s(rows.map(({ hash }) => hash)), ch.u64s(rows.map(({ key }) => key))]
  const moments = ch.u64s(rows.map((row) => String(row.received_at_ms)))
  await app.ch.command(
    ch.sql`ALTER TABLE events DELETE WHERE workspace_id = ${ch.uuid(workspaceId)}
      AND ${version} IN (SELECT arrayJoin(arrayZip(${hashes}, ${moments}, ${keys}, ${names}, ${days})))
      SETTINGS mutations_sync = 2`,
  )
}

async function* pagesOf(
  app: App,
  { workspaceId, which }: { workspaceId: string; which: ch.Sql },
): AsyncIterable<Row[]> {
  let after = ch.sql`1 = 1`
  for (;;) {
    const rows = await app.ch.query(
      ch.sql`SELECT toString(message_hash) AS hash, toString(events.key) AS key, toUInt32(day) AS day_no,
          workspace_id, source_id, name, type, toString(id_kind) AS id_kind, id_value, anonymous_id, message_id,
          toUnixTimestamp64Milli(events.at) AS at_ms, toUnixTimestamp64Milli(events.received_at) AS received_at_ms,
          toUnixTimestamp64Milli(events.stored_at) AS stored_at_ms, toUnixTimestamp64Milli(events.sealed_at) AS sealed_at_ms, properties, traits, context, sealed
        FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} AND held = 0 AND (${which}) AND ${after}
        ORDER BY ${version} LIMIT ${ch.u32(atOnce)}`,
      Row,
    )
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    const place = [ch.u64(BigInt(last.hash)), ch.u64(last.received_at_ms), ch.u64(BigInt(last.key))] as const
    after = ch.sql`${version} > (${place[0]}, ${place[1]}, ${place[2]}, ${ch.text(last.name)}, ${ch.u32(last.day_no)})`
  }
}

/** The rows that look otherwise by what may be kept now, as they are to be written. */
async function sifted(
  app: App,
  { workspaceId, rows }: { workspaceId: string; rows: readonly Row[] },
): Promise<{ row: Row; event: Written }[]> {
  const found = rows.flatMap((row) => {
    const { sealed } = row
    const whole = sealed === '' ? wholeOf(row) : openSealed(app, { workspaceId, sealed })
    return whole === undefined ? [] : [{ row, whole: { type: row.type, ...whole } }]
  })
  const all = await siftMessages(app, { workspaceId, messages: found.map(({ whole }) => whole) })
  return all.flatMap((one, index) => {
    const row = found[index]?.row
    if (row === undefined || one.state === 'refused') return []
    const said = textsOf(one.message)
    if (said.properties === row.properties && said.traits === row.traits && said.context === row.context)
      return []
    const {
      hash: _,
      key: _key,
      day_no: _day,
      at_ms: at,
      received_at_ms,
      stored_at_ms,
      sealed_at_ms,
      ...kept
    } = row
    const moments = { at, received_at: received_at_ms, stored_at: stored_at_ms, sealed_at: sealed_at_ms }
    const sealed = one.whole === undefined ? '' : sealSaid(app, { workspaceId, said: textsOf(one.whole) })
    return [{ row, event: { ...kept, ...said, sealed, ...moments } }]
  })
}

const wholeOf = ({ properties, traits, context }: Row) =>
  Whole.parse({
    properties: parseExactly(properties),
    traits: parseExactly(traits),
    context: parseExactly(context),
  })

function textsOf(message: unknown): Said {
  const { properties, traits, context } = Whole.partial().parse(message)
  const text = (value: object | undefined) => JSON.stringify(value ?? {})
  return { properties: text(properties), traits: text(traits), context: text(context) }
}

/** Forgets what has been sealed for more than a month. Resolved means rewritten on disk. */
export async function forgetSealed(app: App): Promise<void> {
  const before = ch.u64(app.clock.now().getTime() - keptDays * 86_400_000)
  const old = ch.sql`sealed != '' AND sealed_at < fromUnixTimestamp64Milli(toInt64(${before}))`
  const found = await app.ch.query(
    ch.sql`SELECT 1 AS one FROM events WHERE ${old} LIMIT 1`,
    z.object({ one: z.number() }),
  )
  if (found.length > 0)
    await app.ch.command(
      ch.sql`ALTER TABLE events UPDATE sealed = '' WHERE ${old} SETTINGS mutations_sync = 2`,
    )
}
