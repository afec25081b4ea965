import { z } from 'zod'
import { seal, unseal, type App } from '../../platform/index.ts'
import { parseExactly } from './json-exact.ts'

/** What was said whole, as JSON texts. */
export type Said = { properties: string; traits: string; context: string }

export const Whole = z.object({
  properties: z.custom<object>(),
  traits: z.custom<object>(),
  context: z.custom<object>(),
})
type Whole = z.output<typeof Whole>
const box = (app: App, workspaceId: string) => ({
  secret: app.secret,
  purpose: 'held values of events',
  owner: workspaceId,
})

/** Seals what was said whole with the installation's key, so that the database alone does not tell it. */
export function sealSaid(app: App, { workspaceId, said }: { workspaceId: string; said: Said }): string {
  const { properties, traits, context } = said
  return sealText(app, {
    workspaceId,
    text: `{"properties":${properties},"traits":${traits},"context":${context}}`,
  })
}

/** The same for the text that {@link openSealedText} gave. */
export function sealText(app: App, { workspaceId, text }: { workspaceId: string; text: string }): string {
  return seal(text, box(app, workspaceId))
}

/** What was said whole; undefined where nothing is sealed, or by another installation. */
export function openSealed(app: App, given: { workspaceId: string; sealed: string }): Whole | undefined {
  const text = openSealedText(app, given)
  return text === undefined ? undefined : Whole.parse(parseExactly(text))
}

/** The same as JSON text. */
export function openSealedText(
  app: App,
  { workspaceId, sealed }: { workspaceId: string; sealed: string },
): string | undefined {
  if (sealed === '') return undefined
  try {
    return unseal(sealed, box(app, workspaceId))
  } catch (error) {
    app.log.error({ error }, 'held values of an event do not open with this installation’s key')
    return undefined
  }
}
