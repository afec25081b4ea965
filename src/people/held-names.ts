import { sql } from 'kysely'
import { type App, encodeText } from '../platform/index.ts'
import { listableNames } from './new-names.ts'
import { guessSpecialByName, heldAs } from './special-names.ts'

/** Decisions are read again after this, milliseconds: another copy of the program may have taken one. */
const freshFor = 2000
/** Names may be made up without end (an id as a name); more than this are not remembered. */
const mostNames = 20_000

type Kept = { at: number; held: Map<string, boolean> }
const kept = new WeakMap<App['pg'], Map<string, Kept>>()

/**
 * Says of a name (of a property of an event, as of a trait) whether its values are held back: as the workspace has decided of a trait of
 * that name, and where it has not, when the name itself says a special category. Costs a look-up in a map a name.
 */
export async function heldNames(app: App, workspaceId: string): Promise<(name: string) => boolean> {
  const held = await decisions(app, workspaceId)
  return (name) => {
    const known = held.get(name)
    if (known !== undefined) return known
    const isHeld = guessSpecialByName(name) !== null
    if (held.size < mostNames) held.set(name, isHeld)
    return isHeld
  }
}

async function decisions(app: App, workspaceId: string): Promise<Map<string, boolean>> {
  const shelf = kept.get(app.pg) ?? new Map<string, Kept>()
  kept.set(app.pg, shelf)
  const now = app.clock.now().getTime()
  const found = shelf.get(workspaceId)
  if (found !== undefined && Math.abs(now - found.at) < freshFor) return found.held
  const rows = await app.pg
    .selectFrom('trait_definitions')
    .select(['trait', 'held'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const held = new Map(rows.map((row) => [row.trait, row.held]))
  shelf.set(workspaceId, { at: now, held })
  return held
}

/** A decision was taken here: the next question is answered by it. */
export function forgetHeldNames(app: App, workspaceId: string): void {
  kept.get(app.pg)?.delete(workspaceId)
}

/**
 * Lists names met for the first time among the special categories, so that somebody can state their ground; what came of them before is sealed. A decision
 * taken stays. Returns which of the names stand there; see {@link listableNames}.
 */
export async function announceHeld(
  app: App,
  { workspaceId, names }: { workspaceId: string; names: readonly string[] },
): Promise<ReadonlySet<string>> {
  const listable = await listableNames(app, { workspaceId, names })
  const special = [...listable].flatMap((name) => {
    const guess = guessSpecialByName(name)
    return guess === null ? [] : [{ name: encodeText(name), special: heldAs[guess.category] }]
  })
  if (special.length === 0) return listable
  const isNew = await app.pg.transaction().execute(async (tx) => {
    const made = await sql`
    insert into trait_definitions (workspace_id, trait, type, class, special, held)
    select ${workspaceId}::uuid, name, 'text', 'none', special, true
    from unnest(${special.map(({ name }) => name)}::text[], ${special.map((one) => one.special)}::text[]) as told (name, special)
    order by name on conflict do nothing`.execute(tx)
    if (made.numAffectedRows === 0n) return false
    await app.outbox.publish(tx, { workspaceId, topic: 'special.decided', payload: {} })
    return true
  })
  if (isNew) forgetHeldNames(app, workspaceId)
  return listable
}
