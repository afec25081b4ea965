import { sql } from 'kysely'
import { z } from 'zod'
import { type App, encodeText } from '../platform/index.ts'

/**
 * Why a value came in without effect: its name says a special category without a ground, it is the address of somebody erased, or a word of consent that
 * is not understood.
 */
export const whyLeftOut = ['special', 'erased', 'unread'] as const
type WhyLeftOut = (typeof whyLeftOut)[number]
export type LeftOutValue = { name: string; why: WhyLeftOut }
type LeftOut = LeftOutValue & { times: number }

const mostListed = 50
const longestName = 200

/** Adds up how often values of a name were not kept. Resolved means on disk. */
export async function countLeftOut(
  app: App,
  { workspaceId, leftOut }: { workspaceId: string; leftOut: readonly LeftOutValue[] },
): Promise<void> {
  if (leftOut.length === 0) return
  const groups = [...Map.groupBy(leftOut, ({ name, why }) => `${why} ${name}`).values()]
  // Two calls at once take the rows in the same order.
  await sql`
    insert into left_out_properties (workspace_id, name, why, times, newest)
    select ${workspaceId}::uuid, name, why, sum(times), ${app.clock.now()}::timestamptz
    from unnest(${groups.map(([one]) => encodeText(one?.name ?? '').slice(0, longestName))}::text[],
      ${groups.map(([one]) => one?.why ?? 'special')}::text[], ${groups.map((group) => group.length)}::bigint[]) as told (name, why, times)
    group by name, why order by name, why
    on conflict (workspace_id, name, why) do update
      set times = left_out_properties.times + excluded.times, newest = excluded.newest`.execute(app.pg)
}

/** What was not kept so far, the commonest first; at most fifty names. */
export async function listLeftOut(app: App, workspaceId: string): Promise<LeftOut[]> {
  const rows = await app.pg
    .selectFrom('left_out_properties')
    .select(['name', 'why', 'times'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('times', 'desc')
    .orderBy('name')
    .limit(mostListed)
    .execute()
  return rows.map((row) => ({ ...row, why: z.enum(whyLeftOut).parse(row.why) }))
}

/** Nothing is left out any more of names whose values may be kept by now. */
export async function settleLeftOut(app: App, workspaceId: string): Promise<void> {
  await sql`
    delete from left_out_properties l using trait_definitions d
    where l.workspace_id = ${workspaceId} and l.why = 'special' and d.workspace_id = l.workspace_id and d.trait = l.name and not d.held`.execute(
    app.pg,
  )
}
