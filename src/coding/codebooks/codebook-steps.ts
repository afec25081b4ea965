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
  await leaveBehind(tx, workspaceId)
  return 'done'
}

/**
 * Codes of the book that would be left in it: those the step does not speak of, since somebody added them, and those whose name another code has
 * by now in the place where they would go.
 */
async function codesLeft(
  tx: PostgresTransaction,
  { codebookId, moved }: { codebookId: string; moved: CodebookStep['moved'] },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with leaving as (
      select c.id, c.workspace_id, c.parent_id, given.id is not null as moves,
        lower(case when c.name = given.before then given.after else c.name end) as name
      from codes c left join unnest(${moved.map(({ codeId }) => codeId)}::uuid[], ${moved.map((one) => one.from)}::text[],
        ${moved.map((one) => one.to)}::text[]) as given (id, before, after) on given.id = c.id
      where c.codebook_id = ${codebookId} and c.removed_at is null
    )
    select count(*)::int as n from leaving l where not l.moves
      or exists (select from leaving other where other.id <> l.id and other.parent_id is not distinct from l.parent_id and other.name = l.name)
      or exists (select from codes other where other.workspace_id = l.workspace_id and other.removed_at is null
        and other.study_id is null and other.codebook_id is null and other.parent_id is not distinct from l.parent_id and lower(other.name) = l.name)`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/**
 * Moves whole branches, so that names stay apart; a code that somebody has put under another one since stays there. A name that would meet another's
 * stays as it is.
 */
async function moveBetween(tx: PostgresTransaction, step: CodebookStep): Promise<void> {
  const { codebookId, moved } = step
  const isBack = step.do === 'put codebook'
  const [from, to] = isBack ? [null, codebookId] : [codebookId, null]
  await sql`
    with recursive given as materialized (
      select c.id, case when c.parent_id in (select id from codes where removed_at is null) then c.parent_id end as parent_id, c.name,
        case when c.name = g.before then g.after else c.name end as again
      from unnest(${moved.map(({ codeId }) => codeId)}::uuid[], ${moved.map((one) => (isBack ? one.to : one.from))}::text[],
        ${moved.map((one) => (isBack ? one.from : one.to))}::text[]) as g (id, before, after)
      join codes c on c.id = g.id and c.removed_at is null and c.study_id is null and c.codebook_id is not distinct from ${from}::uuid
    ), going as (
      select * from given where parent_id is null union all select g.* from given g join going above on above.id = g.parent_id
    )
    update codes c set codebook_id = ${to}::uuid, name = case when exists (select from going o where o.id <> g.id
      and o.parent_id is not distinct from g.parent_id and lower(g.again) in (lower(o.name), lower(o.again))) then g.name else g.again end
    from going g where c.id = g.id`.execute(tx)
}

/** Codes that stood under one that moved come to the top of their book, told apart there by the end of their id. */
async function leaveBehind(tx: PostgresTransaction, workspaceId: string): Promise<void> {
  await sql`
    with left_behind as materialized (
      select c.* from codes c join codes p on p.id = c.parent_id
      where c.workspace_id = ${workspaceId} and c.removed_at is null and p.codebook_id is distinct from c.codebook_id
    )
    update codes c set parent_id = null, name = case when exists (select from codes o
        where o.workspace_id = c.workspace_id and o.removed_at is null and o.id <> c.id and o.study_id is not distinct from c.study_id
          and o.codebook_id is not distinct from c.codebook_id and lower(o.name) = lower(c.name)
          and (o.parent_id is null or o.id in (select id from left_behind)))
      then left(c.name, 195) || ' ' || right(c.id::text, 4) else c.name end
    from left_behind l where c.id = l.id`.execute(tx)
}
