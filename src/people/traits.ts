import { sql } from 'kysely'
import { type App, Problem } from '../platform/index.ts'
import { type Fact, factLines } from './facts.ts'
import { holdBackFacts } from './held-back.ts'
import { forgetHeldNames } from './held-names.ts'
import { lockPeople } from './lock.ts'
import {
  type Art9Ground,
  type Origin,
  type TraitDefinition,
  art9Grounds,
  origins,
  specialCategories,
} from './trait.ts'

/**
 * Says what traits are. Defining one again changes type and class; a special category and a ground stated before stay, since only a
 * ground opens what is special. Facts of a special category without a ground are held back by `writeFacts`; what was written before a
 * trait became special is taken out.
 */
export async function defineTraits(
  app: App,
  {
    workspaceId,
    traits,
  }: {
    workspaceId: string
    traits: readonly (Omit<TraitDefinition, 'art9Ground' | 'special' | 'type'> & {
      type: string
      special?: string | null
      art9Ground?: Art9Ground | null
      /** False where events brought it: it stands in the list of special categories once `announceHeld` has a place for it. */
      listed?: boolean
    })[]
  },
): Promise<void> {
  if (traits.length === 0) return
  const last = [...new Map(traits.map((trait) => [trait.trait, trait])).values()]
  const rows = await app.pg.transaction().execute(async (tx) => {
    const { rows: defined } = await sql<Defined>`
    insert into trait_definitions (workspace_id, trait, type, class, special, art9_ground, held, listed)
    select ${workspaceId}::uuid, trait, type, class, special, ground, special is not null and ground is null, listed
    from unnest(${last.map(({ trait }) => trait)}::text[], ${last.map(({ type }) => type)}::text[],
      ${last.map((trait) => trait.class)}::text[], ${last.map(({ special }) => special ?? null)}::text[],
      ${last.map(({ art9Ground }) => art9Ground ?? null)}::text[], ${last.map(({ listed }) => listed ?? true)}::boolean[])
      as given (trait, type, class, special, ground, listed) order by trait
    on conflict (workspace_id, trait) do update set type = excluded.type, class = excluded.class,
      special = coalesce(excluded.special, trait_definitions.special),
      art9_ground = coalesce(excluded.art9_ground, trait_definitions.art9_ground),
      held = coalesce(excluded.special, trait_definitions.special) is not null
        and coalesce(excluded.art9_ground, trait_definitions.art9_ground) is null,
      listed = trait_definitions.listed or excluded.listed
    returning trait, special, held, coalesce(old.held, false) as "wasHeld"`.execute(tx)
    // What events have of that name in the open is sealed.
    if (defined.some(({ held, wasHeld }) => held && !wasHeld))
      await app.outbox.publish(tx, { workspaceId, topic: 'special.decided', payload: {} })
    return defined
  })
  forgetHeldNames(app, workspaceId)
  const held = rows.flatMap(({ trait, special, held: isHeld }) =>
    isHeld ? [{ trait, special: special ?? '' }] : [],
  )
  await holdBackFacts(app, { workspaceId, traits: held })
}

type Defined = { trait: string; special: string | null; held: boolean; wasHeld: boolean }

/** Every trait defined in a workspace, by name. */
export async function listTraits(app: App, workspaceId: string): Promise<TraitDefinition[]> {
  const rows = await app.pg
    .selectFrom('trait_definitions')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('trait')
    .execute()
  return rows.map((row) => ({
    trait: row.trait,
    type: row.type,
    class: row.class,
    special:
      specialCategories.find((special) => special === row.special) ??
      (row.special === null ? null : 'health'),
    art9Ground: art9Grounds.find((ground) => ground === row.art9_ground) ?? null,
  }))
}

/**
 * States the Art. 9(2) ground of a trait held back and lets its facts go on to where facts are. Returns how many went. May be called again
 * after a crash: a fact released twice is one fact.
 */
export async function releaseHeld(
  app: App,
  { workspaceId, trait, ground }: { workspaceId: string; trait: string; ground: Art9Ground },
): Promise<number> {
  const definition = await app.pg.transaction().execute(async (tx) => {
    // Who keeps values of that name sealed looks again at what may be kept.
    await app.outbox.publish(tx, { workspaceId, topic: 'special.decided', payload: {} })
    return tx
      .updateTable('trait_definitions')
      .set({ art9_ground: ground, held: false, listed: true })
      .where('workspace_id', '=', workspaceId)
      .where('trait', '=', trait)
      .returning('class')
      .executeTakeFirst()
  })
  if (definition === undefined)
    throw new Problem({
      id: 'no-such-trait',
      status: 404,
      detail: 'There is no such trait in this workspace.',
    })
  forgetHeldNames(app, workspaceId)
  let released = 0
  for (let more = true; more;) {
    const count = await releaseBatch(app, { workspaceId, trait, class: definition.class })
    released += count
    more = count > 0
  }
  return released
}

async function releaseBatch(
  app: App,
  { workspaceId, ...trait }: { workspaceId: string; trait: string; class: string },
): Promise<number> {
  return app.pg.transaction().execute(async (tx) => {
    // A merge meanwhile would take along what has gone on already.
    await lockPeople(tx, workspaceId)
    const taken = await sql<{
      source_id: string
      person_no: number
      value: string
      at: Date
      origin: string
    }>`
      delete from held_facts where id in (
        select id from held_facts where workspace_id = ${workspaceId} and trait = ${trait.trait} order by source_id limit 20000)
      returning source_id, person_no, value, at, origin`.execute(tx)
    const bySource = Map.groupBy(taken.rows, (row) => row.source_id)
    for (const [sourceId, rows] of bySource) {
      const facts = rows.map((row): Fact => ({
        personNo: row.person_no,
        trait: trait.trait,
        class: trait.class,
        text: row.value,
        num: asNumber(row.value),
        origin: asOrigin(row.origin),
        at: row.at,
      }))
      await app.ch.insertLines('facts_in', await factLines(app, { workspaceId, sourceId, facts }))
    }
    return taken.rows.length
  })
}

function asNumber(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

function asOrigin(text: string): Origin {
  return origins.find((origin) => origin === text) ?? 'told'
}
