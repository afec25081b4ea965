import type { Language } from '../language.ts'
import { sentences } from '../sentences.ts'
import { asksOf } from './asks.ts'
import { checkQuestion, type Fault, type Why } from './question.ts'
import { placeOf, readQuestion } from './reading.ts'
import { asksWhy } from './whys.ts'

/** A question somebody asked in a turn: where it stands (codepoints, end exclusive), what is marked in it, and whether it asks for a reason. */
export type AskedQuestion = {
  at: [start: number, end: number]
  text: string
  faults: { fault: Fault; why: Why }[]
  isWhy: boolean
}

/** As much as the checker reads at once. */
const atOnce = 1_900

/**
 * The questions in a turn of somebody who asks, in order. Each sentence is looked at alone. A plain statement is none, also where it begins with a
 * question word; "tell me about …" is one without a question mark. Pure, safe in the browser.
 */
export function questionsAsked(text: string, language: Language): AskedQuestion[] {
  const letters = [...text]
  return pieces(text, language).flatMap(({ start, end }) => {
    const read = readQuestion(letters.slice(start, end).join(''), language)
    return asksOf(read).flatMap(({ sentence, kind }) => {
      if (kind === 'setting' || (kind === 'wh' && sentence.end === '.')) return []
      const [from, to] = placeOf(sentence, 0, sentence.flat.length)
      const place: [number, number] = [start + from, start + to]
      const words = letters.slice(...place).join('') + sentence.end
      return {
        at: place,
        text: words,
        faults: checkQuestion(words, language).map(({ fault, why }) => ({ fault, why })),
        isWhy: asksWhy(words, language),
      }
    })
  })
}

/** Runs of whole sentences that the checker can read at once. */
function pieces(text: string, language: Language): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const { start, end } of sentences(language, text)) {
    const last = found.at(-1)
    if (last && end - last.start <= atOnce) last.end = end
    else found.push({ start, end })
  }
  return found
}
