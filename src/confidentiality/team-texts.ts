import { sql } from 'kysely'
import { Language, findIdentifiers, keysOfName } from '../language/index.ts'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { TeamSource } from './pseudonym.schema.ts'
import { calledAs } from './called-as.ts'
import { fileNameInWords } from './file-names.ts'
import {
  addNames,
  colleagues,
  holdNames,
  knownAmong,
  languageOf,
  namesOfStudy,
  type StudyName,
} from './study-names.ts'

/** Texts that are read through in one transaction: so long waits who decides about names of their studies. */
const atOnce = 40

type At = { app: App; tx: PostgresTransaction }

/** After so long a text whose reading failed is tried again. */
const againAfter = 60 * 60 * 1000

/**
 * Reads through what the team has written since it was read last, some of it of one workspace: what tells who somebody is comes on the list of the study it is
 * about, with the texts it stands in. A text that cannot be read is set aside, and tried again later. Says whether there may be more. Safe to repeat.
 */
export async function readTeamTexts(
  app: App,
  { workspaceId }: { workspaceId?: string | undefined },
): Promise<boolean> {
  const now = app.clock.now()
  const isDue = (
    table: string,
  ) => sql`(${workspaceId ?? null}::uuid is null or ${sql.ref(`${table}.workspace_id`)} = ${workspaceId ?? null}::uuid)
    and (${sql.ref(`${table}.failed_at`)} is null or ${sql.ref(`${table}.failed_at`)} < ${new Date(now.getTime() - againAfter)})`
  const { rows } = await sql<{ seq: string }>`
    select d.seq::text from team_texts_due d
    where d.workspace_id = (select t.workspace_id from team_texts_due t where ${isDue('t')} order by t.seq limit 1) and ${isDue('d')}
    order by d.seq limit ${atOnce}`.execute(app.pg)
  const seqs = rows.map(({ seq }) => seq)
  if (seqs.length === 0) return false
  const failure = await readThese(app, seqs)
  if (failure === null) return true
  for (const seq of seqs) {
    const own = await readThese(app, [seq])
    if (own !== null)
      await sql`update team_texts_due set failed_at = ${now}, failure = ${own} where seq = ${seq}`.execute(
        app.pg,
      )
  }
  return true
}

/** Reads due texts of one workspace in one transaction; what kind of error came up, or null. Its message may hold what was written. */
async function readThese(app: App, seqs: readonly string[]): Promise<string | null> {
  try {
    await app.pg.transaction().execute((tx) => readDue({ app, tx }, seqs))
    return null
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown'
  }
}

/** Whoever reads the same texts meanwhile is waited for, and has left none of them. */
async function readDue({ app, tx }: At, seqs: readonly string[]): Promise<void> {
  const { rows: taken } = await sql<DueText>`
    delete from team_texts_due where seq in (select seq from team_texts_due where seq = any(${seqs}::bigint[]) order by seq for update)
    returning workspace_id, source, source_id`.execute(tx)
  const [one] = taken
  if (one === undefined) return
  const about = await textsOf(tx, { workspaceId: one.workspace_id, due: taken })
  // One order for all, as they are held where something is written about several.
  const held = [...new Set(about.map(({ study_id }) => study_id))].toSorted()
  for (const studyId of held) await holdNames(tx, studyId)
  // As they stand now that nobody replaces in them.
  const now = await textsOf(tx, { workspaceId: one.workspace_id, due: taken })
  const texts = now.filter(({ study_id }) => held.includes(study_id))
  await sql`delete from pseudonym_notes where source_id = any(${taken.map(({ source_id }) => source_id)}::uuid[])`.execute(
    tx,
  )
  for (const [studyId, here] of Map.groupBy(texts, ({ study_id }) => study_id))
    await readInStudy({ app, tx }, { workspaceId: one.workspace_id, studyId, texts: here })
}

type DueText = { workspace_id: string; source: string; source_id: string }
/** Language: null is the study's. */
type Text = { source: string; source_id: string; study_id: string; words: string; language: string | null }

async function textsOf(
  tx: PostgresTransaction,
  { workspaceId, due }: { workspaceId: string; due: readonly DueText[] },
): Promise<Text[]> {
  const texts: Text[] = []
  for (const [source, rows] of Map.groupBy(due, (row) => TeamSource.parse(row.source))) {
    const ids = [...new Set(rows.map((row) => row.source_id))]
    const found = await sql<Omit<Text, 'source'>>`
      select source_id, study_id, words, language from team_texts(${workspaceId}::uuid, null, ${source}, ${ids}::uuid[])
      where words <> '' and study_id is not null`.execute(tx)
    const isFile = source === 'document' || source === 'recording'
    texts.push(
      ...found.rows.map((row) => ({
        ...row,
        source,
        words: isFile ? fileNameInWords(row.words) : row.words,
      })),
    )
  }
  return texts
}

async function readInStudy(
  { app, tx }: At,
  given: { workspaceId: string; studyId: string; texts: readonly Text[] },
): Promise<void> {
  const { workspaceId, studyId, texts } = given
  const names = await namesOfStudy(app, { pg: tx, workspaceId, studyId })
  const language = await languageOf(tx, studyId)
  const called = await calledAs(tx, studyId)
  const known = knownAmong(names.values(), language)
  for (const { key, kind } of called) if (!known.has(key)) known.set(key, { kind, case: 'capital' })
  // Whoever works here is named in notes all the time, and a pseudonym is nobody's name.
  const nobodys = [...(await colleagues(tx, workspaceId)), ...standing(names.values())]
  for (const key of nobodys) if (!known.has(key)) known.set(key, null)
  const found = texts.map((text) =>
    findIdentifiers([text.words], { language: Language.catch(language).parse(text.language), known }).flat(),
  )
  const all = found.flat()
  const isThere = new Set(all.map(({ key }) => key))
  await addNames(
    { app, tx },
    {
      ...{ workspaceId, studyId, names, language },
      // What one text tells to be a name is one, whatever others only show as a capital.
      found: [
        ...called.filter(({ key }) => isThere.has(key)),
        ...all.filter(({ kind }) => kind !== 'other'),
        ...all,
      ],
    },
  )
  await writeNotes(tx, {
    ...{ workspaceId, studyId },
    rows: texts.flatMap((text, at) =>
      [...Map.groupBy(found[at] ?? [], ({ key }) => names.get(key)?.pseudonymId)].flatMap(([id, places]) =>
        id === undefined ? [] : [{ ...text, id, times: places.length }],
      ),
    ),
  })
}

/** Pseudonyms as they stand in texts, whole and by their parts. */
function standing(names: Iterable<StudyName>): string[] {
  return [...names].flatMap(({ state, pseudonym, teamWords }) =>
    [...(state === 'accepted' ? [pseudonym] : []), ...(teamWords === null ? [] : [teamWords])].flatMap(
      (text) => [text.toLowerCase(), ...keysOfName(text)],
    ),
  )
}

async function writeNotes(
  tx: PostgresTransaction,
  given: { workspaceId: string; studyId: string; rows: readonly (Text & { id: string; times: number })[] },
): Promise<void> {
  const { workspaceId, studyId, rows } = given
  if (rows.length === 0) return
  await sql`
    insert into pseudonym_notes (pseudonym_id, workspace_id, study_id, source, source_id, times)
    select id, ${workspaceId}::uuid, ${studyId}::uuid, source, source_id, sum(times)
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ source }) => source)}::text[],
      ${rows.map((row) => row.source_id)}::uuid[], ${rows.map(({ times }) => times)}::int[]) as n (id, source, source_id, times)
    -- A guide is read once in each of its languages.
    group by id, source, source_id
    on conflict (pseudonym_id, source, source_id) do update set times = excluded.times`.execute(tx)
}
