import { sql } from 'kysely'
import { z } from 'zod'
import { type App, route } from '../platform/index.ts'
import { WorkspaceId, audit, memberOrKey } from '../workspace/index.ts'
import { furtherNames } from './left-out.ts'
import { art9Grounds } from './trait.ts'
import { releaseHeld } from './traits.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })

export const heldRoutes = [
  route('GET /api/w/{workspaceId}/held-traits', {
    summary: 'Traits of a special category: held back, or with the ground somebody stated',
    access: memberOrKey('sources.read'),
    params: inWorkspace,
    answer: z.object({
      traits: z.array(
        z.object({
          trait: z.string(),
          special: z.string(),
          ground: z.string().nullable(),
          people: z.int(),
          /** How many values of this name events came without; they lie sealed for a month. */
          leftOut: z.int(),
          sourceIds: z.array(z.string()),
        }),
      ),
      /** How many values events came without in the last month, or wait for a ground, under further names: more than {@link mostNewNames} a day are not listed. */
      further: z.int(),
    }),
    handle: async ({ app, params }) => ({
      traits: await listSpecial(app, params.workspaceId),
      further: await countFurther(app, params.workspaceId),
    }),
  }),
  route('POST /api/w/{workspaceId}/held-traits/release', {
    summary: 'State the Art. 9 ground of a trait and let its facts in',
    access: memberOrKey('consent.write'),
    params: inWorkspace,
    body: z.object({ trait: z.string().min(1).max(2000), ground: z.enum(art9Grounds) }),
    answer: z.object({ released: z.int() }),
    handle: async ({ app, actor, params, body }) => {
      const { workspaceId } = params
      const released = await releaseHeld(app, { workspaceId, ...body })
      await audit(app, {
        workspaceId,
        actor,
        action: 'people.special category released',
        detail: { ...body, released },
      })
      return { released }
    },
  }),
] as const

async function listSpecial(app: App, workspaceId: string) {
  const rows = await sql<{
    trait: string
    special: string
    ground: string | null
    people: number
    leftOut: number
    sources: string[] | null
  }>`
    select d.trait, d.special, d.art9_ground as ground, count(distinct h.person_no) as people,
      coalesce(max(l.times), 0) as "leftOut",
      array_agg(distinct h.source_id::text) filter (where h.source_id is not null) as sources
    from trait_definitions d left join held_facts h on h.workspace_id = d.workspace_id and h.trait = d.trait
      left join left_out_properties l on l.workspace_id = d.workspace_id and l.name = d.trait and l.why = 'special'
    where d.workspace_id = ${workspaceId} and d.special is not null and d.listed
    group by d.trait, d.special, d.art9_ground order by d.art9_ground is not null, d.trait`.execute(app.pg)
  return rows.rows.map(({ sources, ...row }) => ({ ...row, sourceIds: sources ?? [] }))
}

/** Properties of further names lie sealed for a month, and are not spoken of afterwards; traits wait without that limit. */
async function countFurther(app: App, workspaceId: string): Promise<number> {
  const since = new Date(app.clock.now().getTime() - 30 * 86_400_000)
  const { rows } = await sql<{ further: number }>`
    select coalesce((select times from left_out_properties where workspace_id = ${workspaceId} and name = ${furtherNames} and why = 'special'
        and newest > ${since}::timestamptz), 0)
      + (select count(*) from trait_definitions d join held_facts h on h.workspace_id = d.workspace_id and h.trait = d.trait
        where d.workspace_id = ${workspaceId} and not d.listed) as further`.execute(app.pg)
  return rows[0]?.further ?? 0
}
