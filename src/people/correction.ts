import type { App } from '../platform/index.ts'
import { writeFacts } from './facts.ts'

/** Writes a trait by hand: told by the person, from the source of what is entered by hand. An empty text says it is not known. */
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
