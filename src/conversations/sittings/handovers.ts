/** Who led a sitting before somebody else did: what they began and noted without the network stays theirs, and arrives. */
import { sql } from 'kysely'
import type { App, PostgresTransaction } from '../../platform/index.ts'

type Place = { app: App; tx: PostgresTransaction }

/** Keeps that a sitting was given from one member to another, or to nobody yet. Nothing where nobody led it before. */
export async function keepHandover(
  { app, tx }: Place,
  given: { workspaceId: string; sittingId: string; from: string | null; to: string | null },
): Promise<void> {
  const { workspaceId, sittingId, from, to } = given
  if (from === null || from === to) return
  await sql`
    insert into sitting_handovers (sitting_id, workspace_id, from_member, to_member, at)
    values (${sittingId}, ${workspaceId}, ${from}, ${to}, ${app.clock.now()})`.execute(tx)
}

/** Whether somebody led a sitting before it was given to another, or taken over. */
export async function ledBefore(
  pg: App['pg'] | PostgresTransaction,
  { sittingId, memberId }: { sittingId: string; memberId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from sitting_handovers where sitting_id = ${sittingId} and from_member = ${memberId} limit 1`.execute(
    pg,
  )
  return rows.length > 0
}
