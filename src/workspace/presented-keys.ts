import type { App } from '../platform/index.ts'
import { hashKey } from './key-hash.ts'

/** `isSample`: it belongs to a sample workspace, which takes nothing real. */
export type WriteKey = { keyId: string; workspaceId: string; sourceId: string; isSample: boolean }
type Remembered = { found: WriteKey | undefined; until: number }

/** A key revoked in another copy of the program stops here within this time. */
const rememberedMs = 5000
/** Wrong keys are remembered too, so that a flood of them does not reach PostgreSQL. */
const rememberedAtMost = 10_000

const memories = new WeakMap<App, Map<string, Remembered>>()

/** The write key somebody presents, if it is one and not revoked. Remembered for up to five seconds. */
export async function findWriteKey(app: App, presented: string): Promise<WriteKey | undefined> {
  if (presented === '' || presented.length > 200) return undefined
  const memory = memoryOf(app)
  const hash = hashKey(presented)
  const now = app.clock.now().getTime()
  const remembered = memory.get(hash)
  if (remembered && remembered.until > now) return remembered.found
  const found = await readWriteKey(app, hash)
  if (memory.size >= rememberedAtMost) memory.clear()
  memory.set(hash, { found, until: now + rememberedMs })
  if (found) await noteUse(app, found.keyId)
  return found
}

/** Forgets what is remembered, after a key was revoked here. */
export function forgetKeys(app: App): void {
  memories.get(app)?.clear()
}

export type SecretKey = { keyId: string; workspaceId: string; name: string; scopes: readonly string[] }

/** The secret key somebody presents, if it is one and not revoked. */
export async function findSecretKey(app: App, presented: string): Promise<SecretKey | undefined> {
  if (presented === '' || presented.length > 200) return undefined
  const found = await app.pg
    .selectFrom('keys')
    .select(['id', 'workspace_id', 'name', 'scopes'])
    .where('hash', '=', hashKey(presented))
    .where('kind', '=', 'secret')
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!found) return undefined
  await noteUse(app, found.id)
  return { keyId: found.id, workspaceId: found.workspace_id, name: found.name, scopes: found.scopes }
}

async function readWriteKey(app: App, hash: string): Promise<WriteKey | undefined> {
  const found = await app.pg
    .selectFrom('keys')
    .innerJoin('sources', (join) =>
      join
        .onRef('sources.key_id', '=', 'keys.id')
        .onRef('sources.workspace_id', '=', 'keys.workspace_id')
        .on('sources.kind', '=', 'events'),
    )
    .innerJoin('workspaces', 'workspaces.id', 'keys.workspace_id')
    .select([
      'keys.id as keyId',
      'keys.workspace_id as workspaceId',
      'sources.id as sourceId',
      'workspaces.is_sample as isSample',
    ])
    .where('keys.hash', '=', hash)
    .where('keys.kind', '=', 'write')
    .where('keys.revoked_at', 'is', null)
    .executeTakeFirst()
  return found
}

/** Kept to the minute: enough to see which keys nobody uses, without a write for each request. */
async function noteUse(app: App, keyId: string): Promise<void> {
  const now = app.clock.now()
  await app.pg
    .updateTable('keys')
    .set({ last_used_at: now })
    .where('id', '=', keyId)
    .where((where) =>
      where.or([
        where('last_used_at', 'is', null),
        where('last_used_at', '<', new Date(now.getTime() - 60_000)),
      ]),
    )
    .execute()
}

function memoryOf(app: App): Map<string, Remembered> {
  const before = memories.get(app)
  if (before) return before
  const memory = new Map<string, Remembered>()
  memories.set(app, memory)
  return memory
}
