import { sql } from 'kysely'
import { findStudy, teamWordsToKeep } from '../../conversations/index.ts'
import { Problem, notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import { StudyId, audit, type AuditAction, type MemberActor } from '../../workspace/index.ts'
import type { PassageRow } from '../quotes.ts'
import { QuoteSetId, type QuoteSet, type QuoteSetListed, type QuoteSetWords } from './quote-set.schema.ts'
import type { InStudy } from './scope.ts'
import { asViewQuote } from './view-quotes.ts'

export type OfSet = { workspaceId: string; quoteSetId: string }
type Changing = OfSet & { actor: MemberActor }

/** The sets of a study, newest first, with how many quotes of each may be shown now. Throws 404. */
export async function listQuoteSets(app: App, { workspaceId, studyId }: InStudy): Promise<QuoteSetListed[]> {
  if (!(await findStudy(app.pg, { workspaceId, studyId }))) throw notFound('study')
  const { rows } = await sql<ListedRow>`
    with shown as materialized (
      select highlight_id, bool_or(may_quote) as may_quote from coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid) group by 1
    ), alive as materialized (
      select q.set_id, q.highlight_id, coalesce(s.may_quote, false) as may_quote, ${isUnmarked} as unmarked
      from quote_set_quotes q join quote_sets own on own.id = q.set_id and own.study_id = ${studyId}
      left join shown s on s.highlight_id = q.highlight_id left join highlights h on h.id = q.highlight_id
    )
    select s.id, s.name, s.note, s.changed_at, count(a.highlight_id) filter (where a.may_quote) as quotes,
      count(a.highlight_id) filter (where not a.may_quote and not a.unmarked) as taken_out
    from quote_sets s left join alive a on a.set_id = s.id
    where s.workspace_id = ${workspaceId} and s.study_id = ${studyId} and s.removed_at is null
    group by s.id order by s.id desc`.execute(app.pg)
  return rows.map((row) => ({
    quoteSetId: QuoteSetId.parse(row.id),
    name: row.name,
    note: row.note,
    quotes: row.quotes,
    takenOut: row.taken_out,
    changedAt: row.changed_at.toISOString(),
  }))
}

type ListedRow = {
  id: string
  name: string
  note: string
  changed_at: Date
  quotes: number
  taken_out: number
}

/** No longer marked by anybody, which is not the same as taken out; `h` is the passage, if it is still there. */
const isUnmarked = sql`coalesce(h.removed_at is not null or h.lost_text is not null or not exists (
  select from highlight_codes hc join codes c on c.id = hc.code_id and c.removed_at is null where hc.highlight_id = h.id), false)
  and h.id is not null`

/** A set with what may be shown of it now, whose words these are beside it. Throws 404. */
export async function readQuoteSet(
  app: App,
  { workspaceId, quoteSetId }: OfSet,
): Promise<{ set: QuoteSet; people: number[] }> {
  const found = await app.pg
    .selectFrom('quote_sets')
    .leftJoin('members', 'members.id', 'quote_sets.created_by')
    .leftJoin('users', 'users.id', 'members.user_id')
    .select(['quote_sets.id', 'quote_sets.study_id', 'quote_sets.name', 'note', 'version', 'changed_at'])
    .select('users.name as by')
    .where('quote_sets.workspace_id', '=', workspaceId)
    .where('quote_sets.id', '=', quoteSetId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw notFound('set of quotes')
  const rows = await readItems(app, { workspaceId, studyId: found.study_id, quoteSetId })
  const shown = rows.filter(({ may_quote }) => may_quote)
  return {
    set: {
      quoteSetId: QuoteSetId.parse(found.id),
      studyId: StudyId.parse(found.study_id),
      name: found.name,
      note: found.note,
      version: found.version,
      by: found.by,
      changedAt: found.changed_at.toISOString(),
      items: shown.map((row) => ({ ...asViewQuote(row, row.highlight_id), note: row.note })),
      takenOut: rows.filter((row) => !row.may_quote && !row.unmarked).length,
      unmarked: rows.filter((row) => !row.may_quote && row.unmarked).length,
    },
    people: [...new Set(shown.map(({ person_no }) => person_no))],
  }
}

type ItemRow = PassageRow & {
  highlight_id: string
  person_no: number
  note: string
  title: string
  may_quote: boolean
  unmarked: boolean
}

async function readItems(app: App, given: InStudy & { quoteSetId: string }): Promise<ItemRow[]> {
  const { workspaceId, studyId, quoteSetId } = given
  const { rows } = await sql<ItemRow>`
    with shown as materialized (
      select highlight_id, person_no, bool_or(may_quote) as may_quote, array_agg(code_id::text) as code_ids
      from coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid) group by 1, 2
    )
    select q.highlight_id, q.note, coalesce(s.may_quote, false) as may_quote, ${isUnmarked} as unmarked, s.person_no, s.code_ids,
      h.interview_id, h.utterance_id, h.start_at, h.end_at, u.text, i.happened_at, i.language, i.title, credited_name(people.no, i.study_id) as pseudonym
    from quote_set_quotes q
    left join highlights h on h.id = q.highlight_id
    left join shown s on s.highlight_id = q.highlight_id
    left join utterances u on u.id = h.utterance_id
    left join interviews i on i.id = h.interview_id
    left join people on people.no = s.person_no
    where q.workspace_id = ${workspaceId} and q.set_id = ${quoteSetId}
    order by q.place, q.added_at, q.highlight_id`.execute(app.pg)
  return rows
}

/** Begins a set. Throws 404. */
export async function createQuoteSet(
  app: App,
  given: InStudy & { actor: MemberActor; words: QuoteSetWords },
): Promise<{ quoteSetId: QuoteSetId }> {
  const { workspaceId, studyId, actor, words } = given
  const now = app.clock.now()
  return app.pg.transaction().execute(async (tx) => {
    const about = { kind: 'study', id: studyId } as const
    const texts = [words.name, words.note]
    const [name = words.name, note = words.note] = await teamWordsToKeep(tx, {
      app,
      workspaceId,
      about,
      texts,
    })
    const { rows } = await sql<{ id: string }>`
      insert into quote_sets (workspace_id, study_id, name, note, created_by, created_at, changed_at)
      select ${workspaceId}::uuid, id, ${name}, ${note}, ${actor.memberId}::uuid, ${now}, ${now}
      from studies where workspace_id = ${workspaceId} and id = ${studyId} returning id`.execute(tx)
    const [made] = rows
    if (!made) throw notFound('study')
    const quoteSetId = QuoteSetId.parse(made.id)
    await auditSet(tx, { workspaceId, quoteSetId, actor, action: 'quote-set.created' })
    return { quoteSetId }
  })
}

/** Gives a set another name or note. Throws 404, `quote-set-changed` (409). */
export async function changeQuoteSet(
  app: App,
  given: Changing & { words: QuoteSetWords; version: number },
): Promise<{ version: number }> {
  return app.pg.transaction().execute(async (tx) => {
    const { words } = given
    const texts = [words.name, words.note]
    const [name = words.name, note = words.note] = await setWordsToKeep({ app, tx }, { ...given, texts })
    const version = await nextVersion(tx, { ...given, now: app.clock.now() })
    await tx.updateTable('quote_sets').set({ name, note }).where('id', '=', given.quoteSetId).execute()
    await auditSet(tx, { ...given, action: 'quote-set.changed' })
    return { version }
  })
}

/** What is to be kept of what is written in a set. Asked before it is held: looking through a study holds its names first, then what was written. Throws 404. */
export async function setWordsToKeep(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, quoteSetId, texts }: OfSet & { texts: readonly string[] },
): Promise<readonly string[]> {
  const set = await tx
    .selectFrom('quote_sets')
    .select('study_id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', quoteSetId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!set) throw notFound('set of quotes')
  return teamWordsToKeep(tx, { app, workspaceId, about: { kind: 'study', id: set.study_id }, texts })
}

/** Takes a set away, or brings it back with its quotes. Throws 404. */
export async function putAwayQuoteSet(
  app: App,
  given: Changing & { to: 'removed' | 'there' },
): Promise<void> {
  const { workspaceId, quoteSetId, to } = given
  await app.pg.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('quote_sets')
      .set({ removed_at: to === 'removed' ? app.clock.now() : null })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', quoteSetId)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw notFound('set of quotes')
    await auditSet(tx, { ...given, action: to === 'removed' ? 'quote-set.removed' : 'quote-set.restored' })
  })
}

/** Raises the number of a set that was read at `version`. Throws 404, `quote-set-changed` (409). */
export async function nextVersion(
  tx: PostgresTransaction,
  { workspaceId, quoteSetId, version, now }: OfSet & { version: number; now: Date },
): Promise<number> {
  const row = await tx
    .updateTable('quote_sets')
    .set({ version: version + 1, changed_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', quoteSetId)
    .where('removed_at', 'is', null)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row) return row.version
  await lockQuoteSet(tx, { workspaceId, quoteSetId })
  throw setChanged()
}

/** Holds a set until the change is written. Throws 404. */
export async function lockQuoteSet(
  tx: PostgresTransaction,
  { workspaceId, quoteSetId }: OfSet,
): Promise<{ studyId: string }> {
  const row = await tx
    .selectFrom('quote_sets')
    .select('study_id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', quoteSetId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('set of quotes')
  return { studyId: row.study_id }
}

export async function auditSet(
  tx: PostgresTransaction,
  { workspaceId, quoteSetId, actor, action }: Changing & { action: AuditAction },
): Promise<void> {
  await audit(tx, { workspaceId, actor, action, subject: { kind: 'quote set', id: quoteSetId } })
}

export const setChanged = () =>
  new Problem({
    id: 'quote-set-changed',
    status: 409,
    detail: 'A colleague has changed this set meanwhile. Look at it again, then do it once more.',
  })
