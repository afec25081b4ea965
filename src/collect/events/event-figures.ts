/** How many events a workspace has, without reading all of them at every question. */
import { z } from 'zod'
import { ch, type App } from '../../platform/index.ts'

export type EventFigures = { events: number; newest: Date | null }

/** An insert is seen by everybody at the latest this long after the moment its rows bear; milliseconds. */
const settled = 60_000
/** What was counted is counted anew after this: people are erased, and messages sent twice collapse. Milliseconds. */
const longest = 600_000

type Counted = { at: number; until: number; events: number; newest: number }
const kept = new WeakMap<App['ch'], Map<string, Counted>>()

/**
 * All events of a workspace that may be read, as of now: those stored more than a minute ago are counted once and kept, the rest are found by the
 * moment they were stored. An erasure shows after ten minutes.
 */
export async function eventFigures(app: App, workspaceId: string): Promise<EventFigures> {
  const shelf = kept.get(app.ch) ?? new Map<string, Counted>()
  kept.set(app.ch, shelf)
  const now = app.clock.now().getTime()
  const found = shelf.get(workspaceId)
  const isGood = found !== undefined && Math.abs(now - found.at) < longest
  const before = isGood ? found : { at: now, until: 0, events: 0, newest: 0 }
  const [row] = await app.ch.query(
    ch.sql`WITH now64(3) - toIntervalMillisecond(${ch.u32(settled)}) AS until
SELECT toUnixTimestamp64Milli(until) AS upto, countIf(stored_at <= until) AS old, count() AS events, toUnixTimestamp64Milli(max(at)) AS newest
FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} AND held = 0 AND stored_at > ${ch.moment(new Date(before.until))}`,
    z.object({ upto: z.number(), old: z.number(), events: z.number(), newest: z.number() }),
  )
  const { upto, old, events, newest } = row ?? { upto: before.until, old: 0, events: 0, newest: 0 }
  const newer = Math.max(before.newest, newest)
  shelf.set(workspaceId, { at: before.at, until: upto, events: before.events + old, newest: newer })
  const all = before.events + events
  return { events: all, newest: all > 0 ? new Date(newer) : null }
}
