import { sql, type RawBuilder } from 'kysely'
import { withReplacements, type TeamWords } from '../conversations/index.ts'
import { knownFinder, type KnownIdentifier, type Language } from '../language/index.ts'
import { json, type App, type PostgresTransaction } from '../platform/index.ts'
import { inCaseOf } from './apply.ts'
import { inFileName } from './file-names.ts'
import { replaceInStudy } from './study-words.ts'
import { forgetSteps, stepsToForget } from './kept-steps.ts'
import { booksToChange, changeBooks, changeCodes, codesToChange } from './team-codes.ts'
import { holdNames, knownAmong, languageOf, namesOfStudy, type StudyName } from './study-names.ts'

type At = { app: Pick<App, 'secret' | 'clock'>; tx: PostgresTransaction }
type InStudy = { workspaceId: string; studyId: string }

/**
 * What the team writes, with pseudonyms in the place of what is replaced in the studies it is about. Nothing else of it is kept: what a pseudonym stands for is
 * sealed on the study's list.
 */
export async function hideNames(tx: PostgresTransaction, words: TeamWords): Promise<readonly string[]> {
  const { app, workspaceId, language } = words
  let { texts } = words
  for (const studyId of await studiesOf(tx, words)) {
    await holdNames(tx, studyId)
    const names = await namesOfStudy(app, { pg: tx, workspaceId, studyId })
    const replace = replacerOf({
      names: [...names.values()],
      language: language ?? (await languageOf(tx, studyId)),
      back: 'stays',
    })
    texts = texts.map(words.are === 'file names' ? inFileName(replace) : replace)
  }
  return texts
}

/** The studies something is about in which anything is replaced. A code that is in no study may be about any. */
async function studiesOf(tx: PostgresTransaction, { workspaceId, about }: TeamWords): Promise<string[]> {
  const { kind, id } = about
  const which = {
    // A code of no study that is begun may be about any.
    workspace: sql`true`,
    study: sql`s.id = ${id}::uuid`,
    interview: sql`s.id = (select i.study_id from interviews i where i.id = ${id}::uuid)`,
    sitting: sql`s.id = (select t.study_id from sittings t where t.id = ${id}::uuid)`,
    highlight: sql`s.id = (select h.study_id from highlights h where h.id = ${id}::uuid)`,
    code: sql`exists (select from codes c where c.id = ${id}::uuid and (c.study_id is null or c.study_id = s.id))`,
    person: sql`exists (select from participants p where p.study_id = s.id and p.person_no = ${id}::bigint)`,
  }[kind]
  const { rows } = await sql<{ id: string }>`
    select s.id from studies s where s.workspace_id = ${workspaceId} and ${which}
      and exists (select from pseudonyms n where n.study_id = s.id and n.state = 'accepted') order by s.id`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

type Coding = 'held' | 'free'

/**
 * Brings all that the team wrote about a study to what was decided. Where codes or steps of undo are to be changed it changes nothing, and says that coding is to be held
 * first, as whoever changes codes holds it. Safe to repeat.
 */
export async function replaceInTeamWords(
  { app, tx }: At,
  { workspaceId, studyId, coding }: InStudy & { coding: Coding },
): Promise<'done' | 'hold coding'> {
  // As whoever writes the study does: first the study, then its names.
  await sql`select from studies where id = ${studyId} for no key update`.execute(tx)
  await holdNames(tx, studyId)
  const names = [...(await namesOfStudy(app, { pg: tx, workspaceId, studyId })).values()]
  const language = await languageOf(tx, studyId)
  const replaceOwn = replacerOf({ names, language, back: 'put back' })
  const replaceShared = replacerOf({ names, language, back: 'stays' })
  // The mark is taken away before anything is read: whoever writes meanwhile is waited for here.
  await sql`delete from team_words_due where study_id = ${studyId}`.execute(tx)
  const codes = await codesToChange(tx, { workspaceId, studyId, replaceOwn, replaceShared })
  const books = await booksToChange(tx, { workspaceId, replace: replaceShared })
  const steps = await stepsToForget(tx, { workspaceId, studyId, replace: replaceOwn })
  if (codes.length + books.length + steps.length > 0 && coding === 'free') {
    await sql`insert into team_words_due (study_id, workspace_id) values (${studyId}, ${workspaceId})`.execute(
      tx,
    )
    return 'hold coding'
  }
  await sql`select set_config('samtale.replacing', 'on', true)`.execute(tx)
  await changeCodes(tx, { workspaceId, codes })
  await changeBooks(tx, { workspaceId, books })
  await forgetSteps(tx, { workspaceId, ids: steps })
  for (const kept of keptWords({ workspaceId, studyId }))
    await replaceIn(tx, { kept, replace: kept.of === 'this study' ? replaceOwn : replaceShared })
  const replaceInLanguage = (asked: Language | null) =>
    asked === null ? replaceOwn : replacerOf({ names, language: asked, back: 'put back' })
  await replaceInStudy({ app, tx }, { studyId, replaceInLanguage })
  await sql`
    update pseudonyms set team_words = case when state = 'accepted' then pseudonym end
    where study_id = ${studyId} and team_words is distinct from case when state = 'accepted' then pseudonym end`.execute(
    tx,
  )
  return 'done'
}

type Kept = {
  table: string
  column: string
  where: RawBuilder<unknown>
  /** A pseudonym is another's in another study: what is about several of them is never put back. */
  of: 'this study' | 'several'
  shape?: 'lines' | 'file name'
}

/** Where the team's own words are kept. */
function keptWords({ workspaceId, studyId }: InStudy): Kept[] {
  const own = sql`study_id = ${studyId}`
  const ofStudy = (table: string, column: string): Kept => ({ table, column, where: own, of: 'this study' })
  const sittings = sql`sitting_id in (select id from sittings where study_id = ${studyId})`
  return [
    ofStudy('highlights', 'note'),
    ofStudy('framework_summaries', 'text'),
    ofStudy('journal_entries', 'text'),
    ofStudy('quote_sets', 'name'),
    ofStudy('quote_sets', 'note'),
    { ...ofStudy('documents', 'name'), shape: 'file name' },
    { ...ofStudy('recordings', 'name'), shape: 'file name' },
    ofStudy('withdrawals', 'note'),
    ofStudy('saturation_words', 'why'),
    ofStudy('coding_rounds', 'name'),
    {
      table: 'round_marks',
      column: 'note',
      where: sql`highlight_id in (select id from highlights where ${own} and round_id is not null)`,
      of: 'this study',
    },
    {
      table: 'framework_versions',
      column: 'text',
      where: sql`summary_id in (select id from framework_summaries where ${own})`,
      of: 'this study',
    },
    {
      table: 'quote_set_quotes',
      column: 'note',
      where: sql`set_id in (select id from quote_sets where ${own})`,
      of: 'this study',
    },
    { table: 'sitting_notes', column: 'text', where: sittings, of: 'this study' },
    { table: 'sitting_notes', column: 'lines', where: sittings, of: 'this study', shape: 'lines' },
    {
      table: 'memos',
      column: 'text',
      where: sql`workspace_id = ${workspaceId} and (${own} or interview_id in (select id from interviews where ${own})
        or code_id in (select id from codes where ${own}))`,
      of: 'this study',
    },
    {
      table: 'memos',
      column: 'text',
      where: sql`workspace_id = ${workspaceId} and (code_id in (select id from codes where workspace_id = ${workspaceId} and study_id is null)
        or person_no in (select person_no from participants where ${own}))`,
      of: 'several',
    },
  ]
}

async function replaceIn(
  tx: PostgresTransaction,
  { kept, replace: replaceWords }: { kept: Kept; replace: (text: string) => string },
): Promise<void> {
  const { table, column, where, shape } = kept
  const replace = shape === 'file name' ? inFileName(replaceWords) : replaceWords
  const [from, words] = [sql.table(table), sql.ref(column)]
  const { rows } = await sql<{ at: string; words: string | string[] }>`
    select ctid::text as at, ${words} as words from ${from} where ${where}
      and ${shape === 'lines' ? sql`${words} <> '[]'` : sql`${words} <> ''`} for update`.execute(tx)
  for (const row of rows) {
    const now = typeof row.words === 'string' ? replace(row.words) : row.words.map(replace)
    if (String(now) === String(row.words)) continue
    const value = typeof now === 'string' ? now : json(now)
    await sql`update ${from} set ${words} = ${value} where ctid = ${row.at}::tid`.execute(tx)
  }
}

type Replacing = { names: readonly StudyName[]; language: Language; back: 'put back' | 'stays' }

/** Puts what was decided in the place of what stands: another pseudonym, the name again, or the pseudonym of a name. */
function replacerOf({ names, language, back }: Replacing): (text: string) => string {
  const accepted = names.filter(({ state }) => state === 'accepted')
  const known = knownAmong(accepted, language)
  const steps = [
    ...(back === 'put back' ? [putter(language, movedOf(names))] : []),
    putter(
      language,
      new Map(
        accepted.map((name) => [name.key, { known: known.get(name.key) ?? null, text: name.pseudonym }]),
      ),
    ),
  ]
  return (text) => steps.reduce((words, step) => step(words), text)
}

type Put = ReadonlyMap<string, { known: KnownIdentifier | null; text: string }>

function putter(language: Language, put: Put): (text: string) => string {
  if (put.size === 0) return (text) => text
  const known = new Map([...put].map(([key, value]) => [key, value.known]))
  const find = knownFinder({ language, known })
  return (text) =>
    withReplacements(
      text,
      find(text).map(({ start, end, form, key }) => ({
        start,
        end,
        text: inCaseOf(form, put.get(key)?.text ?? form),
      })),
    )
}

/** Pseudonyms that stand there and should not, with what should; of two names that had the same nobody can tell which it was. */
function movedOf(names: readonly StudyName[]): Put {
  const stands = Map.groupBy(
    names.filter(({ teamWords }) => teamWords !== null),
    ({ teamWords }) => (teamWords ?? '').toLowerCase(),
  )
  return new Map(
    [...stands].flatMap(([key, [name, ...others]]) => {
      if (name === undefined || others.length > 0) return []
      const text = name.state === 'accepted' ? name.pseudonym : name.form
      if (text.toLowerCase() === key) return []
      return [[key, { known: { kind: name.kind, case: 'capital' as const }, text }] as const]
    }),
  )
}
