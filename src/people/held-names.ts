import type { App } from '../platform/index.ts'
import { guessSpecialByName } from './special-names.ts'

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
