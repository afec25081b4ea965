import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'

/** Shorter identifiers stand in too many lines by chance; such lines go after a month like all others. */
const shortest = 5

/**
 * Empties rejected lines, and removes refused events, in which an identifier of somebody erased stands: those have no person to be
 * found by later. Called in the transaction that lets the identifiers themselves go.
 */
export async function forgetLines(
  tx: PostgresTransaction,
  { workspaceId, identifiers }: { workspaceId: string; identifiers: readonly string[] },
): Promise<void> {
  const values = identifiers.filter((value) => value.length >= shortest)
  if (values.length === 0) return
  await sql`
    update import_rejects set raw = '', reason = 'erased', message = 'This person asked to be erased. The line is not kept.'
    where workspace_id = ${workspaceId} and raw <> ''
      and exists (select from unnest(${values}::text[]) as said (value) where strpos(lower(raw), lower(value)) > 0)`.execute(
    tx,
  )
  const inJson = values.map((value) => JSON.stringify(value))
  await sql`
    delete from refused_events where workspace_id = ${workspaceId}
      and exists (select from unnest(${inJson}::text[]) as said (value) where strpos(lower(body), lower(value)) > 0)`.execute(
    tx,
  )
}
