import { sql } from 'kysely'
import { type App, encodeText, keyedHash } from '../platform/index.ts'
import { type Identifier, normaliseIdentifier } from './identifier.ts'

/** What is kept of an erased identifier: enough to know it again, not to read it (HMAC-SHA-256 with the installation's secret). */
function suppressionHash(
  app: Pick<App, 'secret'>,
  { workspaceId, identifier }: { workspaceId: string; identifier: Identifier },
): string {
  return keyedHash(app.secret)
    .update(`${workspaceId}\n${identifier.kind}\n${encodeText(identifier.value)}`)
    .digest('base64url')
}

/** The hashes an identifier is known again by: its own, and for an address under another kind (a user number) the address's. */
export function suppressionHashes(
  app: Pick<App, 'secret'>,
  { workspaceId, identifier }: { workspaceId: string; identifier: Identifier },
): string[] {
  const own = suppressionHash(app, { workspaceId, identifier })
  const address = identifier.kind === 'email' ? undefined : asAddress(identifier.value)
  return address === undefined ? [own] : [own, suppressionHash(app, { workspaceId, identifier: address })]
}

/** Whether this identifier belonged to somebody who was erased: nobody writes to them, and no import brings them back. */
export async function isSuppressed(
  app: App,
  { workspaceId, identifier }: { workspaceId: string; identifier: Identifier },
): Promise<boolean> {
  const hashes = suppressionHashes(app, { workspaceId, identifier })
  return (await suppressedOf(app.pg, { workspaceId, hashes })).size > 0
}

/** Those of the texts that are an address of somebody erased, however it is written (capitals, spaces around it). */
export async function erasedAddresses(
  app: App,
  { workspaceId, texts }: { workspaceId: string; texts: Iterable<string> },
): Promise<Set<string>> {
  const asked = [...new Set(texts)].flatMap((text) => {
    const identifier = asAddress(text)
    return identifier === undefined ? [] : [{ text, hash: suppressionHash(app, { workspaceId, identifier }) }]
  })
  const found = await suppressedOf(app.pg, { workspaceId, hashes: asked.map(({ hash }) => hash) })
  return new Set(asked.filter(({ hash }) => found.has(hash)).map(({ text }) => text))
}

/** Those of the hashes that are kept of somebody erased. */
async function suppressedOf(
  pg: App['pg'],
  { workspaceId, hashes }: { workspaceId: string; hashes: readonly string[] },
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await pg
    .selectFrom('suppressions')
    .select('hash')
    .where('workspace_id', '=', workspaceId)
    // One value however many are asked: a file may bring more than a statement takes.
    .where('hash', '=', sql<string>`any(${[...hashes]}::text[])`)
    .execute()
  return new Set(rows.map((row) => row.hash))
}

/** Whether a text may be an address; cheap, for texts by the thousand. */
export function mayBeAddress(text: string): boolean {
  return text.length <= 500 && text.includes('@')
}

function asAddress(text: string): Identifier | undefined {
  return mayBeAddress(text) ? normaliseIdentifier({ kind: 'email', value: text }) : undefined
}
