import { match, type Ask } from './asks.ts'
import type { Patterns } from './grammar.ts'
import type { QuestionFault } from './question.ts'
import { placeOf, type Question } from './reading.ts'

/** Marks a question about an imagined or future situation. */
export function hypotheticalFault(
  question: Question,
  asks: Ask[],
  patterns: Patterns,
): QuestionFault | undefined {
  for (const sentence of question.sentences) {
    if (match(patterns.courtesy, sentence) || match(patterns.real, sentence)) continue
    const imagined = match(patterns.imagined, sentence)
    const ask = asks.find((each) => each.sentence === sentence)
    const found = imagined ?? (ask ? match(patterns.future, sentence) : undefined)
    if (!found) continue
    const at = placeOf(sentence, found.index, found.end)
    return { fault: 'hypothetical', at, why: imagined ? 'imagined' : 'future', pattern: 'what-happened' }
  }
  return undefined
}
