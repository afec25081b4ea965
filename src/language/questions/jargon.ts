import type { Language } from '../language.ts'
import type { QuestionFault } from './question.ts'
import { placeOf, type Question } from './reading.ts'
import { abroad, tradeWords } from './trade-words.ts'

/** Marks a word of a trade: marketing, computing, staff matters, finance, administration. */
export function jargonFault({ language, sentences }: Question): QuestionFault | undefined {
  const words = wordsOf(language)
  for (const sentence of sentences) {
    const found = words.exec(sentence.flat)
    if (!found) continue
    const at = placeOf(sentence, found.index, found.index + found[0].length)
    return { fault: 'jargon', at, why: 'trade-word', pattern: 'plain-word' }
  }
  return undefined
}

function wordsOf(language: Language): RegExp {
  compiled[language] ??= compileWords(
    `${tradeWords[language]} ${language === 'en' ? '' : abroad}`.trim().split(/\s+/),
  )
  return compiled[language]
}

const compiled: Partial<Record<Language, RegExp>> = {}

/** One pattern for all words. Words that may end a compound (`*funnel`) are found inside a word, not tried at each beginning. */
function compileWords(words: string[]): RegExp {
  const source = (word: string) => word.replaceAll('_', ' ').replaceAll('*', '[^ ]*')
  const begin = words.filter((word) => !word.startsWith('*')).map(source)
  const inside = words.filter((word) => word.startsWith('*')).map((word) => source(word.slice(1)))
  return new RegExp(`(?:(?<= )(?:${begin.join('|')})|(?:${inside.join('|') || '(?!)'}))(?= )`, 'u')
}
