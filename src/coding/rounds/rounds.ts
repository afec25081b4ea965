import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { findStudy, teamWordsToKeep } from '../../conversations/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { seededRandom } from '../../segments/index.ts'
import {
  CodeId,
  InterviewId,
  StudyId,
  UserId,
  audit,
  roleAllows,
  RoleName,
  type Doer,
} from '../../workspace/index.ts'
import { tellCoders } from '../coding-changes.ts'
import { lockCoding, userOf } from '../history.ts'
import { RoundId, RoundState, type NewRound, type Round } from './round.schema.ts'
import { bringBack, roundRunning, setAside } from './set-aside.ts'

type InStudy = { workspaceId: string; studyId: string }
type OfRound = { workspaceId: string; roundId: string }

/**
 * Begins a round: from now on each coder sees in its conversations only what they mark themselves, and nothing that was marked in them counts
 * anywhere until the round is settled. What a coder marked there before with the round's codes is theirs in the round. Throws 404,
 * `round-coders`, `round-codes`, `round-conversations` (422), `round-running` (409).
 */
export async function beginRound(
  app: App,
  given: InStudy & { actor: Doer; round: NewRound },
): Promise<{ roundId: RoundId }> {
  const { workspaceId, studyId, actor, round } = given
  return app.pg.transaction().execute(async (tx) => {
    await lockCoding(tx, workspaceId)
    const seed = 'draw' in round.conversations ? (round.conversations.seed ?? randomInt(2 ** 31 - 1)) : null
    const interviewIds = await chooseConversations(tx, { workspaceId, studyId, round, seed })
    const codeIds = await chooseCodes(tx, { workspaceId, studyId, round })
    const coderIds = await chooseCoders(tx, { workspaceId, round })
    const about = { kind: 'study', id: studyId } as const
    const [name = round.name] = await teamWordsToKeep(tx, { app, workspaceId, about, texts: [round.name] })
    const { id } = await tx
      .insertInto('coding_rounds')
      .values({
        workspace_id: workspaceId,
        study_id: studyId,
        name,
        seed,
        begun_at: app.clock.now(),
        begun_by: userOf(actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const roundId = RoundId.parse(id)
    const of = { round_id: roundId, workspace_id: workspaceId }
    const conversations = interviewIds.map((interview_id) => ({ ...of, interview_id }))
    await tx.insertInto('round_interviews').values(conversations).execute()
    const coders = coderIds.map((user_id, place) => ({ ...of, user_id, place }))
    await tx.insertInto('round_coders').values(coders).execute()
    await tx
      .insertInto('round_codes')
      .values(codeIds.map((code_id) => ({ ...of, code_id })))
      .execute()
    await copyEarlierMarks(tx, { workspaceId, roundId })
    await setAside(tx, { workspaceId, roundId })
    const detail = { conversations: interviewIds.length, coders: coderIds.length }
    await audit(tx, {
      workspaceId,
      actor,
      action: 'round.begun',
      subject: { kind: 'study', id: studyId },
      detail,
    })
    await tellCoders(tx, workspaceId)
    return { roundId }
  })
}

type Choosing = { workspaceId: string; round: NewRound }

async function chooseConversations(
  tx: PostgresTransaction,
  { workspaceId, studyId, round, seed }: InStudy & Choosing & { seed: number | null },
): Promise<string[]> {
  const { rows } = await sql<{ id: string; running: boolean }>`
    select i.id, exists (select from round_interviews ri join coding_rounds r on r.id = ri.round_id and r.state in ('open', 'comparing')
      where ri.interview_id = i.id) as running
    from interviews i where i.workspace_id = ${workspaceId} and i.study_id = ${studyId}::uuid order by i.happened_at, i.id`.execute(
    tx,
  )
  const { conversations } = round
  if ('draw' in conversations) {
    const free = rows.filter(({ running }) => !running).map(({ id }) => id)
    if (free.length === 0) throw noConversations()
    return drawn(free, { n: conversations.draw, seed: seed ?? 0 })
  }
  const chosen = new Set<string>(conversations.interviewIds)
  const found = rows.filter(({ id }) => chosen.has(id))
  if (found.length < chosen.size) throw notFound('interview')
  if (found.some(({ running }) => running)) throw roundRunning()
  return found.map(({ id }) => id)
}

/** So many of a list, each as likely as the others (Fisher and Yates), the same for the same seed; in the order of the list. */
export function drawn(ids: readonly string[], { n, seed }: { n: number; seed: number }): string[] {
  const random = seededRandom(seed)
  const left = [...ids]
  const taken = new Set<string>()
  while (taken.size < n && left.length > 0) {
    const [id] = left.splice(Math.floor(random() * left.length), 1)
    if (id !== undefined) taken.add(id)
  }
  return ids.filter((id) => taken.has(id))
}

async function chooseCodes(tx: PostgresTransaction, { workspaceId, studyId, round }: InStudy & Choosing) {
  const { rows } = await sql<{ id: string }>`
    select id from codes_of_study(${workspaceId}::uuid, ${studyId}::uuid)`.execute(tx)
  const there = new Set(rows.map(({ id }) => id))
  const asked = new Set<string>(round.codeIds)
  if ([...asked].some((id) => !there.has(id))) throw notFound('code')
  const codes = asked.size === 0 ? there : asked
  if (codes.size > 0) return [...codes]
  throw new Problem({
    id: 'round-codes',
    status: 422,
    detail: 'A round needs codes that everybody uses alike. Add them to the codebook first.',
  })
}

async function chooseCoders(tx: PostgresTransaction, { workspaceId, round }: Choosing): Promise<string[]> {
  const asked = [...new Set<string>(round.coderIds)]
  const members = await tx
    .selectFrom('members')
    .select(['user_id', 'role'])
    .where('workspace_id', '=', workspaceId)
    .where('user_id', 'in', asked)
    .execute()
  const may = members.filter(({ role }) => roleAllows(RoleName.parse(role), 'coding.write'))
  if (asked.length > 1 && may.length === asked.length) return asked
  throw new Problem({
    id: 'round-coders',
    status: 422,
    detail: 'Choose at least two colleagues who may code.',
  })
}

const noConversations = () =>
  new Problem({
    id: 'round-conversations',
    status: 422,
    detail: 'There is no conversation to draw from: the study has none, or all are being double coded.',
  })

/** Gives each coder, as marks of their own, what they marked in the conversations before. */
async function copyEarlierMarks(tx: PostgresTransaction, { workspaceId, roundId }: OfRound): Promise<void> {
  await sql`
    with earlier as materialized (
      select h.*, hc.code_id, hc.created_by as coder, c.place from highlight_codes hc
      join highlights h on h.id = hc.highlight_id and h.removed_at is null and h.lost_text is null
      join round_interviews i on i.interview_id = h.interview_id and i.round_id = ${roundId}
      join round_coders c on c.round_id = i.round_id and c.user_id = hc.created_by
      join round_codes k on k.round_id = i.round_id and k.code_id = hc.code_id
    ), copies as materialized (
      select distinct on (id, coder) uuidv7() as copy_id, id, coder, study_id, interview_id, utterance_id, start_at, end_at, utterance_version
      from earlier
    ), made as (
      insert into highlights (id, workspace_id, study_id, interview_id, utterance_id, start_at, end_at, utterance_version, created_by, coder_id, round_id, removed_at)
      select copy_id, ${workspaceId}, study_id, interview_id, utterance_id, start_at, end_at, utterance_version, coder, coder, ${roundId}, now()
      from copies
    )
    insert into round_marks (highlight_id, code_id, workspace_id)
    select c.copy_id, e.code_id, ${workspaceId} from earlier e join copies c on c.id = e.id and c.coder = e.coder`.execute(
    tx,
  )
}

/** The rounds of a study, newest first. Throws 404. */
export async function listRounds(pg: App['pg'], { workspaceId, studyId }: InStudy): Promise<Round[]> {
  if (!(await findStudy(pg, { workspaceId, studyId }))) throw notFound('study')
  return readRounds(pg, { workspaceId, which: sql`r.study_id = ${studyId}::uuid` })
}

/** One round. Throws 404. */
export async function findRound(pg: App['pg'], { workspaceId, roundId }: OfRound): Promise<Round> {
  const [round] = await readRounds(pg, { workspaceId, which: sql`r.id = ${roundId}::uuid` })
  if (!round) throw notFound('round')
  return round
}

async function readRounds(
  pg: App['pg'],
  { workspaceId, which }: { workspaceId: string; which: ReturnType<typeof sql> },
): Promise<Round[]> {
  const { rows } = await sql<RoundRow>`
    select r.id, r.study_id, r.name, r.state, r.seed, r.begun_at, r.ended_at, r.settled_at,
      (select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title) order by i.happened_at, i.id), '[]')
        from round_interviews ri join interviews i on i.id = ri.interview_id where ri.round_id = r.id) as conversations,
      (select coalesce(json_agg(json_build_object('id', c.user_id, 'name', u.name, 'finished', c.finished_at is not null) order by c.place), '[]')
        from round_coders c left join members m on m.workspace_id = r.workspace_id and m.user_id = c.user_id::text
        left join users u on u.id = m.user_id where c.round_id = r.id) as coders,
      (select count(*) from round_codes k where k.round_id = r.id) as codes
    from coding_rounds r where r.workspace_id = ${workspaceId} and ${which} order by r.begun_at desc, r.id desc limit 500`.execute(
    pg,
  )
  return rows.map((row) => ({
    roundId: RoundId.parse(row.id),
    studyId: StudyId.parse(row.study_id),
    name: row.name,
    state: RoundState.parse(row.state),
    seed: row.seed,
    begunAt: row.begun_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    settledAt: row.settled_at?.toISOString() ?? null,
    conversations: row.conversations.map(({ id, title }) => ({ interviewId: InterviewId.parse(id), title })),
    coders: row.coders.map(({ id, name, finished }) => ({ userId: UserId.parse(id), name, finished })),
    codes: row.codes,
  }))
}

type RoundRow = {
  id: string
  study_id: string
  name: string
  state: string
  seed: number | null
  begun_at: Date
  ended_at: Date | null
  settled_at: Date | null
  conversations: { id: string; title: string }[]
  coders: { id: string; name: string | null; finished: boolean }[]
  codes: number
}

/** The codes of a round that are still there. */
export async function codesOfRound(
  pg: App['pg'],
  { roundId }: { roundId: string },
): Promise<{ codeId: CodeId; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select c.id, code_label(c) as name from round_codes k join codes c on c.id = k.code_id and c.removed_at is null
    where k.round_id = ${roundId} order by lower(c.name), c.id`.execute(pg)
  return rows.map(({ id, name }) => ({ codeId: CodeId.parse(id), name }))
}

type Changing = OfRound & { actor: Doer }

/** A coder says that they have finished; when all have, the marks are compared. Throws 404, `round-over` (409). */
export async function finishCoding(app: App, given: Changing): Promise<void> {
  await changeRound(app, given, async (tx, round) => {
    await markFinished(tx, { ...given, finishedAt: app.clock.now() })
    const left = round.coders.filter(({ finished, userId }) => !finished && userId !== userOf(given.actor))
    if (left.length === 0) await compare(app, tx, given)
  })
}

/** A coder who had finished goes on; possible while somebody else is still coding. Throws 404, `round-over` (409). */
export async function resumeCoding(app: App, given: Changing): Promise<void> {
  await changeRound(app, given, (tx) => markFinished(tx, { ...given, finishedAt: null }))
}

/** Ends the coding before all have finished: the marks are compared as they are. Throws 404, `round-over` (409). */
export async function endCoding(app: App, given: Changing): Promise<void> {
  await changeRound(app, given, (tx) => compare(app, tx, given))
}

/** Calls a round off: what was marked blind goes away, and the coding from before comes back. Throws 404, `round-over` (409) once it is settled. */
export async function cancelRound(app: App, given: Changing): Promise<void> {
  const { workspaceId, roundId, actor } = given
  await app.pg.transaction().execute(async (tx) => {
    await lockCoding(tx, workspaceId)
    await findRound(tx, given)
    const gone = await sql`
      update coding_rounds set state = 'cancelled', ended_at = coalesce(ended_at, ${app.clock.now()})
      where workspace_id = ${workspaceId} and id = ${roundId} and state in ('open', 'comparing') returning id`.execute(
      tx,
    )
    if (gone.rows.length === 0) throw roundOver()
    await sql`delete from highlights where round_id = ${roundId} and coder_id is not null`.execute(tx)
    await bringBack(tx, given)
    await audit(tx, {
      workspaceId,
      actor,
      action: 'round.cancelled',
      subject: { kind: 'round', id: roundId },
    })
    await tellCoders(tx, workspaceId)
  })
}

async function changeRound(
  app: App,
  given: Changing,
  change: (tx: PostgresTransaction, round: Round) => Promise<void>,
): Promise<void> {
  const { workspaceId } = given
  await app.pg.transaction().execute(async (tx) => {
    await lockCoding(tx, workspaceId)
    const round = await findRound(tx, given)
    if (round.state !== 'open') throw roundOver()
    await change(tx, round)
    await tellCoders(tx, workspaceId)
  })
}

async function markFinished(
  tx: PostgresTransaction,
  { roundId, actor, finishedAt }: Changing & { finishedAt: Date | null },
): Promise<void> {
  const { rows } = await sql`
    update round_coders set finished_at = ${finishedAt}::timestamptz
    where round_id = ${roundId} and user_id = ${userOf(actor)}::uuid returning user_id`.execute(tx)
  if (rows.length === 0) throw notFound('round of yours')
}

/** From here on every coder sees all of it, and nobody marks any more. */
async function compare(
  app: App,
  tx: PostgresTransaction,
  { workspaceId, roundId, actor }: Changing,
): Promise<void> {
  await tx
    .updateTable('coding_rounds')
    .set({ state: 'comparing', ended_at: app.clock.now() })
    .where('id', '=', roundId)
    .execute()
  await audit(tx, { workspaceId, actor, action: 'round.ended', subject: { kind: 'round', id: roundId } })
}

export const roundOver = () =>
  new Problem({
    id: 'round-over',
    status: 409,
    detail: 'This double coding is at another step by now. Load it again to see where it stands.',
  })
