import { sql } from 'kysely'
import { wordsWithheld } from '../../conversations/index.ts'
import { notFound, type App, type TableFormat } from '../../platform/index.ts'
import type { MemberActor } from '../../workspace/index.ts'
import { writeExport } from '../exchange/exports.ts'
import { written } from '../exchange/tables.ts'
import { quoteLines } from './quotes-file.ts'
import {
  auditSet,
  lockQuoteSet,
  nextVersion,
  readQuoteSet,
  setChanged,
  setWordsToKeep,
  type OfSet,
} from './quote-sets.ts'

type Changing = OfSet & { actor: MemberActor }

/**
 * Adds quotes at the end of a set, in the order given, or one at a place with its note (to take a removal back). Those that are in it already stay where they are.
 * Returns how many were added. Throws 404, and `words-withheld` (409) where none of them may be quoted.
 */
export async function addQuotes(
  app: App,
  given: Changing & {
    highlightIds: readonly string[]
    place?: number | undefined
    note?: string | undefined
  },
): Promise<{ added: number }> {
  const { workspaceId, quoteSetId, actor, highlightIds, place = null } = given
  return app.pg.transaction().execute(async (tx) => {
    const texts = [given.note ?? '']
    const [note = ''] = await setWordsToKeep({ app, tx }, { ...given, texts })
    const { studyId } = await lockQuoteSet(tx, given)
    const { rows } = await sql<{ may_quote: boolean; added: boolean }>`
      with asked as (
        select id, at from unnest(${[...highlightIds]}::uuid[]) with ordinality as given (id, at)
      ), known as (
        select a.id, a.at, bool_or(p.may_quote) as may_quote
        from asked a join coded_passages(${workspaceId}::uuid, null, ${studyId}::uuid) p on p.highlight_id = a.id group by 1, 2
      ), added as (
        insert into quote_set_quotes (set_id, highlight_id, workspace_id, place, note, added_by, added_at)
        select ${quoteSetId}::uuid, id, ${workspaceId}::uuid,
          coalesce(${place}::int, (select coalesce(max(place), 0) from quote_set_quotes where set_id = ${quoteSetId}) + at::int),
          ${note}, ${actor.memberId}::uuid, ${app.clock.now()}
        from known where may_quote
        on conflict do nothing returning highlight_id
      )
      select k.may_quote, a.highlight_id is not null as added from known k left join added a on a.highlight_id = k.id`.execute(
      tx,
    )
    if (rows.length === 0) throw notFound('quote')
    if (!rows.some(({ may_quote }) => may_quote)) throw wordsWithheld()
    const added = rows.filter((row) => row.added).length
    if (added > 0) {
      await tx
        .updateTable('quote_sets')
        .set({ changed_at: app.clock.now() })
        .where('id', '=', quoteSetId)
        .execute()
      await auditSet(tx, { ...given, action: 'quote-set.changed' })
    }
    return { added }
  })
}

/** Takes a quote out of a set; says where it stood and with which note, to bring it back. Throws 404. */
export async function takeQuote(
  app: App,
  given: Changing & { highlightId: string },
): Promise<{ place: number; note: string }> {
  return app.pg.transaction().execute(async (tx) => {
    await lockQuoteSet(tx, given)
    const gone = await tx
      .deleteFrom('quote_set_quotes')
      .where('set_id', '=', given.quoteSetId)
      .where('highlight_id', '=', given.highlightId)
      .returning(['place', 'note'])
      .executeTakeFirst()
    if (!gone) throw notFound('quote')
    await auditSet(tx, { ...given, action: 'quote-set.changed' })
    return gone
  })
}

/** Puts the quotes of a set in another order; those that may not be shown follow. Throws 404, `quote-set-changed` (409). */
export async function orderQuotes(
  app: App,
  given: Changing & { highlightIds: readonly string[]; version: number },
): Promise<{ version: number }> {
  const { quoteSetId, highlightIds } = given
  return app.pg.transaction().execute(async (tx) => {
    const version = await nextVersion(tx, { ...given, now: app.clock.now() })
    await sql`
      update quote_set_quotes q set place = ordered.at from (
        select own.highlight_id, row_number() over (order by given.at nulls last, own.place) as at
        from quote_set_quotes own
        left join unnest(${[...highlightIds]}::uuid[]) with ordinality as given (id, at) on given.id = own.highlight_id
        where own.set_id = ${quoteSetId}
      ) ordered where q.set_id = ${quoteSetId} and q.highlight_id = ordered.highlight_id`.execute(tx)
    await auditSet(tx, { ...given, action: 'quote-set.changed' })
    return { version }
  })
}

/** Writes what the team thinks of a quote in this set. `before` is the note that was read. Throws 404, `quote-set-changed` (409). */
export async function noteQuote(
  app: App,
  given: Changing & { highlightId: string; note: string; before: string },
): Promise<void> {
  const { quoteSetId, highlightId, before } = given
  await app.pg.transaction().execute(async (tx) => {
    const [note = given.note] = await setWordsToKeep({ app, tx }, { ...given, texts: [given.note] })
    await lockQuoteSet(tx, given)
    const row = await tx
      .selectFrom('quote_set_quotes')
      .select('note')
      .where('set_id', '=', quoteSetId)
      .where('highlight_id', '=', highlightId)
      .executeTakeFirst()
    if (!row) throw notFound('quote')
    if (row.note !== before && row.note !== note) throw setChanged()
    await tx
      .updateTable('quote_set_quotes')
      .set({ note })
      .where('set_id', '=', quoteSetId)
      .where('highlight_id', '=', highlightId)
      .execute()
    await auditSet(tx, { ...given, action: 'quote-set.changed' })
  })
}

/** A set as a file, of what may be shown at this moment; written down with whose words are in it before it leaves. Throws 404. */
export async function exportQuoteSet(
  app: App,
  given: Changing & { format: TableFormat },
): Promise<Uint8Array> {
  const { workspaceId, actor, format } = given
  const { set, people } = await readQuoteSet(app, given)
  await writeExport(app, {
    ...{ workspaceId, studyId: set.studyId, kind: 'quotes', actor, people },
    quotes: set.items,
    passages: set.items.length,
  })
  return written(format, {
    name: set.name,
    // The note stands behind the words.
    rows: quoteLines(app, { workspaceId, quotes: set.items }).map((line, at) =>
      line.toSpliced(1, 0, at === 0 ? 'note' : (set.items[at - 1]?.note ?? '')),
    ),
  })
}
