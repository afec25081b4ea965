import { sql } from 'kysely'
import { z } from 'zod'
import { Language, guessLanguage } from '../../language/index.ts'
import { newBreath, type App, type JobKind, type PostgresTransaction } from '../../platform/index.ts'
import { vectorsOf } from './search-words.ts'

const readInWorkspace: JobKind<{ workspaceId: string }> = {
  name: 'search.read-in',
  data: z.object({ workspaceId: z.uuid() }),
}

/** Reads conversations into the search soon after they were brought in, so that the first who searches does not wait. */
export function wireSearch(app: App): void {
  app.jobs.handle(readInWorkspace, async ({ workspaceId }, signal) => {
    while (!signal.aborted && (await readIn(app, { workspaceId, most: atOnce })) > 0);
  })
  app.outbox.subscribe('interview.brought', ({ workspaceId }) =>
    app.jobs.queue(readInWorkspace, { workspaceId }, { key: workspaceId, afterSeconds: 2 }),
  )
}

const atOnce = 4

/**
 * Reads what was said, corrected or noted since into the search: so many conversations at most. Call it before every search; it costs one
 * small query when nothing changed. Says how many conversations are left, whose newest words are not found yet.
 */
export async function readIn(
  app: App,
  { workspaceId, most }: { workspaceId: string; most: number },
): Promise<number> {
  for (let left = most; left > 0; left -= atOnce) {
    const due = await app.pg
      .selectFrom('search_due')
      .select('interview_id')
      .distinct()
      .where('workspace_id', '=', workspaceId)
      .limit(Math.min(left, atOnce))
      .execute()
    if (due.length === 0) return 0
    const interviewIds = due.map((row) => row.interview_id)
    await app.pg.transaction().execute((tx) => readInterviewsIn(tx, { workspaceId, interviewIds }))
  }
  const { rows } = await sql<{ left: number }>`
    select count(distinct interview_id)::int as left from search_due where workspace_id = ${workspaceId}`.execute(
    app.pg,
  )
  return rows[0]?.left ?? 0
}

type Reading = { workspaceId: string; interviewIds: readonly string[] }

async function readInterviewsIn(tx: PostgresTransaction, reading: Reading): Promise<void> {
  const { workspaceId, interviewIds } = reading
  await sql`select pg_advisory_xact_lock(hashtextextended('search:' || ${workspaceId}, 0))`.execute(tx)
  // What commits after this statement keeps its row and is read next time.
  await tx
    .deleteFrom('search_due')
    .where('workspace_id', '=', workspaceId)
    .where('interview_id', 'in', interviewIds)
    .execute()
  const turns = await sql<Text>`
    select u.id as utterance_id, null::uuid as highlight_id, u.interview_id, u.position, u.version, i.language, u.text,
      i.kind = 'open-answers' as is_answer
    from utterances u join interviews i on i.id = u.interview_id
    where u.workspace_id = ${workspaceId} and u.interview_id = any(${[...interviewIds]}::uuid[])
      and not exists (select from search_texts t where t.utterance_id = u.id and t.highlight_id is null
        and t.version = u.version and t.position = u.position and t.language = i.language)`.execute(tx)
  const notes = await sql<Text>`
    select u.id as utterance_id, h.id as highlight_id, u.interview_id, u.position, u.version, i.language, h.note as text,
      false as is_answer
    from highlights h join utterances u on u.id = h.utterance_id join interviews i on i.id = u.interview_id
    where h.workspace_id = ${workspaceId} and h.interview_id = any(${[...interviewIds]}::uuid[])
      and h.note <> '' and h.removed_at is null`.execute(tx)
  await sql`
    delete from search_texts where interview_id = any(${[...interviewIds]}::uuid[]) and (highlight_id is not null
      or utterance_id = any(${turns.rows.map((turn) => turn.utterance_id)}::uuid[]))`.execute(tx)
  await insertTexts(tx, { workspaceId, texts: [...turns.rows, ...notes.rows] })
}

type Text = {
  utterance_id: string
  highlight_id: string | null
  interview_id: string
  position: number
  version: number
  language: string
  text: string
  is_answer: boolean
}

async function insertTexts(
  tx: PostgresTransaction,
  { workspaceId, texts }: { workspaceId: string; texts: readonly Text[] },
): Promise<void> {
  const breathe = newBreath()
  let rows: Words[] = []
  for (const text of texts) {
    let part = 0
    const own_language = text.is_answer ? await ownLanguage(text.text) : null
    for (const words of vectorsOf(Language.catch('en').parse(text.language), text.text)) {
      rows.push({ ...text, part, words, own_language })
      part += 1
      await breathe()
    }
    if (rows.length < writtenAtOnce) continue
    await insertWords(tx, { workspaceId, rows })
    rows = []
  }
  if (rows.length > 0) await insertWords(tx, { workspaceId, rows })
}

/** Of one answer; null where it is too short to tell. */
async function ownLanguage(text: string): Promise<Language | null> {
  const { language, reliable } = await guessLanguage(text)
  return reliable ? language : null
}

/** Rows: writing out a hundred thousand at once would hold up everybody. */
const writtenAtOnce = 2000

type Words = Text & { part: number; words: string; own_language: Language | null }

async function insertWords(
  tx: PostgresTransaction,
  { workspaceId, rows }: { workspaceId: string; rows: readonly Words[] },
): Promise<void> {
  await sql`
    insert into search_texts (workspace_id, interview_id, utterance_id, highlight_id, part, position, version, language, own_language,
      words)
    select ${workspaceId}::uuid, interview_id, utterance_id, highlight_id, part, position, version, language, own_language, words::tsvector
    from unnest(
      ${rows.map((row) => row.interview_id)}::uuid[], ${rows.map((row) => row.utterance_id)}::uuid[],
      ${rows.map((row) => row.highlight_id)}::uuid[], ${rows.map((row) => row.part)}::int[],
      ${rows.map((row) => row.position)}::int[], ${rows.map((row) => row.version)}::int[],
      ${rows.map((row) => row.language)}::text[], ${rows.map((row) => row.own_language)}::text[], ${rows.map((row) => row.words)}::text[])
      as t (interview_id, utterance_id, highlight_id, part, position, version, language, own_language, words)`.execute(
    tx,
  )
}
