import { sql } from 'kysely'
import { noticesOf, type App, type PostgresTransaction } from '../platform/index.ts'

const channel = 'coding_changed'
/** Milliseconds an asker waits for news before being told that there are none; below what proxies allow. */
const patience = 20_000

/**
 * Tells everybody who looks at a workspace's coding that it has changed, when this transaction is committed. The last thing a transaction does:
 * the number is held until then.
 */
export async function tellCoders(tx: PostgresTransaction, workspaceId: string): Promise<void> {
  await sql`
    with told as (
      insert into coding_changes (workspace_id) values (${workspaceId})
      on conflict (workspace_id) do update set version = coding_changes.version + 1 returning workspace_id::text
    ) select pg_notify(${channel}, workspace_id) from told`.execute(tx)
}

/** The same where the words themselves are no longer what they were, or may be read no longer. */
export async function tellReaders(tx: PostgresTransaction | App['pg'], workspaceId: string): Promise<void> {
  await sql`
    with told as (
      insert into coding_changes (workspace_id, said) values (${workspaceId}, 1)
      on conflict (workspace_id) do update set version = coding_changes.version + 1, said = coding_changes.version + 1
      returning workspace_id::text
    ) select pg_notify(${channel}, workspace_id) from told`.execute(tx)
}

type Newest = { version: number; said: number }

/**
 * The number of the newest change, and of the newest that touched the words. Where the first is the one that is known (`since`), waits for the
 * next, at most twenty seconds. Whoever asks again with what they were told misses nothing, whichever copy of the program they ask.
 */
export async function nextChange(
  app: App,
  asked: { workspaceId: string; since: number | undefined; signal: AbortSignal },
): Promise<Newest> {
  const { workspaceId, since, signal } = asked
  const before = await newestOf(app.pg, workspaceId)
  if (before.version !== since) return before
  const end = new AbortController()
  const { heard } = await noticesOf(app.pg).listen({
    channel,
    payload: workspaceId,
    ms: patience,
    signal: AbortSignal.any([signal, end.signal]),
  })
  // What was committed between the first look and listening said its notice to nobody.
  const between = await newestOf(app.pg, workspaceId)
  if (between.version === since) await heard
  else end.abort()
  return between.version === since ? newestOf(app.pg, workspaceId) : between
}

async function newestOf(pg: App['pg'], workspaceId: string): Promise<Newest> {
  const row = await pg
    .selectFrom('coding_changes')
    .select(['version', 'said'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  return row ?? { version: 0, said: 0 }
}
