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
/** Anybody with the key in a web page may make up names; those beyond are counted together, as {@link furtherNames}. Special ones have a number a day of their own. */
const mostNames = 200
/** What names that are not listed are counted under. */
export const furtherNames = '…'

/**
 * Adds up how often values of a name were not kept. Resolved means on disk. Calls that come while one is being written are written together: where every
 * event names the same, each would wait for the row of the one before.
 */
export function countLeftOut(
  app: App,
  { workspaceId, leftOut }: { workspaceId: string; leftOut: readonly LeftOutValue[] },
): Promise<void> {
  if (leftOut.length === 0) return Promise.resolve()
  const line = lines.get(app.pg) ?? { waiting: [], writing: Promise.resolve(), next: undefined }
  lines.set(app.pg, line)
  line.waiting.push(...leftOut.map(({ name, why }) => ({ workspaceId, name, why })))
  line.next ??= line.writing
    // Whoever waited for it was told.
    .catch(() => undefined)
    .then(() => {
      const batch = line.waiting
      line.waiting = []
      line.next = undefined
      line.writing = addUp(app, batch)
      return line.writing
    })
  return line.next
}

type Counted = LeftOutValue & { workspaceId: string }
type Line = { waiting: Counted[]; writing: Promise<void>; next: Promise<void> | undefined }
const lines = new WeakMap<App['pg'], Line>()

async function addUp(app: App, batch: readonly Counted[]): Promise<void> {
  const groups = [
    ...Map.groupBy(batch, ({ workspaceId, name, why }) => `${workspaceId} ${why} ${name}`).values(),
  ].flatMap((group) => (group[0] === undefined ? [] : [{ ...group[0], times: group.length }]))
  // Two copies of the program take the rows in the same order.
  await sql`
    with told as (select * from unnest(${groups.map(({ workspaceId }) => workspaceId)}::uuid[],
      ${groups.map(({ name }) => encodeText(name).slice(0, longestName))}::text[],
      ${groups.map(({ why }) => why)}::text[], ${groups.map(({ times }) => times)}::bigint[]) as one (workspace_id, name, why, times)),
    listed as (select workspace_id, why, name from left_out_properties
      where (workspace_id, why) in (select workspace_id, why from told where why <> 'special')),
    placed as (
      select workspace_id, why, times, case when why = 'special' or (workspace_id, why, name) in (select workspace_id, why, name from listed)
        or (select count(*) from listed where listed.workspace_id = told.workspace_id and listed.why = told.why)
          + dense_rank() over (partition by workspace_id, why order by name) <= ${mostNames} then name else ${furtherNames} end as name
      from told)
    insert into left_out_properties (workspace_id, name, why, times, newest)
    select workspace_id, name, why, sum(times), ${app.clock.now()}::timestamptz
    from placed group by workspace_id, name, why order by workspace_id, name, why
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
