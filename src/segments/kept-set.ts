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
  /** How many the workspace had before this was worked out. */
  events: number
  audience: Sql
  parts: Sql[]
  rest: Sql
  outcome: { yes: Sql; known: Sql } | null
}
export type Keeping = { workspaceId: string; set: SegmentSet; outcome: Outcome | null }

/**
 * Older than this it is looked whether an event has come since. If so the set is worked out anew behind the reader's back, and from the second
 * on while they wait; if not it is good until the third, for conditions like "in the last 30 days" move with the clock. Milliseconds.
 */
const young = 15_000
const oldest = 45_000
const oldestWithoutNews = 600_000
/** Together, in characters: some sixty sets among a million people. */
const mostKept = 64_000_000

/** What is known of a set: no event of the last 45 seconds needs be in it, and facts are of this moment. Permission is not in it: see {@link KeptSet}. */
export async function keptSet(app: App, keeping: Keeping): Promise<KeptSet> {
  const key = await keyOf(app, keeping)
  const all = shelfOf(app)
  const found = all.get(key)
  const age = found === undefined ? Infinity : Math.abs(app.clock.now().getTime() - found.at)
  if (found === undefined || age >= oldestWithoutNews) return keep(app, { keeping, key })
  if (age < young) return found.set
  const [{ events }, before] = await Promise.all([eventFigures(app, keeping.workspaceId), found.set])
  if (events === before.events) return before
  if (age >= oldest) return keep(app, { keeping, key })
  if (!found.isRenewing) {
    found.isRenewing = true
    void keep(app, { keeping, key }).catch(() => (found.isRenewing = false))
  }
  return found.set
}

/** The outcome as a condition. */
export function outcomeCondition(outcome: Outcome): OutcomeCondition {
  return 'is' in outcome
    ? { kind: 'trait', trait: outcome.column, op: 'is', value: outcome.is }
    : { kind: 'trait', trait: outcome.column, op: 'at least', value: outcome.atLeast }
}

type Kept = { at: number; set: Promise<KeptSet>; characters: number; isRenewing: boolean }
const shelves = new WeakMap<App['ch'], Map<string, Kept>>()

function shelfOf({ ch: engine }: App): Map<string, Kept> {
  const shelf = shelves.get(engine) ?? new Map<string, Kept>()
  shelves.set(engine, shelf)
  return shelf
}

/** Names of rules do not matter. Any fact written or person found since makes another key. */
async function keyOf(app: App, { workspaceId, set, outcome }: Keeping): Promise<string> {
  const rules = set.rules.map((rule) => rule.all)
  return JSON.stringify([workspaceId, await versionsOf(app), set.audience, rules, outcome])
}

async function keep(app: App, { keeping, key }: { keeping: Keeping; key: string }): Promise<KeptSet> {
  const shelf = shelfOf(app)
  const asOf = app.clock.now()
  const kept: Kept = {
    at: asOf.getTime(),
    set: workOut(app, keeping, asOf),
    characters: 0,
    isRenewing: false,
  }
  const before = shelf.get(key)
  // While it is renewed the one before is still good; what failed is not kept.
  if (before === undefined || kept.at - before.at >= oldest) shelf.set(key, kept)
  try {
    const set = await kept.set
    kept.characters = [set.audience, ...set.parts, set.rest].reduce((sum, { text }) => sum + text.length, 0)
    shelf.delete(key)
    shelf.set(key, kept)
    clear(shelf)
    return set
  } catch (error) {
    if (shelf.get(key) === kept) shelf.delete(key)
    throw error
  }
}

function clear(shelf: Map<string, Kept>): void {
  let characters = [...shelf.values()].reduce((sum, kept) => sum + kept.characters, 0)
  for (const [key, kept] of shelf) {
    if (characters <= mostKept) return
    characters -= kept.characters
    shelf.delete(key)
  }
}

async function workOut(app: App, { workspaceId, set, outcome }: Keeping, asOf: Date): Promise<KeptSet> {
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
    asOf,
    events,
    audience: bitmap('audience'),
    parts: set.rules.map((_, index) => bitmap(`part_${index}`)),
    rest: bitmap('rest'),
    outcome: outcome === null ? null : { yes: bitmap('yes'), known: bitmap('known') },
  }
}

/** In the text and not as a parameter, which a server takes in the address and only while it is short. Base64 needs no escaping. */
function writtenOut(base64: string): Sql {
  return ch.sql`SELECT CAST(base64Decode(${ch.trusted(`'${base64}'`)}), 'AggregateFunction(groupBitmap, UInt32)') AS people`
}
