import { sql } from 'kysely'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { type Basis, type Purpose, purposeNumber, purposes } from './purposes.ts'
import { type Place, inTransaction, permissionChanged } from './place.ts'

/** Who says what a use rests on: a source, a write key or a study. */
export type Declarer = { kind: 'source' | 'key' | 'study'; id: string }
export type DeclaredBases = Partial<Record<Purpose, { basis: Basis; evidence?: string | undefined }>>

/**
 * Declares (or changes) what each purpose rests on for everybody who came through a source, a key or a study. Purposes left
 * out stay as they were.
 */
export async function declareBases(
  place: Place,
  given: { workspaceId: string; declarer: Declarer; bases: DeclaredBases; by: string | undefined },
): Promise<void> {
  const { workspaceId, declarer, by } = given
  await inTransaction(place, async (tx, outbox) => {
    for (const purpose of purposes) {
      const declared = given.bases[purpose]
      if (declared === undefined) continue
      await sql`
        insert into legal_bases (workspace_id, declarer_kind, declarer_id, purpose, basis, evidence, declared_by)
        values (${workspaceId}, ${declarer.kind}, ${declarer.id}, ${purposeNumber(purpose)}, ${declared.basis},
          ${declared.evidence ?? null}, ${by ?? null})
        on conflict (workspace_id, declarer_id, purpose) do update
          set basis = excluded.basis, evidence = excluded.evidence, declared_at = now(), declared_by = excluded.declared_by`.execute(
        tx,
      )
    }
    await sql`
      insert into permission_changes (workspace_id, person_nos)
      select ${workspaceId}::uuid, array_agg(person_no) from (
        select person_no, row_number() over () / 10000 as part from grounds
        where workspace_id = ${workspaceId} and declarer_id = ${declarer.id}) concerned
      group by part`.execute(tx)
    await permissionChanged(tx, { outbox, workspaceId })
  })
}

/** Says through whom people came to us, so that what the declarer's bases allow holds for them. Those already known so change nothing. */
export async function addGrounds(
  tx: PostgresTransaction,
  given: { workspaceId: string; declarerId: string; personNos: readonly number[] },
): Promise<void> {
  const { workspaceId, declarerId, personNos } = given
  if (personNos.length === 0) return
  await sql`
    with added as (
      insert into grounds (workspace_id, person_no, declarer_id)
      select distinct ${workspaceId}::uuid, person_no, ${declarerId}::uuid from unnest(${[...personNos]}::bigint[]) as who (person_no)
      on conflict do nothing returning person_no
    )
    insert into permission_changes (workspace_id, person_nos)
    select ${workspaceId}::uuid, array_agg(person_no) from added having count(*) > 0`.execute(tx)
}

export type DeclaredBasis = {
  declarerKind: string
  declarerId: string
  purpose: Purpose
  basis: Basis
  evidence: string | null
  declaredAt: Date
}

/** Everything declared in a workspace. */
export async function listBases(pg: App['pg'], workspaceId: string): Promise<DeclaredBasis[]> {
  const rows = await pg
    .selectFrom('legal_bases')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('declarer_id')
    .orderBy('purpose')
    .execute()
  return rows.map((row) => ({
    declarerKind: row.declarer_kind,
    declarerId: row.declarer_id,
    purpose: purposes[row.purpose] ?? 'analysis',
    basis: row.basis as Basis,
    evidence: row.evidence,
    declaredAt: row.declared_at,
  }))
}
