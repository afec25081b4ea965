import { sql } from 'kysely'
import { type App, type PostgresTransaction, encodeText } from '../platform/index.ts'
import { guessSpecialByName, heldAs } from './special-names.ts'

/** As many names of special categories as events may add to the list in a day (UTC): anybody with the key in a web page may make them up. */
export const mostNewNames = 100

/**
 * Lists names of special categories met in events, so that somebody can state their ground: those defined already, those that say a special category by
 * themselves. What came of them before is sealed; a decision taken stays. Returns which of the names are listed: all of before, and new ones within the day's
 * number. The others are held back all the same; when the first of them comes on a day, the privacy officers are told.
 */
export async function announceHeld(
  app: App,
  { workspaceId, names }: { workspaceId: string; names: readonly string[] },
): Promise<ReadonlySet<string>> {
  const stored = new Map(names.map((name) => [encodeText(name), name]))
  if (stored.size === 0) return new Set()
  const asked = { workspaceId, names: [...stored.keys()].toSorted() }
  const { listed, others } = await placesOf(app.pg, asked)
  const made = others.length === 0 ? [] : await takePlaces(app, { workspaceId, names: others })
  const all = new Set([...listed, ...made])
  return new Set([...stored].flatMap(([encoded, name]) => (all.has(encoded) ? [name] : [])))
}

type Asked = { workspaceId: string; names: readonly string[] }

/** Which of the names are listed, and which of the others may be. */
async function placesOf(
  pg: App['pg'] | PostgresTransaction,
  { workspaceId, names }: Asked,
): Promise<{ listed: string[]; others: string[] }> {
  const { rows } = await sql<{ trait: string; listed: boolean }>`
    select trait, listed from trait_definitions where workspace_id = ${workspaceId} and trait = any(${[...names]}::text[])`.execute(
    pg,
  )
  const known = new Map(rows.map(({ trait, listed }) => [trait, listed]))
  return {
    listed: names.filter((name) => known.get(name) === true),
    others: names.filter((name) => !(known.get(name) ?? guessSpecialByName(name) === null)),
  }
}

/** Lists names as far as there is room today; returns those listed by now. */
async function takePlaces(app: App, { workspaceId, names }: Asked): Promise<string[]> {
  const day = app.clock.now().toISOString().slice(0, 10)
  // Names that are made up without end do not wait for each other's row.
  const { rows: full } = await sql`
    select from new_special_names where workspace_id = ${workspaceId} and day = ${day}::date and has_more`.execute(
    app.pg,
  )
  if (full.length > 0) return []
  return app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql<{ listed: number; has_more: boolean }>`
      insert into new_special_names as n (workspace_id, day, listed) values (${workspaceId}::uuid, ${day}::date, 0)
      on conflict (workspace_id, day) do update set listed = n.listed returning listed, has_more`.execute(tx)
    const { listed: taken = mostNewNames, has_more: hadMore = true } = rows[0] ?? {}
    // Whoever held the day's row before may have listed them.
    const { listed, others } = await placesOf(tx, { workspaceId, names })
    const given = others.slice(0, Math.max(0, mostNewNames - taken))
    const hasMore = given.length < others.length
    const made = await list(tx, { workspaceId, names: given })
    await sql`update new_special_names set listed = listed + ${made}::int, has_more = has_more or ${hasMore}::boolean
      where workspace_id = ${workspaceId} and day = ${day}::date`.execute(tx)
    if (made > 0) await app.outbox.publish(tx, { workspaceId, topic: 'special.decided', payload: {} })
    if (hasMore && !hadMore)
      await app.outbox.publish(tx, { workspaceId, topic: 'special.too-many', payload: { day } })
    return [...listed, ...given]
  })
}

/** Returns how many were not listed before: an import may define one at the same moment. */
async function list(tx: PostgresTransaction, { workspaceId, names }: Asked): Promise<number> {
  const special = names.map((name) => {
    const guess = guessSpecialByName(name)
    return guess === null ? null : heldAs[guess.category]
  })
  const { rows } = await sql`
    insert into trait_definitions as d (workspace_id, trait, type, class, special, held)
    select ${workspaceId}::uuid, name, 'text', 'none', special, true
    from unnest(${[...names]}::text[], ${special}::text[]) as told (name, special) order by name
    on conflict (workspace_id, trait) do update set listed = true where not d.listed returning d.trait`.execute(
    tx,
  )
  return rows.length
}
