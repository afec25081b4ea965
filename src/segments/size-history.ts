/** How large segments were: written at most once an hour, when somebody looks or the daily count comes by. */
import { sql } from 'kysely'
import { z } from 'zod'
import { atLeast } from '../consent/index.ts'
import type { App, JobKind } from '../platform/index.ts'
import { countSet } from './count-set.ts'
import type { SetCount } from './count-set.ts'
import { definitionOf, listSets } from './saved-set.ts'
import type { SavedSet } from './saved-set.ts'
import type { ShownPart } from './shown-count.ts'

export const dailyCount: JobKind<object> = { name: 'segments.count', data: z.object({}) }

/** Keeps the sizes of a set just counted, unless this hour has some. */
export async function recordSizes(app: App, set: SavedSet, count: SetCount): Promise<void> {
  if (set.segments.length === 0) return
  const parts = set.segments.map((_, index) => count.parts[index])
  await sql`
    insert into segment_sizes (segment_id, at, size, outcome_yes, outcome_of)
    select id, date_trunc('hour', ${count.asOf.toISOString()}::timestamptz), size, yes, total from unnest(
      ${set.segments.map((segment) => segment.segmentId)}::uuid[],
      ${parts.map((part) => part?.people ?? 0)}::bigint[],
      ${parts.map((part) => part?.outcome?.yes ?? null)}::bigint[],
      ${parts.map((part) => part?.outcome?.of ?? null)}::bigint[]) as counted (id, size, yes, total)
    on conflict do nothing`.execute(app.pg)
}

/**
 * The last count of each of the latest 60 days there are, oldest first; those below the minimum without their size, and all as "at
 * least" where today's is told so.
 */
export async function sizeHistory(
  app: App,
  { segmentId, minimum, now }: { segmentId: string; minimum: number; now: Pick<ShownPart, 'isExact'> },
): Promise<{ at: string; people: number | null; isExact: boolean }[]> {
  const rows = await sql<{ at: Date; size: number }>`
    select distinct on (at::date) at, size from segment_sizes where segment_id = ${segmentId}
    order by at::date desc, at desc limit 60`.execute(app.pg)
  return rows.rows.toReversed().map(({ at, size }) => {
    if (size < minimum) return { at: at.toISOString(), people: null, isExact: false }
    const people = now.isExact ? size : atLeast(size, minimum)
    return { at: at.toISOString(), people, isExact: now.isExact }
  })
}

/** Counts every set of every workspace, so that its history has no holes. */
export async function countEverySet(app: App, signal: AbortSignal): Promise<void> {
  const workspaces = await app.pg
    .selectFrom('segment_sets')
    .select('workspace_id')
    .distinct()
    .where('removed_at', 'is', null)
    .execute()
  for (const { workspace_id: workspaceId } of workspaces)
    for (const set of await listSets(app.pg, workspaceId)) {
      signal.throwIfAborted()
      const counting = { workspaceId, set: definitionOf(set), outcome: set.outcome }
      await recordSizes(app, set, await countSet(app, counting))
    }
}
