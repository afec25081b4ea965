import { sql } from 'kysely'
import { teamWordsToKeep } from '../../conversations/index.ts'
import { holdPeople } from '../../people/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { audit, type MemberActor, type ParticipantId } from '../../workspace/index.ts'
import { tellCoders } from '../coding-changes.ts'
import { cellKey, quotesOfCells } from './framework-quotes.ts'
import { whoIsHeard } from './heard.ts'
import { readScope, type InStudy } from './scope.ts'

type Cell = InStudy & { participantId: ParticipantId; codeId: string }
type Writing = Cell & { text: string; version: number; actor: MemberActor }

/** What one member writes within this time is one writing, in milliseconds. */
const oneWriting = 10 * 60_000

/**
 * Writes what a participant said under a theme, and keeps which quotes it rests on and what stood there before. Throws 404, also for somebody
 * whose words may be analysed no longer, and `summary-changed` (409) where a colleague was faster.
 */
export async function writeSummary(app: App, given: Writing): Promise<{ version: number }> {
  const { workspaceId, participantId, codeId, actor } = given
  const scope = await readScope(app, given, { together: 'overlap', participantId })
  const [heard] = await whoIsHeard(app, scope)
  if (!heard) throw notFound('participant')
  const { personNo } = heard
  const quotes = await quotesOfCells(app, { scope, themes: [codeId] })
  const own = [...(quotes.get(cellKey(given)) ?? [])]
  return app.pg.transaction().execute(async (tx) => {
    // Whoever erases them waits for this, and finds it.
    if (!(await holdPeople(tx, { workspaceId, nos: [personNo] })).has(personNo)) throw notFound('participant')
    const about = { kind: 'study', id: given.studyId } as const
    const [text = given.text] = await teamWordsToKeep(tx, { app, workspaceId, about, texts: [given.text] })
    const { id, version } = await put(tx, { ...given, text, personNo, at: app.clock.now() })
    await sql`delete from framework_quotes where summary_id = ${id}`.execute(tx)
    await sql`
      insert into framework_quotes (summary_id, highlight_id, words_hash)
      select ${id}::uuid, highlight_id, words_hash
      from unnest(${own.map(([highlightId]) => highlightId)}::uuid[], ${own.map(([, hash]) => hash)}::text[]) as q (highlight_id, words_hash)`.execute(
      tx,
    )
    await audit(tx, {
      workspaceId,
      actor,
      action: 'summary.written',
      subject: { kind: 'code', id: codeId },
      purpose: 'conversation_analysis',
    })
    await tellCoders(tx, workspaceId)
    return { version }
  })
}

/** What stood in a cell before, newest first; what one member wrote within ten minutes is one. */
export async function summaryHistory(
  app: App,
  { workspaceId, studyId, participantId, codeId }: Cell,
): Promise<{ text: string; version: number; by: string | null; at: string }[]> {
  const scope = await readScope(app, { workspaceId, studyId }, { together: 'overlap', participantId })
  const [heard] = await whoIsHeard(app, scope)
  if (!heard) throw notFound('participant')
  const { rows } = await sql<{ text: string; version: number; name: string | null; written_at: Date }>`
    select v.text, v.version, users.name, v.written_at
    from framework_summaries s join framework_versions v on v.summary_id = s.id
    left join members m on m.id = v.written_by left join users on users.id = m.user_id
    where s.workspace_id = ${workspaceId} and s.study_id = ${studyId} and s.person_no = ${heard.personNo} and s.code_id = ${codeId}
    order by v.version desc limit 200`.execute(app.pg)
  return rows.map(({ text, version, name, written_at }) => ({
    text,
    version,
    by: name,
    at: written_at.toISOString(),
  }))
}

type Put = Writing & { personNo: number; at: Date }

async function put(tx: PostgresTransaction, given: Put): Promise<{ id: string; version: number }> {
  const { workspaceId, studyId, personNo, codeId } = given
  const { rows } = await sql<Before>`
    select id, text, version, written_by, written_at from framework_summaries
    where workspace_id = ${workspaceId} and study_id = ${studyId} and person_no = ${personNo} and code_id = ${codeId}
    for update`.execute(tx)
  const [before] = rows
  if (before === undefined) return insert(tx, given)
  if (before.version !== given.version) throw changed()
  const isGoingOn =
    before.written_by === given.actor.memberId &&
    given.at.getTime() - before.written_at.getTime() < oneWriting
  if (!isGoingOn)
    await sql`
      insert into framework_versions (summary_id, version, text, written_by, written_at)
      select id, version, text, written_by, written_at from framework_summaries where id = ${before.id}`.execute(
      tx,
    )
  const version = before.version + 1
  await tx
    .updateTable('framework_summaries')
    .set({ text: given.text, version, written_by: given.actor.memberId, written_at: given.at })
    .where('id', '=', before.id)
    .execute()
  return { id: before.id, version }
}

type Before = {
  id: string
  text: string
  version: number
  written_by: string | null
  written_at: Date
}

async function insert(tx: PostgresTransaction, given: Put): Promise<{ id: string; version: number }> {
  const { workspaceId, studyId, personNo, codeId, text, actor, at } = given
  const { rows } = await sql<{ id: string; version: number }>`
    insert into framework_summaries (workspace_id, study_id, person_no, code_id, text, written_by, written_at)
    select ${workspaceId}::uuid, ${studyId}::uuid, ${personNo}::bigint, c.id, ${text}, ${actor.memberId}::uuid, ${at}
    from codes c where c.workspace_id = ${workspaceId} and c.id = ${codeId} and c.removed_at is null
      and (c.study_id is null or c.study_id = ${studyId}::uuid)
    on conflict (study_id, person_no, code_id) do nothing returning id, version`.execute(tx)
  const [made] = rows
  if (made !== undefined && given.version === 0) return made
  const known = await tx.selectFrom('codes').select('id').where('id', '=', codeId).executeTakeFirst()
  throw known === undefined ? notFound('code') : changed()
}

const changed = () =>
  new Problem({
    id: 'summary-changed',
    status: 409,
    detail: 'A colleague has written here meanwhile. Read theirs, then put yours on top.',
  })
