/** Which traits and events there are to describe people by: of people who may be analysed, never of special categories. */
import { z } from 'zod'
import { atLeast, freshPermission, mayBitmapSql } from '../consent/index.ts'
import { heldNames, listTraits } from '../people/index.ts'
import { ch, type App } from '../platform/index.ts'
import { roundest } from './levels.ts'

export const knownTypes = ['number', 'category', 'boolean', 'date', 'text'] as const
export type KnownType = (typeof knownTypes)[number]

export type KnownTrait = {
  trait: string
  type: KnownType
  class: string
  /** Of how many people it is known, and how many different values it has. */
  people: number
  distinct: number
}

const unusable = new Set(['email', 'phone', 'identifier', 'url', 'free-text'])
const Counted = z.object({ trait: z.string(), people: z.number(), numbers: z.number(), distinct: z.number() })

/**
 * Every trait that may describe people, or that is known of some of them, best known first: not identifiers, and not what is of a special
 * category, with or without a stated ground.
 */
export async function knownTraits(
  app: App,
  { workspaceId, among }: { workspaceId: string; among?: readonly number[] | undefined },
): Promise<KnownTrait[]> {
  if (among?.length === 0) return []
  const defined = new Map((await listTraits(app, workspaceId)).map((trait) => [trait.trait, trait]))
  await freshPermission(app, workspaceId)
  const may = mayBitmapSql({ workspaceId, purpose: 'analysis', among })
  const only = among === undefined ? ch.sql`` : ch.sql` AND person IN ${ch.u32s(among)}`
  const counted = await app.ch.query(
    ch.sql`SELECT trait, count() AS people, countIf(num IS NOT NULL) AS numbers, uniqCombined(text) AS distinct
FROM traits FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND text != ''${only} AND bitmapContains((${may}), person)
GROUP BY trait ORDER BY people DESC, trait LIMIT 2000`,
    Counted,
  )
  return counted.flatMap(({ trait, people, numbers, distinct }) => {
    const definition = defined.get(trait)
    if (definition !== undefined && (definition.special !== null || unusable.has(definition.type))) return []
    const type = definition === undefined ? guessType(numbers, people) : asKnown(definition.type)
    return [{ trait, type, class: definition?.class ?? 'none', people, distinct }]
  })
}

export type TraitValues = {
  /** The commonest values that at least `minimum` people share, with a multiple of it that they are at least. */
  values: { text: string; people: number }[]
  /** Round numbers that cut people into five groups of about equal size; empty for what is no number. */
  cuts: number[]
}

/** What a trait looks like, without a figure about fewer than `minimum` people. */
export async function traitValues(
  app: App,
  given: { workspaceId: string; trait: string; minimum: number },
): Promise<TraitValues> {
  const { workspaceId, trait, minimum } = given
  const definitions = await listTraits(app, workspaceId)
  const definition = definitions.find((found) => found.trait === trait)
  if (definition !== undefined && (definition.special !== null || unusable.has(definition.type)))
    return { values: [], cuts: [] }
  await freshPermission(app, workspaceId)
  const may = mayBitmapSql({ workspaceId, purpose: 'analysis' })
  const those = ch.sql`FROM traits FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait = ${ch.text(trait)} AND text != '' AND bitmapContains((${may}), person)`
  const values = await app.ch.query(
    ch.sql`SELECT text, count() AS people ${those} GROUP BY text HAVING people >= ${ch.u32(minimum)} ORDER BY people DESC, text LIMIT 100`,
    z.object({ text: z.string(), people: z.number() }),
  )
  const [numbers] = await app.ch.query(
    ch.sql`SELECT countIf(num IS NOT NULL) AS people, arrayFilter(q -> isFinite(q), quantiles(0.16, 0.24, 0.36, 0.44, 0.56, 0.64, 0.76, 0.84)(num)) AS quantiles ${those}`,
    z.object({ people: z.number(), quantiles: z.array(z.number()) }),
  )
  const isMany = numbers !== undefined && numbers.people >= 5 * minimum
  const told = values.map(({ text, people }) => ({ text, people: atLeast(people, minimum) }))
  return { values: told, cuts: isMany ? cutsOf(numbers.quantiles) : [] }
}

/** Names of the events there are, commonest first. A name is no figure about anybody, so it is listed however rare. */
export async function knownEvents(app: App, workspaceId: string): Promise<string[]> {
  const rows = await app.ch.query(
    ch.sql`SELECT name, count() AS events FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} AND held = 0 AND name != ''
GROUP BY name ORDER BY events DESC, name LIMIT 1000`,
    z.object({ name: z.string() }),
  )
  return rows.map((row) => row.name)
}

/** Which properties come with an event, read from some two thousand of them; never one of a special category without its ground. */
export async function eventProperties(
  app: App,
  { workspaceId, event }: { workspaceId: string; event: string },
): Promise<string[]> {
  const [row] = await app.ch.query(
    ch.sql`SELECT groupUniqArrayArray(50)(JSONExtractKeys(properties)) AS names FROM (
  SELECT properties FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} AND held = 0 AND name = ${ch.text(event)}
  ORDER BY day DESC LIMIT 2000)`,
    z.object({ names: z.array(z.string()) }),
  )
  const isHeld = await heldNames(app, workspaceId)
  return (row?.names ?? []).filter((name) => !isHeld(name)).toSorted()
}

function guessType(numbers: number, people: number): KnownType {
  return numbers === people ? 'number' : 'category'
}

function asKnown(type: string): KnownType {
  return knownTypes.find((known) => known === type) ?? 'text'
}

/** Between each pair of neighbours (a fifth less and more 4 %) the roundest number. */
function cutsOf(quantiles: readonly number[]): number[] {
  const cuts: number[] = []
  for (let at = 0; at + 1 < quantiles.length; at += 2) {
    const [above = 0, upTo = 0] = [quantiles[at], quantiles[at + 1]]
    const cut = above === upTo ? above : roundest({ above, upTo, wanted: (above + upTo) / 2 })
    if (cut !== cuts.at(-1)) cuts.push(cut)
  }
  return cuts
}
