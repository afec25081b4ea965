import { sql } from 'kysely'
import { findStudy, teamWordsToKeep } from '../../conversations/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { audit, type MemberActor } from '../../workspace/index.ts'
import { JournalEntryId, type JournalEntry, type JournalWords } from './journal.schema.ts'
import type { InStudy } from './scope.ts'

type OfEntry = { workspaceId: string; entryId: string; actor: MemberActor }

/** One's own entries and those colleagues have shared, newest day first. Nobody else's: also not for an owner. Throws 404. */
export async function listJournal(
  app: App,
  { workspaceId, studyId, actor }: InStudy & { actor: MemberActor },
): Promise<JournalEntry[]> {
  if (!(await findStudy(app.pg, { workspaceId, studyId }))) throw notFound('study')
  const { rows } = await sql<EntryRow>`
    select e.id, to_char(e.written_on, 'YYYY-MM-DD') as written_on, e.text, e.version, e.shared_at, e.changed_at, users.name,
      e.user_id = ${actor.userId} as mine
    from journal_entries e join users on users.id = e.user_id
    where e.workspace_id = ${workspaceId} and e.study_id = ${studyId}
      and (e.user_id = ${actor.userId} or e.shared_at is not null)
    order by e.written_on desc, e.id desc limit 1000`.execute(app.pg)
  return rows.map((row) => ({
    entryId: JournalEntryId.parse(row.id),
    on: row.written_on,
    text: row.text,
    version: row.version,
    isMine: row.mine,
    isShared: row.shared_at !== null,
    who: row.name,
    changedAt: row.changed_at.toISOString(),
  }))
}

type EntryRow = {
  id: string
  written_on: string
  text: string
  version: number
  shared_at: Date | null
  changed_at: Date
  name: string
  mine: boolean
}

/** Begins an entry, seen by nobody but its writer. Throws 404. */
export async function beginEntry(
  app: App,
  given: InStudy & { actor: MemberActor; entry: JournalWords },
): Promise<{ entryId: JournalEntryId }> {
  const { workspaceId, studyId, actor, entry } = given
  const now = app.clock.now()
  return app.pg.transaction().execute(async (tx) => {
    const about = { kind: 'study', id: studyId } as const
    const [text = entry.text] = await teamWordsToKeep(tx, { app, workspaceId, about, texts: [entry.text] })
    const { rows } = await sql<{ id: string }>`
      insert into journal_entries (workspace_id, study_id, user_id, written_on, text, created_at, changed_at)
      select ${workspaceId}::uuid, id, ${actor.userId}, ${entry.on}::date, ${text}, ${now}, ${now}
      from studies where workspace_id = ${workspaceId} and id = ${studyId}
      returning id`.execute(tx)
    const [made] = rows
    if (!made) throw notFound('study')
    return { entryId: JournalEntryId.parse(made.id) }
  })
}

/**
 * Writes an entry of one's own, or shares it or takes it back to oneself. Throws 404, also for a colleague's, and `entry-changed` (409)
 * where it was written in another window meanwhile.
 */
export async function changeEntry(
  app: App,
  given: OfEntry & {
    version: number
    change: { on?: string | undefined; text?: string | undefined; isShared?: boolean | undefined }
  },
): Promise<{ version: number }> {
  const { workspaceId, entryId, actor, version, change } = given
  const now = app.clock.now()
  return app.pg.transaction().execute(async (tx) => {
    const text = await textToKeep({ app, tx }, { ...given, text: change.text })
    const { rows } = await sql<{ version: number; shared_at: Date | null }>`
      select version, shared_at from journal_entries
      where workspace_id = ${workspaceId} and id = ${entryId} and user_id = ${actor.userId} for update`.execute(
      tx,
    )
    const [before] = rows
    if (!before) throw notFound('entry')
    if (before.version !== version) throw changed()
    await tx
      .updateTable('journal_entries')
      .set({
        ...(change.on === undefined ? {} : { written_on: sql<Date>`${change.on}::date` }),
        ...(text === undefined ? {} : { text }),
        ...(change.isShared === undefined ? {} : { shared_at: change.isShared ? now : null }),
        version: version + 1,
        changed_at: now,
      })
      .where('id', '=', entryId)
      .execute()
    if (change.isShared !== undefined && change.isShared !== (before.shared_at !== null))
      await audit(tx, {
        workspaceId,
        actor,
        action: change.isShared ? 'journal.shared' : 'journal.unshared',
        subject: { kind: 'journal entry', id: entryId },
      })
    return { version: version + 1 }
  })
}

/** As it may be kept. Asked before the entry is held: looking through a study holds its names first, then what was written. Throws 404. */
async function textToKeep(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, entryId, actor, text }: OfEntry & { text: string | undefined },
): Promise<string | undefined> {
  if (text === undefined) return undefined
  const entry = await tx
    .selectFrom('journal_entries')
    .select('study_id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', entryId)
    .where('user_id', '=', actor.userId)
    .executeTakeFirst()
  if (!entry) throw notFound('entry')
  const about = { kind: 'study', id: entry.study_id } as const
  const [kept] = await teamWordsToKeep(tx, { app, workspaceId, about, texts: [text] })
  return kept
}

/** Removes an entry of one's own for good. Throws 404, also for a colleague's. */
export async function removeEntry(app: App, { workspaceId, entryId, actor }: OfEntry): Promise<void> {
  const gone = await app.pg
    .deleteFrom('journal_entries')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', entryId)
    .where('user_id', '=', actor.userId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw notFound('entry')
}

const changed = () =>
  new Problem({
    id: 'entry-changed',
    status: 409,
    detail: 'You have written this entry in another window meanwhile. Read that one, then go on.',
  })
