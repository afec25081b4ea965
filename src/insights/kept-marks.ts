/** Who has each value, reaches each round number and did each event: kept for a while, since a million people take seconds to read. */
import { z } from 'zod'
import { eventFigures } from '../collect/index.ts'
import { mayBitmapSql } from '../consent/index.ts'
import { versionsOf } from '../people/index.ts'
import { ch, type App, type Sql } from '../platform/index.ts'
import { knownTraits } from '../segments/index.ts'

export type MarkCount = {
  kind: 'value' | 'at least' | 'event'
  name: string
  value: string
  /** Of some people and of everybody: how many have it, and of how many it is known. */
  here: number
  of_here: number
  total: number
  of_total: number
}

export type MarksCounted = {
  /** When facts and events were read. Permission is of this moment. */
  asOf: Date
  /** Newer marks are being read, for which whoever asked had no patience to wait. */
  isRenewing: boolean
  counts: MarkCount[]
  /** How many people there are here and among everybody. */
  sizes: { here: number; everybody: number }
}

/**
 * Milliseconds. Marks older than the first are read anew behind the reader's back if a fact or an event has come since, older than the second in any
 * case. For marks older than the third whoever asks waits, the impatient (`App.patience`) no longer than that while they are younger than the fourth.
 */
const young = 30_000
const old = 300_000
const oldest = 600_000
const oldestShown = 86_400_000

/** Reads the marks of a workspace if they have not been read lately, so that whoever comes next finds them. */
export async function readMarks(app: App, marking: Marking): Promise<void> {
  await marksOf(app, marking)
}

/**
 * Counts every mark among `people` (ClickHouse SQL of one bitmap) beside everybody who may be analysed. Permission must be up to date.
 * `since` is where events begin.
 */
export async function countMarks(
  app: App,
  given: { workspaceId: string; people: Sql; since: Date },
): Promise<MarksCounted> {
  const { workspaceId, people } = given
  const { batch, at, isRenewing } = await marksOf(app, given)
  const may = mayBitmapSql({ workspaceId, purpose: 'analysis' })
  const rows = await app.ch.query(
    ch.sql`WITH (${may}) AS everybody, bitmapAnd(everybody, (${people})) AS segment
SELECT kind, name, value, bitmapAndCardinality(people, segment) AS here, bitmapAndCardinality(people, everybody) AS total
FROM kept_marks WHERE workspace_id = ${ch.uuid(workspaceId)} AND batch = ${ch.uuid(batch)}
UNION ALL SELECT 'everybody', '', '', bitmapCardinality(segment), bitmapCardinality(everybody)`,
    Counted,
  )
  const known = new Map(rows.map((row) => [`${row.kind} ${row.name}`, row]))
  const all = known.get('everybody ') ?? { here: 0, total: 0 }
  const counts = rows.flatMap((row): MarkCount[] => {
    if (row.kind === 'known' || row.kind === 'everybody') return []
    const { kind, ...counted } = row
    const of = kind === 'event' ? all : known.get(`known ${row.name}`)
    return of === undefined ? [] : [{ ...counted, kind, of_here: of.here, of_total: of.total }]
  })
  return { asOf: at, isRenewing, counts, sizes: { here: all.here, everybody: all.total } }
}

const Counted = z.object({
  kind: z.enum(['value', 'at least', 'event', 'known', 'everybody']),
  name: z.string(),
  value: z.string(),
  here: z.number(),
  total: z.number(),
})

type Marking = { workspaceId: string; since: Date }
/** `read`: what there was when it was begun. */
type Batch = { batch: string; at: Date; read: string }
/** `last`: the batch before the kept one, which somebody may still be reading. */
type Place = { kept?: Batch; last?: Batch; coming?: Promise<Batch>; failedAt?: number }
const shelves = new WeakMap<App['ch'], Map<string, Place>>()

async function marksOf(app: App, marking: Marking): Promise<Batch & { isRenewing: boolean }> {
  const shelf = shelves.get(app.ch) ?? new Map<string, Place>()
  shelves.set(app.ch, shelf)
  const place = shelf.get(marking.workspaceId) ?? {}
  shelf.set(marking.workspaceId, place)
  const { kept } = place
  const ready = (batch: Batch) => ({ ...batch, isRenewing: false })
  if (kept === undefined) return ready(await renewed(app, marking, place))
  const age = Math.abs(app.clock.now().getTime() - kept.at.getTime())
  if (age < young) return ready(kept)
  if (age < oldest) {
    const isDue = age >= old || (await whatThereIs(app, marking)) !== kept.read
    if (isDue) void renewedBehind(app, marking, place)
    // Whoever can wait is content with these; a page asks again.
    return { ...kept, isRenewing: isDue && app.patience !== undefined }
  }
  if (app.patience === undefined || age >= oldestShown) return ready(await renewed(app, marking, place))
  const newer = await Promise.race([renewedBehind(app, marking, place), pause(app.patience)])
  return newer === undefined ? { ...kept, isRenewing: true } : ready(newer)
}

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined).unref())

/** Nothing where it fails, which is logged, and not at once again: pages ask every other second. */
async function renewedBehind(app: App, marking: Marking, place: Place): Promise<Batch | undefined> {
  if (place.failedAt !== undefined && app.clock.now().getTime() - place.failedAt < young) return undefined
  try {
    return await renewed(app, marking, place)
  } catch (error) {
    place.failedAt = app.clock.now().getTime()
    app.log.error({ err: error, workspaceId: marking.workspaceId }, 'marks could not be read anew')
    return undefined
  }
}

/** The batch that is being read, or one begun now. What fails is not kept. */
function renewed(app: App, marking: Marking, place: Place): Promise<Batch> {
  place.coming ??= gather(app, marking)
    .then(async (batch) => {
      delete place.failedAt
      await forget(app, marking, place.last)
      if (place.kept !== undefined) place.last = place.kept
      place.kept = batch
      return batch
    })
    .finally(() => delete place.coming)
  return place.coming
}

/** Another one whenever a fact is written, a person found or an event comes in. */
async function whatThereIs(app: App, { workspaceId }: Marking): Promise<string> {
  const { events } = await eventFigures(app, workspaceId)
  return JSON.stringify([await versionsOf(app), events])
}

async function gather(app: App, marking: Marking): Promise<Batch> {
  const begun = { batch: crypto.randomUUID(), at: app.clock.now(), read: await whatThereIs(app, marking) }
  try {
    await writeMarks(app, marking, begun)
    return begun
  } catch (error) {
    // Half a batch would fill the memory with every try.
    await forget(app, marking, begun)
    throw error
  }
}

async function writeMarks(app: App, { workspaceId, since }: Marking, { batch, at }: Batch): Promise<void> {
  const known = await knownTraits(app, { workspaceId })
  const values = known
    .filter(({ type, distinct }) => type === 'boolean' || (type === 'category' && distinct <= 60))
    .map(({ trait }) => trait)
  const numbers = known.filter(({ type }) => type === 'number').map(({ trait }) => trait)
  const cuts = await cutsOf(app, workspaceId, numbers)
  const ours = ch.sql`workspace_id = ${ch.uuid(workspaceId)}`
  const into = ch.sql`INSERT INTO kept_marks SELECT ${ch.uuid(workspaceId)}, ${ch.uuid(batch)}, ${ch.moment(at)}`
  const valued = ch.sql`FROM traits FINAL WHERE ${ours} AND trait IN ${ch.texts(values)} AND text != ''`
  const numbered = ch.sql`FROM traits FINAL WHERE ${ours} AND trait IN ${ch.texts(numbers)} AND num IS NOT NULL`
  await app.ch.command(
    ch.sql`${into}, 'value', trait, text, groupBitmapState(person) ${valued} GROUP BY trait, text`,
  )
  await app.ch.command(ch.sql`${into}, 'known', trait, '', groupBitmapState(person) ${valued} GROUP BY trait`)
  await app.ch.command(
    ch.sql`${into}, 'known', trait, '', groupBitmapState(person) ${numbered} GROUP BY trait`,
  )
  for (const { trait, cut } of cuts)
    await app.ch.command(
      ch.sql`${into}, 'at least', ${ch.text(trait)}, toString(${ch.f64(cut)}), groupBitmapState(person)
FROM traits FINAL WHERE ${ours} AND trait = ${ch.text(trait)} AND num >= ${ch.f64(cut)}`,
    )
  await app.ch.command(ch.sql`${into}, 'event', name, '', groupBitmapState(person) FROM (
  SELECT DISTINCT name, key FROM events WHERE ${ours} AND held = 0 AND type = 'track' AND at >= ${ch.moment(since)}) AS e
INNER JOIN (SELECT key, person FROM identity FINAL WHERE ${ours}) AS i ON e.key = i.key GROUP BY name`)
}

/** Drops a batch that nobody reads any longer, and what other copies of the program left behind. */
async function forget(app: App, { workspaceId }: Marking, done: Batch | undefined): Promise<void> {
  const left = new Date(app.clock.now().getTime() - 2 * oldestShown)
  const batch = done === undefined ? ch.sql`false` : ch.sql`batch = ${ch.uuid(done.batch)}`
  await app.ch.command(
    ch.sql`ALTER TABLE kept_marks DELETE WHERE workspace_id = ${ch.uuid(workspaceId)} AND (${batch} OR at < ${ch.moment(left)})`,
  )
}

/** Round numbers at the fifths of everybody. */
async function cutsOf(
  app: App,
  workspaceId: string,
  traits: readonly string[],
): Promise<{ trait: string; cut: number }[]> {
  if (traits.length === 0) return []
  const may = mayBitmapSql({ workspaceId, purpose: 'analysis' })
  const rows = await app.ch.query(
    ch.sql`WITH (${may}) AS everybody
SELECT trait, quantiles(0.2, 0.4, 0.6, 0.8)(num) AS cuts FROM traits FINAL
WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait IN ${ch.texts(traits)} AND num IS NOT NULL AND bitmapContains(everybody, person)
GROUP BY trait ORDER BY trait`,
    z.object({ trait: z.string(), cuts: z.array(z.number()) }),
  )
  return rows.flatMap(({ trait, cuts }) =>
    [...new Set(cuts.map((cut) => Number(cut.toPrecision(2))))].map((cut) => ({ trait, cut })),
  )
}
