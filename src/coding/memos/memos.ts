import { sql } from 'kysely'
import { teamWordsToKeep, wordsWithheld, type TeamWords } from '../../conversations/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { audit, type Doer } from '../../workspace/index.ts'
import { tellCoders } from '../coding-changes.ts'
import { userOf } from '../history.ts'
import { Memo, MemoId, type MemoAbout } from './memo.schema.ts'

type Reading = { workspaceId: string; userId: string | null }
type Writing = { workspaceId: string; actor: Doer }

/** The memos about one thing that this user may read now, oldest first. Throws 404 where the thing is none of the workspace's. */
export async function memosAbout(pg: App['pg'], asked: Reading & { about: MemoAbout }): Promise<Memo[]> {
  const { workspaceId, userId, about } = asked
  const of = await subjectOf(pg, asked)
  const { rows } = await sql<MemoRow>`
    select m.id, m.kind, m.text, m.version, m.created_at, m.changed_at, author.name as by, changer.name as changed_by
    from readable_memos(${workspaceId}::uuid, ${userId}::uuid) m
    left join members a on a.workspace_id = m.workspace_id and a.user_id = m.created_by::text left join users author on author.id = a.user_id
    left join members c on c.workspace_id = m.workspace_id and c.user_id = m.changed_by::text left join users changer on changer.id = c.user_id
    where m.kind = ${about.kind} and ${sql.ref(`m.${columns[about.kind]}`)} = ${of} order by m.created_at, m.id`.execute(
    pg,
  )
  return rows.map((row) =>
    Memo.parse({
      memoId: row.id,
      kind: row.kind,
      text: row.text,
      version: row.version,
      by: row.by,
      at: row.created_at.toISOString(),
      changedBy: row.changed_by,
      changedAt: row.changed_at.toISOString(),
    }),
  )
}

type MemoRow = {
  id: string
  kind: string
  text: string
  version: number
  created_at: Date
  changed_at: Date
  by: string | null
  changed_by: string | null
}

const columns = {
  study: 'study_id',
  interview: 'interview_id',
  code: 'code_id',
  person: 'person_no',
} as const
const tables = { study: 'studies', interview: 'interviews', code: 'codes', person: 'people' } as const

/** The id a memo's row holds of what it is about. Throws 404. */
async function subjectOf(
  pg: App['pg'] | PostgresTransaction,
  { workspaceId, about }: { workspaceId: string; about: MemoAbout },
): Promise<string | number> {
  const { kind, id } = about
  const { rows } = await sql<{ id: string; no: number | null }>`
    select id, ${kind === 'person' ? sql`no` : sql`null::bigint as no`} from ${sql.table(tables[kind])}
    where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(pg)
  const [row] = rows
  if (!row) throw notFound(kind)
  return row.no ?? row.id
}

/** Writes a memo. Throws 404, and `words-withheld` (409) about somebody whose words may not be analysed. */
export async function writeMemo(
  app: App,
  given: Writing & { about: MemoAbout; text: string },
): Promise<{ memoId: MemoId; version: number }> {
  const { workspaceId, actor, about } = given
  return app.pg.transaction().execute(async (tx) => {
    const of = await subjectOf(tx, given)
    const text = await textToKeep(tx, {
      app,
      workspaceId,
      about: { kind: about.kind, id: of },
      text: given.text,
    })
    const now = app.clock.now()
    const by = userOf(actor)
    const { rows } = await sql<{ id: string }>`
      insert into memos (workspace_id, kind, ${sql.ref(columns[about.kind])}, text, created_at, created_by, changed_at, changed_by)
      values (${workspaceId}, ${about.kind}, ${of}, ${text}, ${now}, ${by}, ${now}, ${by}) returning id`.execute(
      tx,
    )
    const memoId = MemoId.parse(rows[0]?.id)
    await findMemo(tx, { workspaceId, userId: by, memoId })
    await told(tx, { workspaceId, actor, memoId, action: 'memo.written' })
    return { memoId, version: 1 }
  })
}

/** Writes over a memo as it was read. Throws 404, `words-withheld`, and `memo-changed` (409) where a colleague has written meanwhile. */
export async function changeMemo(
  app: App,
  given: Writing & { memoId: string; text: string; version: number },
): Promise<{ version: number }> {
  const { workspaceId, actor, memoId, version } = given
  return app.pg.transaction().execute(async (tx) => {
    const about = await findMemo(tx, { workspaceId, userId: userOf(actor), memoId })
    const text = await textToKeep(tx, { app, workspaceId, about, text: given.text })
    const { rows } = await sql<{ version: number }>`
      update memos set text = ${text}, version = version + 1, changed_at = ${app.clock.now()}, changed_by = ${userOf(actor)}
      where workspace_id = ${workspaceId} and id = ${memoId} and version = ${version} returning version`.execute(
      tx,
    )
    const [changed] = rows
    if (!changed) throw memoChanged()
    await told(tx, { workspaceId, actor, memoId, action: 'memo.written' })
    return changed
  })
}

/** Takes a memo away; `restoreMemo` brings it back. Throws 404, `words-withheld`. */
export async function removeMemo(app: App, given: Writing & { memoId: string }): Promise<void> {
  const { workspaceId, actor, memoId } = given
  await app.pg.transaction().execute(async (tx) => {
    await findMemo(tx, { workspaceId, userId: userOf(actor), memoId })
    await tx.updateTable('memos').set({ removed_at: app.clock.now() }).where('id', '=', memoId).execute()
    await told(tx, { workspaceId, actor, memoId, action: 'memo.removed' })
  })
}

/** Brings back a memo that was taken away; what may be read no longer stays away from view. Throws 404. */
export async function restoreMemo(app: App, given: Writing & { memoId: string }): Promise<void> {
  const { workspaceId, actor, memoId } = given
  await app.pg.transaction().execute(async (tx) => {
    const { rows } = await sql`
      update memos set removed_at = null where workspace_id = ${workspaceId} and id = ${memoId} returning id`.execute(
      tx,
    )
    if (rows.length === 0) throw notFound('memo')
    await findMemo(tx, { workspaceId, userId: userOf(actor), memoId })
    await told(tx, { workspaceId, actor, memoId, action: 'memo.written' })
  })
}

/** What it is about. */
async function findMemo(
  tx: PostgresTransaction,
  given: Reading & { memoId: string },
): Promise<TeamWords['about']> {
  const { workspaceId, userId, memoId } = given
  const known = await sql<TeamWords['about']>`
    select kind, coalesce(study_id::text, interview_id::text, code_id::text, person_no::text) as id from memos where workspace_id = ${workspaceId} and id = ${memoId}::uuid and removed_at is null`.execute(
    tx,
  )
  const [about] = known.rows
  if (about === undefined) throw notFound('memo')
  const readable = await sql`
    select from readable_memos(${workspaceId}::uuid, ${userId}::uuid, array[${memoId}::uuid])`.execute(tx)
  if (readable.rows.length === 0) throw wordsWithheld()
  return about
}

async function textToKeep(
  tx: PostgresTransaction,
  { text, ...words }: Omit<TeamWords, 'texts'> & { text: string },
): Promise<string> {
  const [kept = text] = await teamWordsToKeep(tx, { ...words, texts: [text] })
  return kept
}

async function told(
  tx: PostgresTransaction,
  given: Writing & { memoId: string; action: 'memo.written' | 'memo.removed' },
): Promise<void> {
  const { workspaceId, actor, memoId, action } = given
  await audit(tx, { workspaceId, actor, action, subject: { kind: 'memo', id: memoId } })
  await tellCoders(tx, workspaceId)
}

const memoChanged = () =>
  new Problem({
    id: 'memo-changed',
    status: 409,
    detail: 'A colleague has written in this memo meanwhile. Read theirs, then put yours on top.',
  })
