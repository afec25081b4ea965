import { sql } from 'kysely'
import { Language, guessLanguage, languages } from '../../language/index.ts'
import type { App, PostgresTransaction } from '../../platform/index.ts'
import { CodeId, InterviewId, PersonId, SittingId, StudyId } from '../../workspace/index.ts'
import { excerptOf } from './excerpt.ts'
import { marksIn, tsqueryOf, type Sought } from './search-query.ts'
import { searchVectors } from './search-words.ts'
import { NoteKind, type NoteHit, type SearchAsked } from './search.schema.ts'

/**
 * So many of the newest places are looked at first, of which a note has up to five; where it is narrowed down, or too few of these may be read, so many that
 * none of a team's is passed over.
 */
const newest = 500
const mostPlaces = 50_000
const mostShown = 20
/** So many are asked about first: one more than is shown tells that there are more, and some may not be read. */
const askedFirst = 24
/** Notes that a search reads in by itself. */
const atOnce = 500

type Asked = SearchAsked & {
  workspaceId: string
  /** The member who searches. */
  reader: string
  sought: readonly Sought[]
  /** Only about these people; null: about anybody. */
  people: readonly number[] | null
}

/**
 * What the team wrote, in memos and in notes of conversations, newest first, and whether there is more of it. The index holds stems alone: what a
 * note says and whether this member may read it now is asked of the function of its kind, for no more notes than it takes. Call `readNotesIn` before.
 */
export async function searchNotes(app: App, asked: Asked): Promise<{ notes: NoteHit[]; isMore: boolean }> {
  const { sought, language } = asked
  const query = tsqueryOf(sought, language === undefined ? languages : [language])
  // A note has no speaker.
  if (query === null || asked.role !== undefined) return { notes: [], isMore: false }
  const rows = await firstReadable(app, { ...asked, query })
  return {
    notes: rows.slice(0, mostShown).map((row) => asHit(row, sought)),
    isMore: rows.length > mostShown,
  }
}

type Finding = Asked & { query: string }
type Place = { kind: string; noteId: string; version: number; language: string }

/** The newest that this member may read: all that are shown and one more, where there are so many. */
async function firstReadable(app: App, finding: Finding): Promise<Row[]> {
  if (!isNarrowed(finding)) {
    const { places, areAll } = await newestPlaces(app, finding)
    const rows = await readFirst(app, { ...finding, places })
    if (areAll || rows.length > mostShown) return rows
  }
  return readFirst(app, { ...finding, places: await placesAbout(app, finding) })
}

const isNarrowed = ({ studyId, codeId, from, to, people }: Asked) =>
  people !== null || [studyId, codeId, from, to].some((one) => one !== undefined)

/** The notes that say it, whoever may read them, in the order in which they were last written. */
async function newestPlaces(
  app: App,
  { workspaceId, query }: Finding,
): Promise<{ places: readonly Place[]; areAll: boolean }> {
  const { rows } = await sql<Place>`
    select kind, note_id as "noteId", version, language from search_notes
    where workspace_id = ${workspaceId} and words @@ ${query}::tsquery order by id desc limit ${newest}`.execute(
    app.pg,
  )
  return {
    places: [...new Map(rows.map((place) => [place.noteId, place])).values()],
    areAll: rows.length < newest,
  }
}

/** All about what is asked for, in the same order. */
async function placesAbout(app: App, finding: Finding): Promise<readonly Place[]> {
  const { workspaceId, query, studyId, codeId, from, to, people } = finding
  const of = (kind: NoteKind) =>
    sql`${workspaceId}::uuid, null, array(select note_id from place where kind = ${kind})`
  const { rows } = await sql<Place>`
    with place as materialized (
      select kind, note_id, version, language from search_notes
      where workspace_id = ${workspaceId} and words @@ ${query}::tsquery order by id desc limit ${mostPlaces}
    ),
    written as materialized (
      select 'memo' as kind, m.* from memo_to_search(${of('memo')}) m
      union all select 'interview_note', n.* from interview_note_to_search(${of('interview_note')}) n
    ),
    found as (
      select distinct on (w.kind, w.note_id) w.kind, w.note_id, w.version, p.language, w.written_at from place p
      join written w on w.kind = p.kind and w.note_id = p.note_id and w.version = p.version
      where (${studyId ?? null}::uuid is null or w.study_id = ${studyId ?? null}::uuid)
        and (${codeId ?? null}::uuid is null or w.code_id = ${codeId ?? null}::uuid)
        and (${from ?? null}::date is null or w.written_at >= ${from ?? null}::date)
        and (${to ?? null}::date is null or w.written_at < ${to ?? null}::date + 1)
        and (${people}::bigint[] is null or w.person_no = any(${people}::bigint[]))
    )
    select kind, note_id as "noteId", version, language from found order by written_at desc, note_id`.execute(
    app.pg,
  )
  return rows
}

type Row = {
  kind: string
  noteId: string
  text: string
  language: string
  studyId: string | null
  study: string | null
  interviewId: string | null
  sittingId: string | null
  codeId: string | null
  personId: string | null
  writer: string | null
  writtenAt: Date
}

async function readFirst(app: App, asked: Asked & { places: readonly Place[] }): Promise<Row[]> {
  const { places } = asked
  const rows: Row[] = []
  for (let at = 0, most = askedFirst; at < places.length && rows.length <= mostShown; at += most, most *= 2)
    rows.push(...(await readPlaces(app, { ...asked, places: places.slice(at, at + most) })))
  return rows
}

/** Those of the places that this member may read now. */
async function readPlaces(app: App, asked: Asked & { places: readonly Place[] }): Promise<Row[]> {
  const { workspaceId, reader, places } = asked
  const of = (kind: NoteKind) =>
    sql`${workspaceId}::uuid, ${reader}::uuid, ${places.filter((place) => place.kind === kind).map(({ noteId }) => noteId)}::uuid[]`
  const { rows } = await sql<Row>`
    with place as (
      select * from unnest(${places.map(({ kind }) => kind)}::text[], ${places.map(({ noteId }) => noteId)}::uuid[],
        ${places.map(({ version }) => version)}::int[], ${places.map(({ language }) => language)}::text[]) as p (kind, note_id, version, language)
    ),
    readable as materialized (
      select 'memo' as kind, m.* from memo_to_search(${of('memo')}) m
      union all select 'interview_note', n.* from interview_note_to_search(${of('interview_note')}) n
    )
    select r.kind, r.note_id as "noteId", r.text, p.language, r.study_id as "studyId", st.title as study,
      r.interview_id as "interviewId", s.sitting_id as "sittingId", r.code_id as "codeId", people.id as "personId", r.writer,
      r.written_at as "writtenAt"
    from place p join readable r on r.kind = p.kind and r.note_id = p.note_id and r.version = p.version
    left join studies st on st.id = r.study_id left join people on people.no = r.person_no
    left join sitting_notes s on s.id = r.note_id and r.kind = 'interview_note'
    order by r.written_at desc, r.note_id`.execute(app.pg)
  return rows
}

function asHit(row: Row, sought: readonly Sought[]): NoteHit {
  const language = Language.catch('en').parse(row.language)
  return {
    kind: NoteKind.parse(row.kind),
    noteId: row.noteId,
    studyId: row.studyId === null ? null : StudyId.parse(row.studyId),
    study: row.study,
    interviewId: row.interviewId === null ? null : InterviewId.parse(row.interviewId),
    sittingId: row.sittingId === null ? null : SittingId.parse(row.sittingId),
    codeId: row.codeId === null ? null : CodeId.parse(row.codeId),
    personId: row.personId === null ? null : PersonId.parse(row.personId),
    writer: row.writer,
    when: row.writtenAt.toISOString(),
    language,
    ...excerptOf(row.text, marksIn(row.text, { sought, language })),
  }
}

/** Reads notes that were written or changed since into the search; it costs one small query when none were. */
export async function readNotesIn(app: App, workspaceId: string): Promise<void> {
  const due = await app.pg
    .selectFrom('search_notes_due')
    .select('seq')
    .where('workspace_id', '=', workspaceId)
    .limit(1)
    .execute()
  if (due.length > 0) await app.pg.transaction().execute((tx) => readDueNotes(tx, workspaceId))
}

type Text = { noteId: string; version: number; text: string }

async function readDueNotes(tx: PostgresTransaction, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('search notes:' || ${workspaceId}, 0))`.execute(tx)
  const { rows: due } = await sql<{ kind: string; ids: string[] }>`
    with taken as (
      delete from search_notes_due where seq in (
        select seq from search_notes_due where workspace_id = ${workspaceId} order by seq limit ${atOnce})
      returning kind, note_id::text
    ) select kind, array_agg(distinct note_id) as ids from taken group by kind`.execute(tx)
  for (const { kind, ids } of due) {
    await sql`delete from search_notes where kind = ${kind} and note_id = any(${ids}::uuid[])`.execute(tx)
    const { rows } = await sql<Text>`
      select note_id as "noteId", version, text
      from ${functionOf[NoteKind.parse(kind)]}(${workspaceId}::uuid, null, ${ids}::uuid[])
      where text <> '' order by written_at, note_id`.execute(tx)
    for (const note of rows) await insertNote(tx, { workspaceId, kind, note })
  }
}

const functionOf = { memo: sql`memo_to_search`, interview_note: sql`interview_note_to_search` }

async function insertNote(
  tx: PostgresTransaction,
  { workspaceId, kind, note }: { workspaceId: string; kind: string; note: Text },
): Promise<void> {
  const { noteId, version, text } = note
  for (const language of await languagesOf(note))
    for (const [part, words] of searchVectors(language, text).entries())
      await sql`
        insert into search_notes (workspace_id, kind, note_id, part, version, language, words)
        values (${workspaceId}, ${kind}, ${noteId}, ${part}, ${version}, ${language}, ${words}::tsvector)`.execute(
        tx,
      )
}

/**
 * Notes are written in the team's language, which need not be the one that was spoken. A short one gives no certain guess, and is found in the forms of
 * every language.
 */
async function languagesOf({ text }: Text): Promise<readonly Language[]> {
  const { language, reliable } = await guessLanguage(text)
  return reliable && language !== null ? [language] : languages
}
