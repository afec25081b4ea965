import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { seal, unseal, type App } from '../platform/index.ts'

type Owner = { workspaceId: string }

const Name = z.tuple([z.string(), z.string()])

/** Seals what something is found by and how it is written. */
export function sealName(
  app: Pick<App, 'secret'>,
  { workspaceId, key, form }: Owner & { key: string; form: string },
): string {
  return seal(JSON.stringify([key, form]), boxOf(app, workspaceId))
}

export function openName(
  app: Pick<App, 'secret'>,
  { workspaceId, original }: Owner & { original: string },
): { key: string; form: string } {
  const [key, form] = Name.parse(JSON.parse(unseal(original, boxOf(app, workspaceId))))
  return { key, form }
}

/** Seals what stood in one place. */
export function sealForm(app: Pick<App, 'secret'>, { workspaceId, form }: Owner & { form: string }): string {
  return seal(form, boxOf(app, workspaceId))
}

export function openForm(app: Pick<App, 'secret'>, { workspaceId, form }: Owner & { form: string }): string {
  return unseal(form, boxOf(app, workspaceId))
}

/** A keyed hash to find a name by; different in every study. */
export function hashName(
  app: Pick<App, 'secret'>,
  { studyId, key }: { studyId: string; key: string },
): string {
  return createHmac('sha256', app.secret).update(`pseudonym\n${studyId}\n${key}`).digest('base64url')
}

const boxOf = (app: Pick<App, 'secret'>, owner: string) => ({
  secret: app.secret,
  purpose: 'pseudonyms',
  owner,
})
