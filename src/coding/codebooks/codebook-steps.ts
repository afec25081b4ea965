import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import type { Skip } from '../coding.schema.ts'
import type { Step } from '../steps.ts'

/** A step that removes a codebook and moves its codes to the workspace's, or brings both back. */
type CodebookStep = Extract<Step, { do: 'put codebook' | 'remove codebook' }>

/**
 * Takes such a step if it can still be taken. Codes that were moved on, renamed, or removed since stay as they are; a code never stands under one
 * of another book.
 */
export async function takeCodebookStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: CodebookStep },
): Promise<'done' | Skip> {
  const { codebookId } = step
  const { rows } = await sql<{ removed: boolean; taken: boolean }>`
    select b.removed_at is not null as removed, exists (select from codebooks other
      where other.workspace_id = b.workspace_id and other.removed_at is null and other.id <> b.id and lower(other.name) = lower(b.name)) as taken
    from codebooks b where b.workspace_id = ${workspaceId} and b.id = ${codebookId}`.execute(tx)
  const [book] = rows
  const isBack = step.do === 'put codebook'
  if (!book || book.removed !== isBack) return 'gone'
  if (isBack && book.taken) return 'name taken'
  const left = isBack ? 0 : await codesLeft(tx, step)
  if (left > 0) return 'in use'
  await sql`update codebooks set removed_at = ${isBack ? sql`null` : sql`now()`} where id = ${codebookId}`.execute(
    tx,
  )
  await moveBetween(tx, step)
  await sql`
    update codes c set parent_id = null from codes p
    where p.id = c.parent_id and c.workspace_id = ${workspaceId} and p.codebook_id is distinct from c.codebook_id`.execute(
    tx,
  )
  return 'done'
}

/**
 * Codes of the book that would be left in it: those the step does not speak of, since somebody added them, and those whose name another code has
 * by now where they would go.
 */
async function codesLeft(
  tx: PostgresTransaction,
  { codebookId, moved }: { codebookId: string; moved: CodebookStep['moved'] },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with leaving as (
      select c.id, c.workspace_id, given.id is not null as moves,
        lower(case when c.name = given.before then given.after else c.name end) as name
      from codes c left join unnest(${moved.map(({ codeId }) => codeId)}::uuid[], ${moved.map((one) => one.from)}::text[],
        ${moved.map((one) => one.to)}::text[]) as given (id, before, after) on given.id = c.id
      where c.codebook_id = ${codebookId} and c.removed_at is null
    )
    select count(*)::int as n from leaving l where not l.moves
      or exists (select from leaving other where other.id <> l.id and other.name = l.name)
      or exists (select from codes other where other.workspace_id = l.workspace_id and other.removed_at is null
        and other.study_id is null and other.codebook_id is null and lower(other.name) = l.name)`.execute(tx)
  return rows[0]?.n ?? 0
}

async function moveBetween(tx: PostgresTransaction, step: CodebookStep): Promise<void> {
  const { codebookId, moved } = step
  const isBack = step.do === 'put codebook'
  const [from, to] = isBack ? [null, codebookId] : [codebookId, null]
  await sql`
    update codes c set codebook_id = ${to}::uuid,
      name = case when c.name = given.before then given.after else c.name end
    from unnest(${moved.map(({ codeId }) => codeId)}::uuid[], ${moved.map((one) => (isBack ? one.to : one.from))}::text[],
      ${moved.map((one) => (isBack ? one.from : one.to))}::text[]) as given (id, before, after)
    where c.id = given.id and c.removed_at is null and c.study_id is null and c.codebook_id is not distinct from ${from}::uuid
      and not exists (select from codes other where other.workspace_id = c.workspace_id and other.removed_at is null and other.id <> c.id
        and other.study_id is null and other.codebook_id is not distinct from ${to}::uuid
        and lower(other.name) = lower(case when c.name = given.before then given.after else c.name end))`.execute(
    tx,
  )
}
