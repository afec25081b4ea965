import { sql } from 'kysely'
import { Language } from '../../language/index.ts'
import { newBreath, type App } from '../../platform/index.ts'
import { readIn } from '../search/read-in.ts'
import { indexAnswers, type AnswerIndex } from './answer-index.ts'
import { wordsOfVectors, type CountedWords, type TermNumbers } from './answer-words.ts'
import { codesOfAnswers, readableAnswers, type Readable } from './source.ts'

/** Milliseconds after which nobody is thought to be still coding a study. */
const longest = 600_000

/** The answers of a study as they can be compared, and the codes people have given them. */
export type Compared = {
  index: AnswerIndex
  words: ReadonlyMap<string, Words>
  codes: ReadonlyMap<string, readonly string[]>
  /** Of the workspace's coding, when the codes were read. */
  version: number
}
type Words = CountedWords & {
  version: number
  /** Null where it is too short to tell. */
  language: Language | null
}
type InStudy = { workspaceId: string; studyId: string }

type Kept = Compared & { key: string; at: number; numbers: TermNumbers }
/** What is kept of an installation's answers, by study. */
type Shelf = { kept: Map<string, Kept>; underWay: Map<string, Promise<Compared>> }
const shelves = new WeakMap<App['pg'], Shelf>()

/**
 * Exactly these answers, weighed so that they can be compared. What was read is kept for ten minutes by the version of each answer, since
 * thousands take a second to read; what may not be read any more is let go.
 */
export async function compareAnswers(
  app: App,
  given: InStudy & { readable: readonly Readable[] },
): Promise<Compared> {
  const place = placeOf(given)
  const { underWay } = shelfOf(app)
  // Whoever asks at the same moment finds what was read, and does not read it a second time.
  await underWay.get(place)?.catch(() => undefined)
  const comparing = compareNow(app, given)
  underWay.set(place, comparing)
  try {
    return await comparing
  } finally {
    if (underWay.get(place) === comparing) underWay.delete(place)
  }
}

async function compareNow(
  app: App,
  { readable, ...study }: InStudy & { readable: readonly Readable[] },
): Promise<Compared> {
  await readIn(app, { workspaceId: study.workspaceId, most: 8 })
  const before = shelfOf(app).kept.get(placeOf(study))
  const numbers: TermNumbers = before?.numbers ?? new Map()
  const words = await wordsOf(app, { readable, numbers, known: before?.words ?? new Map() })
  const key = readable.map(({ utteranceId }) => `${utteranceId}${words.get(utteranceId)?.version}`).join()
  const index =
    before?.key === key
      ? before.index
      : await indexAnswers(
          [...words].map(([id, { terms, times }]) => ({ id, terms, times })),
          numbers.size,
        )
  return keep(app, study, { words, index, key, numbers, ...(await codesNow(app, { ...study, before })) })
}

/**
 * The same as it was read last, with the codes of now; undefined where nothing is kept. Whoever shows anything of it asks permission for that
 * anew.
 */
export async function comparedLast(app: App, study: InStudy): Promise<Compared | undefined> {
  const before = shelfOf(app).kept.get(placeOf(study))
  return before && keep(app, study, { ...before, ...(await codesNow(app, { ...study, before })) })
}

/** Lets go of what is kept of a workspace's studies in which something may not be read any more. */
export async function forgetAnswers(app: App, workspaceId: string): Promise<void> {
  const { kept } = shelfOf(app)
  for (const [place, { words }] of kept) {
    const [of = '', studyId = ''] = place.split(' ')
    if (of !== workspaceId) continue
    const readable = await readableAnswers(app, { workspaceId, studyId })
    const may = new Set(readable.map(({ utteranceId }) => utteranceId))
    if (words.keys().some((id) => !may.has(id))) kept.delete(place)
  }
}

const placeOf = ({ workspaceId, studyId }: InStudy) => `${workspaceId} ${studyId}`

function keep(app: App, study: InStudy, compared: Omit<Kept, 'at'>): Compared {
  const kept = { ...compared, at: app.clock.now().getTime() }
  shelfOf(app).kept.set(placeOf(study), kept)
  return kept
}

function shelfOf(app: App): Shelf {
  const shelf = shelves.get(app.pg) ?? { kept: new Map(), underWay: new Map() }
  shelves.set(app.pg, shelf)
  const now = app.clock.now().getTime()
  for (const [place, { at }] of shelf.kept) if (Math.abs(now - at) > longest) shelf.kept.delete(place)
  return shelf
}

/** Read anew when anything was coded since. The number is read first: codes are never older than it says. */
async function codesNow(
  app: App,
  { before, ...study }: InStudy & { before: Kept | undefined },
): Promise<Pick<Compared, 'codes' | 'version'>> {
  const row = await app.pg
    .selectFrom('coding_changes')
    .select('version')
    .where('workspace_id', '=', study.workspaceId)
    .executeTakeFirst()
  const version = row?.version ?? 0
  if (before?.version === version) return { codes: before.codes, version }
  const codes = await codesOfAnswers(app.pg, study)
  // What was worked out from the same codes stays true.
  return { codes: before && isSame(before.codes, codes) ? before.codes : codes, version }
}

/** The codes of each answer stand in the same order whenever they are read. */
function isSame(before: Compared['codes'], now: Compared['codes']): boolean {
  return (
    before.size === now.size && now.entries().every(([id, codes]) => before.get(id)?.join() === codes.join())
  )
}

type Reading = {
  readable: readonly Readable[]
  known: ReadonlyMap<string, Words>
  numbers: TermNumbers
}

/** Answers read at once: the words of thousands would fill the memory, and hold everybody up. */
const readAtOnce = 500

/** In the order of the answers; those the search has not read in yet are left out. */
async function wordsOf(app: App, { readable, known, numbers }: Reading): Promise<Map<string, Words>> {
  const missing = readable.filter(({ utteranceId, version }) => known.get(utteranceId)?.version !== version)
  const read = new Map<string, Words>()
  for (let at = 0; at < missing.length; at += readAtOnce)
    for (const [id, words] of await readWords(app, { some: missing.slice(at, at + readAtOnce), numbers }))
      read.set(id, words)
  const words = new Map<string, Words>()
  for (const { utteranceId, version } of readable) {
    const before = known.get(utteranceId)
    const found = before?.version === version ? before : read.get(utteranceId)
    if (found) words.set(utteranceId, found)
  }
  return words
}

async function readWords(
  app: App,
  { some, numbers }: { some: readonly Readable[]; numbers: TermNumbers },
): Promise<[string, Words][]> {
  const { rows } = await sql<Row>`
    select t.utterance_id, t.version, t.own_language, t.words::text as words from search_texts t
    join utterances u on u.id = t.utterance_id and u.version = t.version
    where t.highlight_id is null
      and t.utterance_id = any(${some.map(({ utteranceId }) => utteranceId)}::uuid[])`.execute(app.pg)
  const breathe = newBreath()
  const read: [string, Words][] = []
  for (const [utteranceId, parts] of Map.groupBy(rows, (row) => row.utterance_id)) {
    await breathe()
    const [first] = parts
    const counted = wordsOfVectors(
      parts.map((part) => part.words),
      numbers,
    )
    const language = Language.nullable().catch(null).parse(first?.own_language)
    read.push([utteranceId, { ...counted, version: first?.version ?? 0, language }])
  }
  return read
}

type Row = { utterance_id: string; version: number; own_language: string | null; words: string }
