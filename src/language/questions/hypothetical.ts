import { match, type Ask } from './asks.ts'
import type { Patterns } from './grammar.ts'
import type { QuestionFault } from './question.ts'
import { placeOf, type Question, type Sentence } from './reading.ts'

/** Marks a question about an imagined or future situation. */
export function hypotheticalFault(
  question: Question,
  asks: Ask[],
  patterns: Patterns,
): QuestionFault | undefined {
  for (const sentence of question.sentences) {
    if (match(patterns.courtesy, sentence) || match(patterns.real, sentence)) continue
    const imagined = notReported(patterns.imagined, sentence, patterns)
    const ask = asks.find((each) => each.sentence === sentence)
    const found = imagined ?? (ask ? toCome(sentence, patterns) : undefined)
    if (!found) continue
    const at = placeOf(sentence, found.index, found.end)
    return { fault: 'hypothetical', at, why: imagined ? 'imagined' : 'future', pattern: 'what-happened' }
  }
  return undefined
}

type Found = { index: number; end: number }

/** What is to come is said by the verb, or by a time (“next year”) where the verb is not in the past. */
function toCome(sentence: Sentence, patterns: Patterns): Found | undefined {
  const verb = notReported(patterns.future, sentence, patterns)
  if (verb) return verb
  return match(patterns.settled, sentence) ? undefined : match(patterns.ahead, sentence)
}

/** Where a pattern matches outside of what somebody said or thought back then: “They told you the fee would rise” is no future. */
function notReported(pattern: RegExp, sentence: Sentence, patterns: Patterns): Found | undefined {
  const told = match(patterns.reported, sentence)
  for (let at = 1; ;) {
    const found = match(pattern, sentence, at)
    if (!found || !told || found.end <= told.index || found.index >= told.end) return found
    at = found.index + 1
  }
}
