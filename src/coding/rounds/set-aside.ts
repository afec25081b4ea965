import { sql } from 'kysely'
import { Problem, type App, type PostgresTransaction } from '../../platform/index.ts'
import { CodeId } from '../../workspace/index.ts'
import { RoundId, type RoundHere } from './round.schema.ts'

type InInterview = { workspaceId: string; interviewId: string }

/** The round that runs in a conversation, as this user has to do with it. Null where none runs. */
export async function roundHere(
  pg: App['pg'] | PostgresTransaction,
  { workspaceId, interviewId, userId }: InInterview & { userId: string | null },
): Promise<RoundHere | null> {
  const { rows } = await sql<{ id: string; name: string; state: string; mine: boolean; done: boolean }>`
    select r.id, r.name, r.state, c.user_id is not null as mine, c.finished_at is not null as done
    from round_interviews i join coding_rounds r on r.id = i.round_id and r.state in ('open', 'comparing')
    left join round_coders c on c.round_id = r.id and c.user_id = ${userId}::uuid
    where i.workspace_id = ${workspaceId} and i.interview_id = ${interviewId}`.execute(pg)
  const [round] = rows
  if (!round) return null
  const codes = await pg
    .selectFrom('round_codes')
    .select('code_id')
    .where('round_id', '=', round.id)
    .execute()
  const isCoding = round.state === 'open' && !round.done
  return {
    roundId: RoundId.parse(round.id),
    name: round.name,
    part: round.mine ? (isCoding ? 'coding' : 'waiting') : 'outside',
    codeIds: codes.map(({ code_id }) => CodeId.parse(code_id)),
  }
}

/** For changes of the shared coding, inside their transaction: throws `round-running` (409) where a round runs in one of the conversations. */
export async function refuseInRound(
  tx: PostgresTransaction,
  { workspaceId, interviewIds }: { workspaceId: string; interviewIds: readonly string[] },
): Promise<void> {
  if (await isInRound(tx, { workspaceId, interviewIds })) throw roundRunning()
}

/** Whether a round runs in one of the conversations. */
export async function isInRound(
  tx: PostgresTransaction,
  { workspaceId, interviewIds }: { workspaceId: string; interviewIds: readonly string[] },
): Promise<boolean> {
  if (interviewIds.length === 0) return false
  const { rows } = await sql`
    select from round_interviews i join coding_rounds r on r.id = i.round_id and r.state in ('open', 'comparing')
    where i.workspace_id = ${workspaceId} and i.interview_id = any(${[...interviewIds]}::uuid[]) limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

export const roundRunning = () =>
  new Problem({
    id: 'round-running',
    status: 409,
    detail: 'This conversation is being double coded. Its codes come back when the round is settled.',
  })

/** Throws `code-in-round` (409) where a running round uses the code, or it lies aside with its passages. */
export async function refuseCodeInRound(
  tx: PostgresTransaction,
  { workspaceId, codeId }: { workspaceId: string; codeId: string },
): Promise<void> {
  if (!(await isCodeInRound(tx, { workspaceId, codeId }))) return
  throw new Problem({
    id: 'code-in-round',
    status: 409,
    detail: 'This code is used in a double coding that is not settled yet. Settle or end that first.',
  })
}

/** Whether a running round uses the code, or it lies aside with its passages. */
export async function isCodeInRound(
  tx: PostgresTransaction,
  { workspaceId, codeId }: { workspaceId: string; codeId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from round_codes c join coding_rounds r on r.id = c.round_id and r.state in ('open', 'comparing')
    where c.workspace_id = ${workspaceId} and c.code_id = ${codeId}
    union all
    select from highlight_codes hc join highlights h on h.id = hc.highlight_id and h.round_id is not null and h.coder_id is null
    where hc.workspace_id = ${workspaceId} and hc.code_id = ${codeId} limit 1`.execute(tx)
  return rows.length > 0
}

/** Lays the study's own highlights of the conversations aside, with the notes on them in the search. */
export async function setAside(
  tx: PostgresTransaction,
  { roundId, workspaceId }: { roundId: string; workspaceId: string },
): Promise<void> {
  await sql`
    update highlights set round_id = ${roundId}, removed_at = now()
    where workspace_id = ${workspaceId} and removed_at is null
      and interview_id in (select interview_id from round_interviews where round_id = ${roundId})`.execute(tx)
  await sql`
    delete from search_texts where highlight_id in (select id from highlights where round_id = ${roundId})`.execute(
    tx,
  )
}

/** Brings back what lay aside, as far as it is still there. */
export async function bringBack(
  tx: PostgresTransaction,
  { roundId, workspaceId }: { roundId: string; workspaceId: string },
): Promise<void> {
  await sql`
    update highlights set round_id = null, removed_at = null
    where workspace_id = ${workspaceId} and round_id = ${roundId} and coder_id is null`.execute(tx)
}
