import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Language, normalForm, stem } from '../language/index.ts'
import { logRatio } from './log-ratio.ts'

/** How often each stem is found in a general word list, and how many words the list counts in all. */
export type WordList = { readonly words: number; readonly byStem: ReadonlyMap<string, number> }

const remembered = new Map<string, { changedAt: number; list: WordList }>()
const largest = 50_000_000

/**
 * The general word list of a language, if somebody has put one at `word-lists/<language>.txt` of the data folder: lines of a word and
 * its count. None ships, because those we know may not be shared on. Lines that are not so are passed over.
 */
export async function findWordList(dataDir: string, language: Language): Promise<WordList | undefined> {
  const path = join(dataDir, 'word-lists', `${language}.txt`)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile() || found.size > largest) return undefined
  const before = remembered.get(path)
  if (before?.changedAt === found.mtimeMs) return before.list
  const list = readWordList(language, await readFile(path, 'utf8'))
  remembered.set(path, { changedAt: found.mtimeMs, list })
  return list
}

/** Reads lines of a word and its count. */
export function readWordList(language: Language, text: string): WordList {
  const byStem = new Map<string, number>()
  let words = 0
  for (const line of text.split('\n')) {
    const [, word = '', count = ''] = /^\uFEFF?(\S+)[\t ,;]+(\d{1,15})\s*$/u.exec(line) ?? []
    if (word === '') continue
    const key = stem(language, normalForm(word))
    byStem.set(key, (byStem.get(key) ?? 0) + Number(count))
    words += Number(count)
  }
  return { words, byStem }
}

/** Log ratio of a stem's share among the words said here and in the list; null for a list without words. */
export function listRatio(
  list: WordList,
  { stem: asked, occurrences, words }: { stem: string; occurrences: number; words: number },
): number | null {
  if (list.words === 0 || words === 0) return null
  return logRatio({
    found: occurrences,
    focus: words,
    foundElsewhere: list.byStem.get(asked) ?? 0,
    elsewhere: list.words,
  })
}
