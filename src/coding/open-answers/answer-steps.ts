import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import { tellCoders } from '../coding-changes.ts'
import type { Skip } from '../coding.schema.ts'
import type { Step } from '../steps.ts'

type AnswerStep = Extract<Step, { do: 'code answers' | 'uncode answers' }>

/**
 * Gives or takes a code of thousands of answers in a few statements. What may not be changed any more is left out; the answer says why, and the
 * others are changed all the same.
 */
export async function takeAnswerStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: AnswerStep },
): Promise<'done' | Skip> {
  const { highlightIds, codeId, by } = step
  const found = await readable(tx, { workspaceId, highlightIds })
  const open = found.filter(({ isAside, isReadable }) => !isAside && isReadable).map(({ id }) => id)
  const changed =
    step.do === 'code answers'
      ? await giveAgain(tx, { workspaceId, codeId, by, open })
      : await takeAgain(tx, { workspaceId, codeId, by, open })
  // Told here: where some were left out, the step as a whole does not count as taken.
  await tellCoders(tx, workspaceId)
  if (changed.state === 'gone' || found.length < highlightIds.length) return 'gone'
  if (found.some(({ isAside }) => isAside)) return 'set aside'
  if (open.length < found.length) return 'withdrawn'
  return changed.state
}

type Found = { id: string; isAside: boolean; isReadable: boolean }

async function readable(
  tx: PostgresTransaction,
  { workspaceId, highlightIds }: { workspaceId: string; highlightIds: readonly string[] },
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with asked as materialized (
      select h.id, h.round_id, s.participant_id, p.person_no, h.study_id
      from highlights h join utterances u on u.id = h.utterance_id join speakers s on s.id = u.speaker_id
      join participants p on p.id = s.participant_id
      where h.workspace_id = ${workspaceId} and h.id = any(${[...highlightIds]}::uuid[])
    ),
    permitted as materialized (
      select participant_id from permitted_participants(${workspaceId}::uuid, 1, array(select distinct study_id from asked),
        array(select distinct person_no from asked))
    )
    select a.id, a.round_id is not null as "isAside", a.participant_id in (select participant_id from permitted) as "isReadable"
    from asked a`.execute(tx)
  return rows
}

type Changing = { workspaceId: string; codeId: string; by: string | null; open: readonly string[] }
type Changed = { state: 'done' | 'changed since' | 'gone' }

async function giveAgain(
  tx: PostgresTransaction,
  { workspaceId, codeId, by, open }: Changing,
): Promise<Changed> {
  const code = await tx
    .selectFrom('codes')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', codeId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!code) return { state: 'gone' }
  await sql`update highlights set removed_at = null where id = any(${[...open]}::uuid[]) and removed_at is not null`.execute(
    tx,
  )
  await sql`
    insert into highlight_codes (workspace_id, highlight_id, code_id, created_by)
    select ${workspaceId}, id, ${codeId}, ${by}::uuid from unnest(${[...open]}::uuid[]) as m (id) on conflict do nothing`.execute(
    tx,
  )
  return { state: 'done' }
}

/** Only what this member gave, and what is still given. */
async function takeAgain(
  tx: PostgresTransaction,
  { workspaceId, codeId, by, open }: Changing,
): Promise<Changed> {
  const { rows } = await sql`
    delete from highlight_codes where workspace_id = ${workspaceId} and code_id = ${codeId}
      and highlight_id = any(${[...open]}::uuid[]) and created_by is not distinct from ${by}::uuid returning highlight_id`.execute(
    tx,
  )
  await removeUncoded(tx, open)
  return { state: rows.length < open.length ? 'changed since' : 'done' }
}

/** Marks that no code is left on are marks no more. */
export async function removeUncoded(tx: PostgresTransaction, highlightIds: readonly string[]): Promise<void> {
  await sql`
    update highlights h set removed_at = now() where h.id = any(${[...highlightIds]}::uuid[]) and h.removed_at is null
      and not exists (select from highlight_codes hc join codes c on c.id = hc.code_id and c.removed_at is null
        where hc.highlight_id = h.id)`.execute(tx)
}
