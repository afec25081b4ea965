import { createHmac } from 'node:crypto'
import { type App, encodeText } from '../platform/index.ts'
import type { Identifier } from './identifier.ts'

/** What is kept of an erased identifier: enough to know it again, not to read it (HMAC-SHA-256 with the installation's secret). */
export function suppressionHash(
  app: Pick<App, 'secret'>,
  { workspaceId, identifier }: { workspaceId: string; identifier: Identifier },
): string {
  return createHmac('sha256', app.secret)
    .update(`${workspaceId}\n${identifier.kind}\n${encodeText(identifier.value)}`)
    .digest('base64url')
}

/** Whether this identifier belonged to somebody who was erased: nobody writes to them, and no import brings them back. */
export async function isSuppressed(
  app: App,
  { workspaceId, identifier }: { workspaceId: string; identifier: Identifier },
): Promise<boolean> {
  const found = await app.pg
    .selectFrom('suppressions')
    .select('hash')
    .where('workspace_id', '=', workspaceId)
    .where('hash', '=', suppressionHash(app, { workspaceId, identifier }))
    .executeTakeFirst()
  return found !== undefined
}
