import { sql } from 'kysely'
import { type App, encodeText, keyedHash } from '../platform/index.ts'
import { type Identifier, normaliseIdentifier } from './identifier.ts'
import { addressesInside, mentionsOf } from './mentions.ts'

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

/** What of texts belongs to somebody erased. */
export type Erased = {
  /** Whether a text is one of their addresses, however it is written (capitals, spaces around it). */
  is: (text: string) => boolean
  /** A text with a mark where one of them stands inside it. */
  without: (text: string) => string
}

/** What of the texts is, or holds, an address of somebody erased. */
export async function erasedAddresses(
  app: App,
  { workspaceId, texts }: { workspaceId: string; texts: Iterable<string> },
): Promise<Erased> {
  const asked = [...new Set([...new Set(texts)].flatMap(addressesIn))].map((value) => ({
    value,
    hash: suppressionHash(app, { workspaceId, identifier: { kind: 'email', value } }),
  }))
  const found = await suppressedOf(app.pg, { workspaceId, hashes: asked.map(({ hash }) => hash) })
  const erased = new Set(asked.flatMap(({ value, hash }) => (found.has(hash) ? [value] : [])))
  const mentions = mentionsOf([...erased])
  return {
    is: (text) => erased.size > 0 && erased.has(asAddress(text)?.value ?? ''),
    without: (text) => mentions.reduce((left, mention) => mention.without(left), text),
  }
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

/** Whether a text may be or hold an address; cheap, for texts by the thousand. */
export function mayHoldAddress(text: string): boolean {
  return text.includes('@') || text.includes('%40')
}

/** The addresses a text is or holds, as they are matched. */
function addressesIn(text: string): string[] {
  const whole = asAddress(text)
  const inside = addressesInside(text).flatMap((one) => asAddress(one) ?? [])
  return [...(whole === undefined ? [] : [whole]), ...inside].map(({ value }) => value)
}

function asAddress(text: string): Identifier | undefined {
  return text.length <= 500 && text.includes('@')
    ? normaliseIdentifier({ kind: 'email', value: text })
    : undefined
}
