import { sql } from 'kysely'
import { type App, encodeText } from '../platform/index.ts'

/** As many names of special categories as events may add to the list in a day (UTC): anybody with the key in a web page may make them up. */
export const mostNewNames = 100

/**
 * Which names of special categories met in events may be listed: those known already, and those within the day's number. The others are held back all the
 * same, but stand nowhere by themselves; when the first of them comes on a day, the privacy officers are told.
 */
export async function listableNames(
  app: App,
  { workspaceId, names }: { workspaceId: string; names: readonly string[] },
): Promise<Set<string>> {
  const stored = new Map(names.map((name) => [encodeText(name), name]))
  if (stored.size === 0) return new Set()
  const { rows: known } = await sql<{ trait: string }>`
    select trait from trait_definitions where workspace_id = ${workspaceId} and trait = any(${[...stored.keys()]}::text[])`.execute(
    app.pg,
  )
  const listable = new Set(known.map(({ trait }) => trait))
  const fresh = [...stored.keys()].filter((name) => !listable.has(name)).toSorted()
  const taken = fresh.length === 0 ? 0 : await takePlaces(app, { workspaceId, wanted: fresh.length })
  for (const name of fresh.slice(0, taken)) listable.add(name)
  return new Set([...stored].flatMap(([encoded, name]) => (listable.has(encoded) ? [name] : [])))
}

/** How many of the places wanted are left today. */
async function takePlaces(
  app: App,
  { workspaceId, wanted }: { workspaceId: string; wanted: number },
): Promise<number> {
  const day = app.clock.now().toISOString().slice(0, 10)
  // Names that are made up without end do not wait for each other's row.
  const { rows: full } = await sql`
    select from new_special_names where workspace_id = ${workspaceId} and day = ${day}::date and has_more`.execute(
    app.pg,
  )
  if (full.length > 0) return 0
  return app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql<{ listed: number; before: number; had_more: boolean }>`
      insert into new_special_names as n (workspace_id, day, listed, has_more)
      values (${workspaceId}::uuid, ${day}::date, least(${wanted}::int, ${mostNewNames}::int), ${wanted}::int > ${mostNewNames}::int)
      on conflict (workspace_id, day) do update set listed = least(n.listed + ${wanted}::int, ${mostNewNames}::int),
        has_more = n.has_more or n.listed + ${wanted}::int > ${mostNewNames}::int
      returning listed, coalesce(old.listed, 0) as before, coalesce(old.has_more, false) as had_more`.execute(
      tx,
    )
    const { listed = 0, before = 0, had_more: hadMore = true } = rows[0] ?? {}
    const taken = listed - before
    if (taken < wanted && !hadMore)
      await app.outbox.publish(tx, { workspaceId, topic: 'special.too-many', payload: { day } })
    return taken
  })
}
