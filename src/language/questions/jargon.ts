import type { Language } from '../language.ts'
import { match } from './asks.ts'
import { compile } from './patterns.ts'
import type { QuestionFault } from './question.ts'
import { placeOf, type Question } from './reading.ts'
import { abroad, tradeWords } from './trade-words.ts'

/** Marks a word of a trade: marketing, computing, staff matters, finance, administration. */
export function jargonFault({ language, sentences }: Question): QuestionFault | undefined {
  const words = wordsOf(language)
  for (const sentence of sentences) {
    const found = match(words, sentence)
    if (!found) continue
    const at = placeOf(sentence, found.index, found.end)
    return { fault: 'jargon', at, why: 'trade-word', pattern: 'plain-word' }
  }
  return undefined
}

function wordsOf(language: Language): RegExp {
  compiled[language] ??= compile(
    language === 'en' ? '{words}' : '{words}\n{abroad}',
    { words: tradeWords[language], abroad },
    'g',
  )
  return compiled[language]
}

const compiled: Partial<Record<Language, RegExp>> = {}
