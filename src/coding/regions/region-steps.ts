import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import { RegionId, type CodeId } from '../../workspace/index.ts'
import type { Skip } from '../coding.schema.ts'
import type { Step } from '../steps.ts'

/** A step that changes a marked place on a page or photo. */
export type RegionStep = Extract<
  Step,
  { do: 'put region' | 'remove region' | 'give region code' | 'take region code' }
>

/** Takes such a step if it can still be taken; a place that may not be seen now stays as it is. */
export async function takeRegionStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: RegionStep },
): Promise<'done' | Skip> {
  const { regionId } = step
  const found = await findRegion(tx, { workspaceId, regionId })
  if (!found) return 'gone'
  if (!found.readable) return 'withdrawn'
  if (step.do === 'put region') {
    await sql`update regions set removed_at = null where id = ${regionId}`.execute(tx)
    return 'done'
  }
  if (step.do === 'remove region') return removeRegionRow(tx, regionId)
  if (step.do === 'take region code') return takeRegionCode(tx, step)
  if (found.removed) return 'changed since'
  return (await giveRegionCode(tx, { workspaceId, ...step })) === 'no code' ? 'gone' : 'done'
}

async function removeRegionRow(tx: PostgresTransaction, regionId: string): Promise<'done' | Skip> {
  const used = await sql`
    select from region_codes rc join codes c on c.id = rc.code_id and c.removed_at is null
    where rc.region_id = ${regionId} limit 1`.execute(tx)
  if (used.rows.length > 0) return 'in use'
  await sql`update regions set removed_at = now() where id = ${regionId}`.execute(tx)
  return 'done'
}

async function takeRegionCode(
  tx: PostgresTransaction,
  { regionId, codeId, by }: { regionId: string; codeId: string; by: string | null },
): Promise<'done' | Skip> {
  const gone = await sql`
    delete from region_codes where region_id = ${regionId} and code_id = ${codeId}
      and created_by is not distinct from ${by}::uuid returning code_id`.execute(tx)
  return gone.rows.length > 0 ? 'done' : 'changed since'
}

/** Gives a place a code; says whether it had it, and whether the code is still there. */
export async function giveRegionCode(
  tx: PostgresTransaction,
  given: { workspaceId: string; regionId: RegionId; codeId: CodeId; by: string | null },
): Promise<'given' | 'there already' | 'no code'> {
  const { workspaceId, regionId, codeId, by } = given
  const code = await sql`
    select from codes where workspace_id = ${workspaceId} and id = ${codeId} and removed_at is null`.execute(
    tx,
  )
  if (code.rows.length === 0) return 'no code'
  const made = await sql`
    insert into region_codes (workspace_id, region_id, code_id, created_by) values (${workspaceId}, ${regionId}, ${codeId}, ${by})
    on conflict do nothing returning code_id`.execute(tx)
  return made.rows.length > 0 ? 'given' : 'there already'
}

/** Every place of one code gets another instead; what can be taken back of it. */
export async function mergeRegionCodes(
  tx: PostgresTransaction,
  { from, into, by }: { from: CodeId; into: CodeId; by: string | null },
): Promise<Step[]> {
  const { rows } = await sql<{ region_id: string; created_by: string | null; fresh: boolean }>`
    with had as (select * from region_codes where code_id = ${from}),
    given as (
      insert into region_codes (workspace_id, region_id, code_id, created_by)
      select workspace_id, region_id, ${into}::uuid, ${by}::uuid from had on conflict do nothing returning region_id
    ),
    taken as (delete from region_codes where code_id = ${from})
    select h.region_id, h.created_by, h.region_id in (select region_id from given) as fresh from had h`.execute(
    tx,
  )
  return rows.flatMap(({ region_id, created_by, fresh }): Step[] => {
    const regionId = RegionId.parse(region_id)
    const taken: Step = { do: 'take region code', regionId, codeId: from, by: created_by }
    return fresh ? [{ do: 'give region code', regionId, codeId: into, by }, taken] : [taken]
  })
}

/** A place, its study, and whether it may be seen now. */
export async function findRegion(
  tx: PostgresTransaction,
  { workspaceId, regionId }: { workspaceId: string; regionId: string },
): Promise<{ studyId: string; removed: boolean; readable: boolean } | undefined> {
  const { rows } = await sql<{ study_id: string; removed: boolean; readable: boolean }>`
    select r.study_id, r.removed_at is not null as removed,
      exists (select from permitted_documents(r.workspace_id, 1, array[r.document_id])) as readable
    from regions r where r.workspace_id = ${workspaceId} and r.id = ${regionId}`.execute(tx)
  const [row] = rows
  return row && { studyId: row.study_id, removed: row.removed, readable: row.readable }
}
