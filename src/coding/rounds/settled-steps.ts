import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import type { Step } from '../steps.ts'
import { bringBack, setAside } from './set-aside.ts'

type Taken<Name extends Step['do']> = { workspaceId: string; step: Extract<Step, { do: Name }> }

/** Decides about one mark of a round that is being compared, unless somebody has decided otherwise meanwhile. */
export async function settleMark(
  tx: PostgresTransaction,
  { workspaceId, step }: Taken<'settle mark'>,
): Promise<'done' | 'changed since'> {
  const { highlightId, codeId, from, to } = step
  const { rows } = await sql`
    update round_marks m set kept = ${to.kept}::boolean, settled_by = ${to.by}::uuid,
      settled_at = case when ${to.kept}::boolean is null then null else now() end
    from highlights h join coding_rounds r on r.id = h.round_id and r.state = 'comparing'
    where m.workspace_id = ${workspaceId} and m.highlight_id = ${highlightId} and m.code_id = ${codeId} and h.id = m.highlight_id
      and m.kept is not distinct from ${from.kept}::boolean returning m.code_id`.execute(tx)
  return rows.length > 0 ? 'done' : 'changed since'
}

/** Ends a round so that its conversations count again, or takes that back unless another round runs in one of them. */
export async function moveRound(
  tx: PostgresTransaction,
  { workspaceId, step }: Taken<'adopt round' | 'reopen round'>,
): Promise<'done' | 'changed since' | 'in use'> {
  const { roundId } = step
  if (step.do === 'adopt round') {
    const { rows } = await sql`
      update coding_rounds set state = 'settled', settled_at = now()
      where workspace_id = ${workspaceId} and id = ${roundId} and state = 'comparing' returning id`.execute(
      tx,
    )
    if (rows.length === 0) return 'changed since'
    await bringBack(tx, { workspaceId, roundId })
    return 'done'
  }
  const running = await sql`
    select from round_interviews mine join round_interviews other on other.interview_id = mine.interview_id
    join coding_rounds r on r.id = other.round_id and r.state in ('open', 'comparing')
    where mine.round_id = ${roundId} limit 1`.execute(tx)
  if (running.rows.length > 0) return 'in use'
  const { rows } = await sql`
    update coding_rounds set state = 'comparing', settled_at = null
    where workspace_id = ${workspaceId} and id = ${roundId} and state = 'settled' returning id`.execute(tx)
  if (rows.length === 0) return 'changed since'
  await setAside(tx, { workspaceId, roundId })
  return 'done'
}

/** Puts what a coder noted on their mark under the note of a passage, unless it says that already, or takes it off again, unless somebody has written over it. */
export async function takeNoteStep(
  tx: PostgresTransaction,
  { workspaceId, step }: Taken<'add note' | 'part note'>,
): Promise<'done' | 'changed since'> {
  const { highlightId, markId } = step
  const isSame = sql`h.workspace_id = ${workspaceId} and h.id = ${highlightId} and m.id = ${markId}`
  const { rows } =
    step.do === 'add note'
      ? await sql`
        update highlights h set note = concat_ws(${between}, nullif(h.note, ''), m.note),
          noted_by = case h.note when '' then m.noted_by else h.noted_by end, noted_at = case h.note when '' then m.noted_at else h.noted_at end
        from highlights m where ${isSame} and m.note <> '' and strpos(h.note, m.note) = 0 returning h.id`.execute(
          tx,
        )
      : await sql`
        update highlights h set note = left(h.note, greatest(0, length(h.note) - length(${between} || m.note))),
          noted_by = case h.note when m.note then null else h.noted_by end, noted_at = case h.note when m.note then null else h.noted_at end
        from highlights m where ${isSame} and m.note <> '' and (h.note = m.note or right(h.note, length(${between} || m.note)) = ${between} || m.note)
        returning h.id`.execute(tx)
  return rows.length > 0 ? 'done' : 'changed since'
}

/** What stands between two notes that have become one. */
const between = '\n\n'
