import { sql } from 'kysely'
import { Language, isFunctionStem } from '../../language/index.ts'
import type { App } from '../../platform/index.ts'
import { readIn } from '../search/read-in.ts'
import { indexAnswers, type AnswerIndex } from './answer-index.ts'
import type { Readable } from './source.ts'

/** Milliseconds after which nobody is thought to be still coding a study. */
const longest = 600_000

type Kept = { words: Map<string, Words>; index: AnswerIndex; key: string; at: number }
type Words = { version: number; words: ReadonlyMap<string, number>; all: number }
type Shelf = Map<string, Kept>
const shelves = new WeakMap<App['pg'], Shelf>()

export type Indexed = {
  index: AnswerIndex
  /** How many words an answer has; 0 until it is read into the search. */
  lengthOf: (utteranceId: string) => number
}

/**
 * The words of exactly these answers, weighed so that they can be compared. What was read is kept for ten minutes by the version of each
 * answer, since thousands take a second to read; what may not be read any more is let go at the next call.
 */
export async function indexedAnswers(
  app: App,
  given: { workspaceId: string; studyId: string; readable: readonly Readable[] },
): Promise<Indexed> {
  const { workspaceId, studyId, readable } = given
  await readIn(app, { workspaceId, most: 8 })
  const shelf = shelfOf(app)
  const place = `${workspaceId} ${studyId}`
  const before = shelf.get(place)
  const words = await wordsOf(app, { readable, known: before?.words ?? new Map() })
  const key = readable.map(({ utteranceId }) => `${utteranceId}${words.get(utteranceId)?.version}`).join()
  const index = before?.key === key ? before.index : indexAnswers(compared(words))
  shelf.set(place, { words, index, key, at: app.clock.now().getTime() })
  return { index, lengthOf: (utteranceId) => words.get(utteranceId)?.all ?? 0 }
}

/** Lets go of what is kept of a workspace's answers. */
export function forgetAnswers(app: Pick<App, 'pg'>, workspaceId: string): void {
  const shelf = shelves.get(app.pg)
  for (const place of shelf?.keys() ?? []) if (place.startsWith(workspaceId)) shelf?.delete(place)
}

function shelfOf(app: App): Shelf {
  const shelf = shelves.get(app.pg) ?? new Map<string, Kept>()
  shelves.set(app.pg, shelf)
  const now = app.clock.now().getTime()
  for (const [place, { at }] of shelf) if (Math.abs(now - at) > longest) shelf.delete(place)
  return shelf
}

function* comparedWords(words: ReadonlyMap<string, Words>) {
  for (const [id, found] of words) yield { id, words: found.words }
}
const compared = (words: ReadonlyMap<string, Words>) => [...comparedWords(words)]

type Reading = { readable: readonly Readable[]; known: ReadonlyMap<string, Words> }

/** In the order of the answers; those the search has not read in yet are left out. */
async function wordsOf(app: App, { readable, known }: Reading): Promise<Map<string, Words>> {
  const missing = readable.filter(({ utteranceId, version }) => known.get(utteranceId)?.version !== version)
  const read = new Map<string, Words>()
  if (missing.length > 0) {
    const { rows } = await sql<{ utterance_id: string; version: number; words: string }>`
      select t.utterance_id, t.version, t.words::text as words from search_texts t
      join utterances u on u.id = t.utterance_id and u.version = t.version
      where t.highlight_id is null
        and t.utterance_id = any(${missing.map(({ utteranceId }) => utteranceId)}::uuid[])`.execute(app.pg)
    const spelled = new Map<string, string>()
    for (const row of rows) read.set(row.utterance_id, together(read.get(row.utterance_id), row, spelled))
  }
  const words = new Map<string, Words>()
  for (const { utteranceId, version } of readable) {
    const before = known.get(utteranceId)
    const found = before?.version === version ? before : read.get(utteranceId)
    if (found) words.set(utteranceId, found)
  }
  return words
}

/** Long answers lie in several rows. An answer of little words only ("not at all") is compared by these. */
function together(
  before: Words | undefined,
  row: { version: number; words: string },
  spelled: Map<string, string>,
): Words {
  const counts = new Map(before?.words)
  let all = before?.all ?? 0
  const little = new Map<string, number>()
  for (const [, quoted = '', places = ''] of row.words.matchAll(/'((?:[^']|'')*)':([\d,]+)/gu)) {
    const lexeme = spelled.get(quoted) ?? quoted
    spelled.set(lexeme, lexeme)
    const times = places.split(',').length
    all += times
    const meant = isLittle(lexeme) ? little : counts
    meant.set(lexeme, (meant.get(lexeme) ?? 0) + times)
  }
  return { version: row.version, words: counts.size > 0 ? counts : little, all }
}

/** A lexeme is a stem with its language before it: `de:radweg`. */
function isLittle(lexeme: string): boolean {
  const language = Language.safeParse(lexeme.slice(0, 2))
  return language.success && isFunctionStem(language.data, lexeme.slice(3))
}
