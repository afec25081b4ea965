/** The people of a set's parts, kept for a moment so that a page does not work them out once a figure. */
import { z } from 'zod'
import { eventFigures } from '../collect/index.ts'
import { versionsOf } from '../people/index.ts'
import { ch, type App, type Sql } from '../platform/index.ts'
import type { SegmentSet } from './segment.ts'
import { keptSql } from './segment-sql.ts'
import type { OutcomeCondition } from './segment-sql.ts'
import type { Outcome } from './set.schema.ts'

/** ClickHouse: one row, `people`, each: everybody whom a part describes, whatever they permit. */
export type KeptSet = {
  asOf: Date
  /** Whoever asked had no patience to wait for the newest, which is being worked out. */
  isRenewing: boolean
  audience: Sql
  parts: Sql[]
  rest: Sql
  outcome: { yes: Sql; known: Sql } | null
}
export type Keeping = { workspaceId: string; set: SegmentSet; outcome: Outcome | null }

/**
 * Milliseconds. Younger than the first it is good whatever events have come. Up to the second, and without news up to the third (conditions like "in
 * the last 30 days" move with the clock), it is good while a new one is worked out behind the reader's back. The impatient get one up to the fourth.
 */
const young = 15_000
const oldest = 45_000
const oldestWithoutNews = 600_000
const oldestShown = 86_400_000
/** Together, in characters: some sixty sets among a million people. */
const mostKept = 64_000_000

/**
 * What is known of a set: no event of the last 45 seconds needs be in it, and facts are of this moment. Who asks with a patience
 * (`App.patience`) gets an older one when a new one takes longer. Permission is not in it: see {@link KeptSet}.
 */
export async function keptSet(app: App, keeping: Keeping): Promise<KeptSet> {
  const shelf = shelfOf(app)
  const key = keyOf(keeping)
  const place = shelf.get(key) ?? {}
  shelf.set(key, place)
  const now = app.clock.now().getTime()
  const facts = await versionsOf(app)
  const { kept } = place
  if (kept === undefined) return newest(app, { keeping, place, facts })
  const age = Math.abs(now - kept.set.asOf.getTime())
  if (isUpTo(kept.facts, facts)) {
    if (age < young) return kept.set
    const { events } = await eventFigures(app, keeping.workspaceId)
    if (age < (events === kept.events ? oldestWithoutNews : oldest)) {
      if (events !== kept.events) void begin(app, { keeping, place, facts })
      return kept.set
    }
  }
  const coming = newest(app, { keeping, place, facts })
  if (app.patience === undefined || age >= oldestShown) return coming
  coming.catch(() => undefined)
  return Promise.race([coming, pause(app.patience, { ...kept.set, isRenewing: true })])
}

/** The outcome as a condition. */
export function outcomeCondition(outcome: Outcome): OutcomeCondition {
  return 'is' in outcome
    ? { kind: 'trait', trait: outcome.column, op: 'is', value: outcome.is }
    : { kind: 'trait', trait: outcome.column, op: 'at least', value: outcome.atLeast }
}

type Facts = Awaited<ReturnType<typeof versionsOf>>
/** `facts` and `events`: what there was when it was begun. */
type Kept = { set: KeptSet; facts: Facts; events: number; characters: number }
type Place = { kept?: Kept; coming?: { facts: Facts; set: Promise<KeptSet> } }
const shelves = new WeakMap<App['ch'], Map<string, Place>>()

function shelfOf({ ch: engine }: App): Map<string, Place> {
  const shelf = shelves.get(engine) ?? new Map<string, Place>()
  shelves.set(engine, shelf)
  return shelf
}

/** Names of rules do not matter. */
function keyOf({ workspaceId, set, outcome }: Keeping): string {
  const rules = set.rules.map((rule) => rule.all)
  return JSON.stringify([workspaceId, set.audience, rules, outcome])
}

const isUpTo = (read: Facts, now: Facts) => read.facts >= now.facts && read.people >= now.people
const pause = <T>(ms: number, value: T) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms).unref())

type Wanted = { keeping: Keeping; place: Place; facts: Facts }

/** One that was begun with these facts or newer; never two of the same at once. */
async function newest(app: App, wanted: Wanted): Promise<KeptSet> {
  const { coming } = wanted.place
  if (coming !== undefined && !isUpTo(coming.facts, wanted.facts)) await coming.set.catch(() => undefined)
  return begin(app, wanted)
}

/** The one that is being worked out, or one begun now. What fails is not kept. */
function begin(app: App, { keeping, place, facts }: Wanted): Promise<KeptSet> {
  if (place.coming !== undefined) return place.coming.set
  const work = workOut(app, keeping).then(
    ({ set, events }) => {
      const told = set.outcome === null ? [] : [set.outcome.yes, set.outcome.known]
      const all = [set.audience, ...set.parts, set.rest, ...told]
      const characters = all.reduce((sum, { text }) => sum + text.length, 0)
      place.kept = { set, facts, events, characters }
      delete place.coming
      clear(shelfOf(app), keyOf(keeping))
      return set
    },
    (error: unknown) => {
      delete place.coming
      if (place.kept === undefined) shelfOf(app).delete(keyOf(keeping))
      else
        app.log.error({ err: error, workspaceId: keeping.workspaceId }, 'a set could not be worked out anew')
      throw error
    },
  )
  place.coming = { facts, set: work }
  work.catch(() => undefined)
  return work
}

/** Makes room: what was worked out longest ago goes first. */
function clear(shelf: Map<string, Place>, newestKey: string): void {
  const place = shelf.get(newestKey)
  if (place !== undefined) {
    shelf.delete(newestKey)
    shelf.set(newestKey, place)
  }
  let characters = [...shelf.values()].reduce((sum, { kept }) => sum + (kept?.characters ?? 0), 0)
  for (const [key, { kept, coming }] of shelf) {
    if (characters <= mostKept) return
    if (coming !== undefined) continue
    characters -= kept?.characters ?? 0
    shelf.delete(key)
  }
}

async function workOut(
  app: App,
  { workspaceId, set, outcome }: Keeping,
): Promise<{ set: KeptSet; events: number }> {
  const asOf = app.clock.now()
  const query = keptSql({
    workspace: workspaceId,
    set,
    now: asOf,
    outcome: outcome === null ? undefined : outcomeCondition(outcome),
  })
  const { events } = await eventFigures(app, workspaceId)
  const [row = {}] = await app.ch.query(query, z.record(z.string(), z.base64()))
  const bitmap = (name: string) => writtenOut(row[name] ?? '')
  return {
    events,
    set: {
      asOf,
      isRenewing: false,
      audience: bitmap('audience'),
      parts: set.rules.map((_, index) => bitmap(`part_${index}`)),
      rest: bitmap('rest'),
      outcome: outcome === null ? null : { yes: bitmap('yes'), known: bitmap('known') },
    },
  }
}

/** In the text and not as a parameter, which a server takes in the address and only while it is short. Base64 needs no escaping. */
function writtenOut(base64: string): Sql {
  return ch.sql`SELECT CAST(base64Decode(${ch.trusted(`'${base64}'`)}), 'AggregateFunction(groupBitmap, UInt32)') AS people`
}
