import { sql } from 'kysely'
import type { PostgresTransaction } from '../platform/index.ts'

/**
 * Keeps people as they are until the transaction ends: whoever erases one of them, or joins them to another, waits and then finds what was written of them. Says who of
 * them is there.
 */
export async function holdPeople(
  tx: PostgresTransaction,
  { workspaceId, nos }: { workspaceId: string; nos: readonly number[] },
): Promise<Set<number>> {
  const { rows } = await sql<{ no: number }>`
    select no from people where workspace_id = ${workspaceId} and no = any(${[...nos]}::bigint[]) and merged_into is null
    order by no for share`.execute(tx)
  return new Set(rows.map(({ no }) => no))
}

/** Who is who in a workspace changes one call after another, until the transaction ends. Taken before any row is locked. */
export async function lockPeople(tx: PostgresTransaction, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('people:' || ${workspaceId}, 0))`.execute(tx)
}
