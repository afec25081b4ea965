import { Language, isFunctionStem } from '../../language/index.ts'
import { searchVectors } from '../search/search-words.ts'

/** By what an answer is compared, and how many words it has in all. */
export type CountedWords = { words: ReadonlyMap<string, number>; all: number }

/** The stems of an answer and how often each stands in it, without the little words; of an answer of little words only ("not at all"), these. */
export function answerWords(language: Language, text: string): CountedWords {
  return wordsOfVectors(searchVectors(language, text), new Map())
}

/** The same from what the search keeps of the answer: its `tsvector`s as text. `spelled` keeps one copy of every stem. */
export function wordsOfVectors(vectors: readonly string[], spelled: Map<string, string>): CountedWords {
  const words = new Map<string, number>()
  const little = new Map<string, number>()
  let all = 0
  for (const vector of vectors)
    for (const [, quoted = '', places = ''] of vector.matchAll(/'((?:[^']|'')*)':([\d,]+)/gu)) {
      const lexeme = spelled.get(quoted) ?? quoted
      spelled.set(lexeme, lexeme)
      const times = places.split(',').length
      all += times
      const meant = isLittle(lexeme) ? little : words
      meant.set(lexeme, (meant.get(lexeme) ?? 0) + times)
    }
  return { words: words.size > 0 ? words : little, all }
}

/** A lexeme is a stem with its language before it: `de:radweg`. */
function isLittle(lexeme: string): boolean {
  const language = Language.safeParse(lexeme.slice(0, 2))
  return language.success && isFunctionStem(language.data, lexeme.slice(3))
}
