import { match, type Ask } from './asks.ts'
import type { Patterns } from './grammar.ts'
import { hypotheticalFault } from './hypothetical.ts'
import type { QuestionMode } from './question.ts'
import type { Question, Sentence } from './reading.ts'

/**
 * The mode of a question taken apart. Signs of neither mode count first, then what is imagined, then what is asked; where nothing
 * tells, it is behaviour.
 */
export function modeOfQuestion(question: Question, asks: Ask[], patterns: Patterns): QuestionMode {
  const asked = asks.map((ask) => ask.sentence)
  if (some(patterns.either, question.sentences)) return 'either'
  const fault = hypotheticalFault(question, asks, patterns)
  if (fault) return imaginedMode(question, fault.why === 'future', patterns)
  if (some(patterns.behaviour, asked) || some(patterns.offeredReason, asked)) return 'behaviour'
  const main = asks.findLast((ask) => ask.kind !== 'setting' && ask.kind !== 'request') ?? asks.at(-1)
  if (main?.kind === 'verb' || main?.kind === 'declared')
    return judged(main, patterns) ? 'feedback' : 'behaviour'
  if (main?.kind === 'wh' && graded(main, patterns)) return 'feedback'
  return some(patterns.feedback, asked) || some(patterns.shown, question.sentences) ? 'feedback' : 'behaviour'
}

function some(pattern: RegExp, sentences: Sentence[]): boolean {
  return sentences.some((sentence) => match(pattern, sentence))
}

/** Imagined use of what is offered is feedback, imagined turns of somebody's own life fit both. */
function imaginedMode(question: Question, future: boolean, patterns: Patterns): QuestionMode {
  if (some(patterns.offered, question.sentences)) return 'feedback'
  return future || some(patterns.life, question.sentences) ? 'either' : 'feedback'
}

/** Whether a grade is asked for that has a good and a bad end: “How clear …”. */
export function graded({ sentence, index }: Ask, patterns: Patterns): boolean {
  return (
    match(patterns.grade, sentence, index) !== undefined && !match(patterns.neutralGrade, sentence, index)
  )
}

/** “Do you read …?” is about what somebody does, “Is it …?” and “Do you find …?” about what they think of it. */
function judged({ sentence, index }: Ask, patterns: Patterns): boolean {
  return match(patterns.opines, sentence) !== undefined || !match(patterns.acts, sentence, index)
}
