import { guessSpecialByName, heldAs, listTraits, type TraitDefinition } from '../../people/index.ts'
import type { App } from '../../platform/index.ts'
import type { OrderLineMapping } from '../files/index.ts'
import type { Grounds } from './import.ts'

type Asked = { workspaceId: string; mapping: OrderLineMapping; grounds: Grounds }

/**
 * The columns of a file of order lines that may not come in: of a special category (GDPR Art. 9), as the workspace has decided of a trait of
 * that name, or as their name or answers say where it has not, and without a ground.
 */
export async function heldColumns(
  app: App,
  { workspaceId, mapping, grounds }: Asked,
): Promise<ReadonlySet<string>> {
  const known = new Map((await listTraits(app, workspaceId)).map((trait) => [trait.trait, trait]))
  const held = mapping.properties.filter(({ column }) => {
    const trait = known.get(column)
    if (Object.hasOwn(grounds, column)) return false
    return trait === undefined
      ? specialOf(mapping, column) !== null
      : trait.special !== null && trait.art9Ground === null
  })
  return new Set(held.map(({ column }) => column))
}

/** Traits to define when order lines begin to come in: columns of a special category nobody has decided of, and those given a ground. */
export async function specialColumns(
  app: App,
  { workspaceId, mapping, grounds }: Asked,
): Promise<TraitDefinition[]> {
  const known = new Map((await listTraits(app, workspaceId)).map((trait) => [trait.trait, trait]))
  return mapping.properties.flatMap(({ column }): TraitDefinition[] => {
    const before = known.get(column)
    const ground = Object.hasOwn(grounds, column) ? (grounds[column] ?? null) : null
    if (before !== undefined)
      return before.special !== null && ground !== null ? [{ ...before, art9Ground: ground }] : []
    const special = specialOf(mapping, column)
    return special === null
      ? []
      : [{ trait: column, type: 'text', class: 'none', special, art9Ground: ground }]
  })
}

function specialOf(mapping: OrderLineMapping, column: string): TraitDefinition['special'] {
  const told = mapping.properties.find((property) => property.column === column)?.special ?? null
  const category = told ?? guessSpecialByName(column)?.category
  return category === undefined ? null : heldAs[category]
}
