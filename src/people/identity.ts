import { sql } from 'kysely'
import { type App, type PostgresTransaction, encodeText } from '../platform/index.ts'
import { lockPeople } from './lock.ts'

export type Writing = { app: App; tx: PostgresTransaction; workspaceId: string }

/**
 * Tells ClickHouse whose events an identifier's are. Called before the transaction ends: a row whose person is rolled back
 * points to nobody, and a missing row would never be written again.
 */
export async function writeIdentity(
  { app, tx, workspaceId }: Writing,
  identifiers: readonly { kind: string; value: string; personNo: number }[],
): Promise<void> {
  const found = await sql<{ version: number }>`select nextval('identity_version') as version`.execute(tx)
  const version = found.rows[0]?.version ?? 0
  const lines = identifiers.map(
    ({ kind, value, personNo }) =>
      `{"workspace_id":"${workspaceId}","kind":${JSON.stringify(encodeText(kind))},"value":${JSON.stringify(encodeText(value))},"person":${personNo},"version":${version}}`,
  )
  await app.ch.insertLines('identity (workspace_id, kind, value, person, version)', lines)
}

/** Tells ClickHouse of every identifier of a person as it is now; for what is decided only once a transaction has ended. */
export async function rewriteIdentity(
  app: App,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    // No other change of who is who between what is read and the version it is written under.
    await lockPeople(tx, workspaceId)
    const identifiers = await tx
      .selectFrom('identifiers')
      .select(['kind', 'value'])
      .where('workspace_id', '=', workspaceId)
      .where('person_no', '=', personNo)
      .execute()
    const rows = identifiers.map((row) => ({ ...row, personNo }))
    if (rows.length > 0) await writeIdentity({ app, tx, workspaceId }, rows)
  })
}
