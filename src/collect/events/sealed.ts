import { sql } from 'kysely'
import { z } from 'zod'
import { forgetHeldNames, guessSpecialByName, settleLeftOut } from '../../people/index.ts'
import { ch, type App, type JobKind } from '../../platform/index.ts'
import { parseExactly } from './json-exact.ts'
import { openSealed, sealSaid, Whole, type Said } from './sealed-text.ts'
import { siftMessages } from './sift.ts'
import { pagesOfEvents, removeReplaced, writeAgain, type EventRow, type Otherwise } from './written-again.ts'

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
/** As many texts as ClickHouse looks for at once. */
const mostNeedles = 250
/** Rows written again before those of before are removed: each takes sixteen bytes meanwhile. */
const mostReplaced = 2_000_000

/** Values held back of events are sealed also where they came before, come in once their ground is stated, and are forgotten where nobody states it within a month. */
export function wireSealed(app: App): void {
  app.jobs.handle(decidedJob, ({ workspaceId }) => carryOut(app, workspaceId))
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

/** Seals and lets in what is decided in a workspace, and begins again where something was decided meanwhile. */
export async function carryOut(app: App, workspaceId: string): Promise<void> {
  for (let before = ''; ;) {
    const decided = await decisionsOf(app, workspaceId)
    if (decided === before) return
    before = decided
    forgetHeldNames(app, workspaceId)
    await sealOpen(app, workspaceId)
    await letInSealed(app, workspaceId)
  }
}

/** One word for all that is decided of names by now. */
async function decisionsOf(app: App, workspaceId: string): Promise<string> {
  const { rows } = await sql<{ decided: string }>`
    select count(*) || coalesce(md5(string_agg(concat_ws(' ', trait, held, listed), ' ' order by trait)), '') as decided
    from trait_definitions where workspace_id = ${workspaceId}`.execute(app.pg)
  return rows[0]?.decided ?? ''
}

/** A decision that came in the moment in which work on one before it ended is not lost: whatever is sealed is looked at again every night. */
export async function lookAgain(app: App): Promise<void> {
  const found = await app.ch.query(
    ch.sql`SELECT DISTINCT toString(events.workspace_id) AS id FROM events WHERE sealed != '' ORDER BY id`,
    z.object({ id: z.string() }),
  )
  for (const { id } of found) await app.jobs.queue(decidedJob, { workspaceId: id }, { key: id })
}

/**
 * Puts what is sealed in its place, as far as it may be kept by now: the row is written again with its message id and moments, and takes the place of
 * the one before. Called again after a crash it goes on.
 */
export async function letInSealed(app: App, workspaceId: string): Promise<void> {
  for await (const rows of pagesOfEvents(app, { workspaceId, which: ch.sql`sealed != ''` }))
    await writeAgain(app, { changed: await sifted(app, { workspaceId, rows }), as: 'same version' })
  await settleLeftOut(app, workspaceId)
}

/**
 * Seals what events have in the open though its name is held back by now: those that came before it was. Resolved means rewritten on disk, the rows of
 * before removed. Called again after a crash it goes on.
 */
export async function sealOpen(app: App, workspaceId: string): Promise<void> {
  const all = await app.pg
    .selectFrom('trait_definitions')
    .select(['trait', 'listed'])
    .where('workspace_id', '=', workspaceId)
    .where('held', '=', true)
    .execute()
  // Names made up without end are looked for once they are listed; those that say a special category by themselves came in sealed.
  const held = all.filter(({ trait, listed }) => listed || guessSpecialByName(trait) === null)
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
  // Their month of grace begins now.
  const run = { sealedAt: app.clock.now().getTime(), written: 0 }
  const remove = () => {
    const later = ch.sql`events.sealed_at = fromUnixTimestamp64Milli(toInt64(${ch.u64(run.sealedAt)}))`
    return run.written === 0 ? Promise.resolve() : removeReplaced(app, { workspaceId, later })
  }
  for await (const rows of pagesOfEvents(app, { workspaceId, which })) {
    const found = await sifted(app, { workspaceId, rows })
    const changed = found.map(({ row, otherwise }) => ({
      row,
      otherwise: { ...otherwise, sealed_at_ms: run.sealedAt },
    }))
    if (changed.length > 0) await writeAgain(app, { changed, as: 'later version' })
    run.written += changed.length
    if (run.written < mostReplaced) continue
    await remove()
    Object.assign(run, { sealedAt: Math.max(app.clock.now().getTime(), run.sealedAt + 1), written: 0 })
  }
  await remove()
}

/** The rows that look otherwise by what may be kept now. */
async function sifted(
  app: App,
  { workspaceId, rows }: { workspaceId: string; rows: readonly EventRow[] },
): Promise<{ row: EventRow; otherwise: Otherwise }[]> {
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
    const sealed = one.whole === undefined ? '' : sealSaid(app, { workspaceId, said: textsOf(one.whole) })
    return [{ row, otherwise: { ...said, sealed } }]
  })
}

const wholeOf = ({ properties, traits, context }: EventRow) =>
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
