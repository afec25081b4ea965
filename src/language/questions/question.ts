import type { Language } from '../language.ts'
import { asksOf } from './asks.ts'
import { closedFault } from './closed.ts'
import { doubleFault } from './double-barrelled.ts'
import { patternsOf } from './grammar.ts'
import { hypotheticalFault } from './hypothetical.ts'
import { jargonFault } from './jargon.ts'
import { leadingFault } from './leading.ts'
import { modeOfQuestion } from './mode.ts'
import { readQuestion } from './reading.ts'

/** What may be wrong with an interview question, in the order a screen shows it. */
export const questionFaults = ['closed', 'leading', 'double_barrelled', 'hypothetical', 'jargon'] as const

/** What may be wrong with an interview question. */
export type Fault = (typeof questionFaults)[number]

/** Whether a question is about what somebody did, about what they think of something shown or sold, or fits both. */
export type QuestionMode = 'behaviour' | 'feedback' | 'either'

/** Why a question is marked: a key of the messages `language.why.*`. */
export type Why =
  | 'yes-no'
  | 'one-answer'
  | 'choice'
  | 'grade'
  | 'tag'
  | 'negation'
  | 'agreement'
  | 'loaded-word'
  | 'one-sided'
  | 'presumed'
  | 'preamble'
  | 'offered-reason'
  | 'two-questions'
  | 'two-matters'
  | 'imagined'
  | 'future'
  | 'trade-word'

/** A way to ask instead; `openPattern` says it in the language of the question. */
export type Pattern =
  | 'last-time'
  | 'how'
  | 'about'
  | 'both-poles'
  | 'one-at-a-time'
  | 'what-happened'
  | 'last-need'
  | 'plain-word'

/** A mark on a question: where (codepoints, end exclusive), why, and how to ask instead. */
export type QuestionFault = { fault: Fault; at: [start: number, end: number]; why: Why; pattern: Pattern }

/**
 * Marks what makes a question in a guide a poor one, at most once per fault, in the order of `questionFaults`. Pure, under a
 * millisecond for a question, safe in the browser. Reads the first 2,000 codepoints. Rules and their figures: docs/guide-linter.md.
 */
export function checkQuestion(text: string, language: Language): QuestionFault[] {
  const question = readQuestion(text, language)
  const patterns = patternsOf(language)
  const asks = asksOf(question)
  const faults = [
    closedFault(asks, patterns),
    leadingFault(question, asks, patterns),
    doubleFault(question, asks, patterns),
    hypotheticalFault(question, asks, patterns),
    jargonFault(question),
  ].filter((fault) => fault !== undefined)
  if (faults.length === 0) return []
  const mode = modeOfQuestion(question, asks, patterns)
  const imagined = faults.find(({ fault }) => fault === 'hypothetical')
  return faults.map((fault) => ({
    ...fault,
    pattern: askInstead(imagined && fault.fault === 'closed' ? imagined : fault, mode),
  }))
}

/** How to ask instead fits what is asked: a judgement, a turn in somebody's life, or who they are. */
function askInstead({ fault, why, pattern }: QuestionFault, mode: QuestionMode): Pattern {
  if (fault === 'leading') return why === 'tag' && mode === 'behaviour' ? 'how' : pattern
  if (fault === 'hypothetical') return mode === 'feedback' ? 'last-need' : pattern
  if (fault !== 'closed') return pattern
  if (mode === 'feedback') return 'both-poles'
  if (mode === 'either') return 'about'
  return why === 'one-answer' || why === 'tag' ? 'how' : pattern
}

/** Whether a question asks for behaviour, for feedback, or would fit a guide of either kind. */
export function modeOf(text: string, language: Language): QuestionMode {
  const question = readQuestion(text, language)
  return modeOfQuestion(question, asksOf(question), patternsOf(language))
}
