import { sql } from 'kysely'
import type { PostgresTransaction } from '../platform/index.ts'

/** Who is who in a workspace changes one call after another, until the transaction ends. Taken before any row is locked. */
export async function lockPeople(tx: PostgresTransaction, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('people:' || ${workspaceId}, 0))`.execute(tx)
}
