import { Language, isFunctionStem } from '../../language/index.ts'
import { searchVectors } from '../search/search-words.ts'

/** What an answer is compared by: the numbers of its stems, how often each stands in it, and how many words it has in all. */
export type CountedWords = { terms: Uint32Array; times: Uint16Array; all: number }

/** The number of each stem met so far; it grows as answers are read. */
export type TermNumbers = Map<string, number>

/** The stems of an answer and how often each stands in it, without the little words; of an answer of little words only ("not at all"), these. */
export function answerWords(
  { language, text }: { language: Language; text: string },
  numbers: TermNumbers,
): CountedWords {
  return wordsOfVectors(searchVectors(language, text), numbers)
}

/** The same from what the search keeps of the answer: its `tsvector`s as text. */
export function wordsOfVectors(vectors: readonly string[], numbers: TermNumbers): CountedWords {
  const words = new Map<string, number>()
  const little = new Map<string, number>()
  let all = 0
  for (const vector of vectors)
    for (const [, lexeme = '', places = ''] of vector.matchAll(/'((?:[^']|'')*)':([\d,]+)/gu)) {
      const times = places.split(',').length
      all += times
      const meant = isLittle(lexeme) ? little : words
      meant.set(lexeme, (meant.get(lexeme) ?? 0) + times)
    }
  const counted = words.size > 0 ? words : little
  return {
    terms: Uint32Array.from(counted.keys(), (lexeme) => numberOf(lexeme, numbers)),
    times: Uint16Array.from(counted.values()),
    all,
  }
}

function numberOf(lexeme: string, numbers: TermNumbers): number {
  const known = numbers.get(lexeme)
  if (known !== undefined) return known
  numbers.set(lexeme, numbers.size)
  return numbers.size - 1
}

/** A lexeme is a stem with its language before it: `de:radweg`. */
function isLittle(lexeme: string): boolean {
  const language = Language.safeParse(lexeme.slice(0, 2))
  return language.success && isFunctionStem(language.data, lexeme.slice(3))
}
