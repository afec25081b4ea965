import type { Language } from './language.ts'
import { countSentences } from './sentences.ts'
import { tokenise } from './tokens.ts'

/** What LIX is made from. A long word has more than six letters. */
export type ReadingCounts = { words: number; sentences: number; longWords: number }

/**
 * LIX = words / sentences + 100 × long words / words (Björnsson 1968); about 20 is very easy, 60 very hard, the same formula
 * in all five languages. Null where there are no words or no sentences.
 */
export function lix({ words, sentences, longWords }: ReadingCounts): number | null {
  if (words === 0 || sentences === 0) return null
  return words / sentences + (100 * longWords) / words
}

/** Björnsson's five steps. */
export type LixBand = 'very easy' | 'easy' | 'medium' | 'hard' | 'very hard'

/** The step a LIX falls on: under 25, 35, 45, 55 as used for Danish (dansksproghistorie.dk). */
export function lixBand(value: number): LixBand {
  if (value < 25) return 'very easy'
  if (value < 35) return 'easy'
  if (value < 45) return 'medium'
  if (value < 55) return 'hard'
  return 'very hard'
}

/** Counts words, sentences and long words of a text. For copy and notices; in a transcript sentence ends are the transcriber's. */
export function readingCounts(language: Language, text: string): ReadingCounts {
  const tokens = tokenise(language, text)
  const longWords = tokens.filter((token) => letters(token.normal) > 6).length
  return { words: tokens.length, sentences: countSentences(language, text), longWords }
}

function letters(word: string): number {
  return word.match(/\p{L}/gu)?.length ?? 0
}
