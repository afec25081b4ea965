import { match, type Ask } from './asks.ts'
import type { Patterns } from './grammar.ts'
import { hypotheticalFault } from './hypothetical.ts'
import type { QuestionMode } from './question.ts'
import type { Question, Sentence } from './reading.ts'

/** The mode of a question taken apart. What is asked counts before what leads up to it; where nothing tells, it is behaviour. */
export function modeOfQuestion(question: Question, asks: Ask[], patterns: Patterns): QuestionMode {
  const asked = asks.map((ask) => ask.sentence)
  const sentences = [...asked, ...question.sentences.filter((sentence) => !asked.includes(sentence))]
  const has = (pattern: RegExp, among: Sentence[]) => among.some((sentence) => match(pattern, sentence))
  if (has(patterns.either, sentences)) return 'either'
  if (has(patterns.behaviour, asked)) return 'behaviour'
  if (has(patterns.feedback, sentences)) return 'feedback'
  return hypotheticalFault(question, asks, patterns) ? 'either' : 'behaviour'
}
