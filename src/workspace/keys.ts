import { randomBytes } from 'node:crypto'
import { Problem, notFound, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import type { Actor } from './access.ts'
import { audit, type Doer } from './audit.ts'
import { hashKey, makeKey } from './key-hash.ts'
import { forgetKeys } from './presented-keys.ts'
import { PermissionName, type Permission } from './roles.ts'

export type NewKey = { kind: 'write'; name: string } | { kind: 'secret'; name: string; scopes: Permission[] }
type IssueKey = { workspaceId: string; actor: Doer & { userId?: string }; key: NewKey }

/** Makes a key and returns it: the only time it can be seen. Throws `name-taken` (409). */
export async function createKey(
  app: App,
  { workspaceId, actor, key }: { workspaceId: string; actor: Actor; key: NewKey },
): Promise<{ keyId: string; key: string }> {
  if (key.kind === 'secret' && actor.kind === 'key') {
    // Otherwise a key could give itself what it was not given.
    const more = key.scopes.find((scope) => !actor.scopes.includes(scope))
    if (more !== undefined)
      throw new Problem({
        id: 'missing-scope',
        status: 403,
        detail: `This key has no scope "${more}" itself, so it cannot give it to another key.`,
      })
  }
  return app.pg.transaction().execute((tx) => issueKey(tx, { workspaceId, actor, key }))
}

/** The same inside a transaction, e.g. of the setup. */
export async function issueKey(
  tx: PostgresTransaction,
  { workspaceId, actor, key: wanted }: IssueKey,
): Promise<{ keyId: string; key: string }> {
  const { key, hint } = makeKey({ kind: wanted.kind, random: randomBytes(32) })
  const createdBy = 'userId' in actor ? actor.userId : null
  const row = await tx
    .insertInto('keys')
    .values({
      workspace_id: workspaceId,
      kind: wanted.kind,
      name: wanted.name,
      hint,
      hash: hashKey(key),
      scopes: wanted.kind === 'secret' ? wanted.scopes : [],
      created_by: createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (wanted.kind === 'write')
    await openEventSource(tx, { workspaceId, keyId: row.id, name: wanted.name, createdBy })
  const action = `key.${wanted.kind}-created` as const
  await audit(tx, { workspaceId, actor, action, subject: { kind: 'key', id: row.id } })
  return { keyId: row.id, key }
}

// The catalogue of sources is a room above this one, which may not call it; but a write key without its source would
// be a key whose events belong nowhere, so the row is made in the same transaction. Its legal bases are left out on
// purpose: nothing collected by it may be used until somebody declares them (routes of the consent room).
async function openEventSource(
  tx: PostgresTransaction,
  given: { workspaceId: string; keyId: string; name: string; createdBy: string | null },
): Promise<void> {
  const made = await tx
    .insertInto('sources')
    .values({
      workspace_id: given.workspaceId,
      name: given.name,
      party: 'first',
      origin: 'observed',
      kind: 'events',
      key_id: given.keyId,
      created_by: given.createdBy,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return
  throw new Problem({
    id: 'name-taken',
    status: 409,
    detail: 'A source of this name exists already. Choose another name.',
  })
}

/** The workspace's keys, newest first, without the keys themselves. */
export async function listKeys(pg: Postgres, workspaceId: string) {
  const rows = await pg
    .selectFrom('keys')
    .leftJoin('sources', 'sources.key_id', 'keys.id')
    .select(['keys.id', 'keys.kind', 'keys.name', 'keys.hint', 'keys.scopes', 'sources.id as source_id'])
    .select(['keys.created_at', 'keys.last_used_at', 'keys.revoked_at'])
    .where('keys.workspace_id', '=', workspaceId)
    .orderBy('keys.id', 'desc')
    .execute()
  return rows.map((row) => ({
    keyId: row.id,
    kind: row.kind === 'write' ? ('write' as const) : ('secret' as const),
    name: row.name,
    hint: row.hint,
    scopes: PermissionName.array().parse(row.scopes),
    sourceId: row.source_id,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }))
}

/** Stops a key: here at once, in other copies of the program within five seconds. Twice does no harm. */
export async function revokeKey(
  app: App,
  { workspaceId, keyId, actor }: { workspaceId: string; keyId: string; actor: Actor },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('keys')
      .select('revoked_at')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', keyId)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw notFound('key')
    if (found.revoked_at) return
    await tx.updateTable('keys').set({ revoked_at: app.clock.now() }).where('id', '=', keyId).execute()
    await audit(tx, { workspaceId, actor, action: 'key.revoked', subject: { kind: 'key', id: keyId } })
  })
  forgetKeys(app)
}
