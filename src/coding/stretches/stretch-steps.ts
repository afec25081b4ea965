import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import { StretchId, type CodeId } from '../../workspace/index.ts'
import type { Skip } from '../coding.schema.ts'
import type { Step } from '../steps.ts'

/** A step that changes a marked stretch of a recording. */
export type StretchStep = Extract<
  Step,
  { do: 'put stretch' | 'remove stretch' | 'give stretch code' | 'take stretch code' }
>

/** Takes such a step if it can still be taken; a stretch that may not be heard now stays as it is. */
export async function takeStretchStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: StretchStep },
): Promise<'done' | Skip> {
  const { stretchId } = step
  const found = await findStretch(tx, { workspaceId, stretchId })
  if (!found) return 'gone'
  if (!found.audible) return 'withdrawn'
  if (step.do === 'put stretch') {
    await sql`update stretches set removed_at = null where id = ${stretchId}`.execute(tx)
    return 'done'
  }
  if (step.do === 'remove stretch') return removeStretchRow(tx, stretchId)
  if (step.do === 'take stretch code') return takeStretchCode(tx, step)
  if (found.removed) return 'changed since'
  return (await giveStretchCode(tx, { workspaceId, ...step })) === 'no code' ? 'gone' : 'done'
}

async function removeStretchRow(tx: PostgresTransaction, stretchId: string): Promise<'done' | Skip> {
  const used = await sql`
    select from stretch_codes sc join codes c on c.id = sc.code_id and c.removed_at is null
    where sc.stretch_id = ${stretchId} limit 1`.execute(tx)
  if (used.rows.length > 0) return 'in use'
  await sql`update stretches set removed_at = now() where id = ${stretchId}`.execute(tx)
  return 'done'
}

async function takeStretchCode(
  tx: PostgresTransaction,
  { stretchId, codeId, by }: { stretchId: string; codeId: string; by: string | null },
): Promise<'done' | Skip> {
  const gone = await sql`
    delete from stretch_codes where stretch_id = ${stretchId} and code_id = ${codeId}
      and created_by is not distinct from ${by}::uuid returning code_id`.execute(tx)
  return gone.rows.length > 0 ? 'done' : 'changed since'
}

/** Gives a stretch a code; says whether it had it, and whether the code is still there. */
export async function giveStretchCode(
  tx: PostgresTransaction,
  given: { workspaceId: string; stretchId: StretchId; codeId: CodeId; by: string | null },
): Promise<'given' | 'there already' | 'no code'> {
  const { workspaceId, stretchId, codeId, by } = given
  const code = await sql`
    select from codes where workspace_id = ${workspaceId} and id = ${codeId} and removed_at is null`.execute(
    tx,
  )
  if (code.rows.length === 0) return 'no code'
  const made = await sql`
    insert into stretch_codes (workspace_id, stretch_id, code_id, created_by) values (${workspaceId}, ${stretchId}, ${codeId}, ${by})
    on conflict do nothing returning code_id`.execute(tx)
  return made.rows.length > 0 ? 'given' : 'there already'
}

/** Every stretch of one code gets another instead; what can be taken back of it. */
export async function mergeStretchCodes(
  tx: PostgresTransaction,
  { from, into, by }: { from: CodeId; into: CodeId; by: string | null },
): Promise<Step[]> {
  const { rows } = await sql<{ stretch_id: string; created_by: string | null; fresh: boolean }>`
    with had as (select * from stretch_codes where code_id = ${from}),
    given as (
      insert into stretch_codes (workspace_id, stretch_id, code_id, created_by)
      select workspace_id, stretch_id, ${into}::uuid, ${by}::uuid from had on conflict do nothing returning stretch_id
    ),
    taken as (delete from stretch_codes where code_id = ${from})
    select h.stretch_id, h.created_by, h.stretch_id in (select stretch_id from given) as fresh from had h`.execute(
    tx,
  )
  return rows.flatMap(({ stretch_id, created_by, fresh }): Step[] => {
    const stretchId = StretchId.parse(stretch_id)
    const taken: Step = { do: 'take stretch code', stretchId, codeId: from, by: created_by }
    return fresh ? [{ do: 'give stretch code', stretchId, codeId: into, by }, taken] : [taken]
  })
}

/** A stretch, its study and conversation, and whether it may be heard now. */
export async function findStretch(
  tx: PostgresTransaction,
  { workspaceId, stretchId }: { workspaceId: string; stretchId: string },
): Promise<{ studyId: string; interviewId: string | null; removed: boolean; audible: boolean } | undefined> {
  const { rows } = await sql<{
    study_id: string
    interview_id: string | null
    removed: boolean
    audible: boolean
  }>`
    select s.study_id, r.interview_id, s.removed_at is not null as removed,
      exists (select from audible_recordings(s.workspace_id, 1, array[s.recording_id])) as audible
    from stretches s join recordings r on r.id = s.recording_id
    where s.workspace_id = ${workspaceId} and s.id = ${stretchId}`.execute(tx)
  const [row] = rows
  return (
    row && {
      studyId: row.study_id,
      interviewId: row.interview_id,
      removed: row.removed,
      audible: row.audible,
    }
  )
}
