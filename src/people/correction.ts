import type { App } from '../platform/index.ts'
import { writeFacts } from './facts.ts'
import { guessSpecialByName, heldAs } from './special-names.ts'
import { defineTraits } from './traits.ts'

/**
 * Writes a trait by hand: told by the person, from the source of what is entered by hand. An empty text says it is not known. A trait
 * nobody has defined whose name says a special category is held back from the start.
 */
export async function correctTrait(
  app: App,
  given: { workspaceId: string; sourceId: string; personNo: number; trait: string; text: string },
): Promise<{ held: boolean }> {
  const { workspaceId, sourceId, personNo, trait, text } = given
  const definition = await app.pg
    .selectFrom('trait_definitions')
    .select(['type', 'class'])
    .where('workspace_id', '=', workspaceId)
    .where('trait', '=', trait)
    .executeTakeFirst()
  const guess = definition === undefined ? guessSpecialByName(trait) : null
  if (guess !== null)
    await defineTraits(app, {
      workspaceId,
      traits: [{ trait, type: 'text', class: 'demographic', special: heldAs[guess.category] }],
    })
  const isNumber = definition === undefined || definition.type === 'number' || definition.type === 'integer'
  const num = isNumber && /^-?\d+([.]\d+)?$/.test(text.trim()) ? Number(text) : null
  const fact = { personNo, trait, text: text.trim(), num, origin: 'told', at: app.clock.now() } as const
  const written = await writeFacts(app, {
    workspaceId,
    sourceId,
    facts: [{ ...fact, class: definition?.class ?? 'demographic' }],
  })
  return { held: written.held > 0 }
}
