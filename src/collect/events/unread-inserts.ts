import { z } from 'zod'
import { ch, type App } from '../../platform/index.ts'

/** One insert as the reader knows it: all of its rows have the same moment and appear together. */
const Insert = z.object({ at: z.number(), rows: z.number() })
type Insert = z.output<typeof Insert>

/** Looked at again each time: an insert that was under way when the mark was set appears after it, with a moment before it. */
const overlapMs = 10_000
const mostInserts = 5000

/** What this program read of the overlap, so that it reads no insert twice; valid as long as the mark is its own. */
type Memory = { mark: number; read: Map<number, number> }

const memories = new WeakMap<App['pg'], Memory>()

/**
 * Gives `read` the inserts that came since the mark (milliseconds), as a condition on table events, some thousands at a time.
 * Returns the new mark. Only moments and counts are looked at to find them, so the cost goes with what is new.
 */
export async function readInserts(
  app: App,
  { mark, read }: { mark: number; read: (written: ch.Sql) => Promise<void> },
): Promise<number> {
  const remembered = memories.get(app.pg)
  const memory = remembered?.mark === mark ? remembered : { mark, read: new Map<number, number>() }
  let since = Math.max(0, mark - overlapMs)
  for (;;) {
    const inserts = await insertsSince(app, since)
    const unread = inserts.filter(({ at, rows }) => memory.read.get(at) !== rows)
    if (unread.length > 0) await read(writtenIn(unread))
    for (const { at, rows } of unread) memory.read.set(at, rows)
    since = inserts.at(-1)?.at ?? since
    memory.mark = Math.max(memory.mark, since)
    if (inserts.length < mostInserts) break
  }
  for (const at of memory.read.keys()) if (at <= memory.mark - overlapMs) memory.read.delete(at)
  memories.set(app.pg, memory)
  return memory.mark
}

function insertsSince(app: App, since: number): Promise<Insert[]> {
  return app.ch.query(
    ch.sql`SELECT toUnixTimestamp64Milli(stored_at) AS at, count() AS rows FROM events
      WHERE stored_at > ${ch.moment(new Date(since))} GROUP BY stored_at ORDER BY stored_at LIMIT ${ch.u32(mostInserts)}`,
    Insert,
  )
}

function writtenIn(inserts: readonly Insert[]): ch.Sql {
  const [first, last] = [inserts[0]?.at ?? 0, inserts.at(-1)?.at ?? 0]
  return ch.sql`stored_at >= ${ch.moment(new Date(first))} AND stored_at <= ${ch.moment(new Date(last))}
    AND toUnixTimestamp64Milli(stored_at) IN ${ch.u64s(inserts.map(({ at }) => String(at)))}`
}
