import { match, type Ask } from './asks.ts'
import type { Patterns } from './grammar.ts'
import type { QuestionFault, Why } from './question.ts'
import { placeOf, type Question, type Sentence } from './reading.ts'

/** Marks a question that gives its answer away, presses for agreement or takes something for granted. */
export function leadingFault(question: Question, asks: Ask[], patterns: Patterns): QuestionFault | undefined {
  const scale = question.sentences.some((sentence) => bothSides(sentence, patterns))
  for (const ask of asks) {
    const found = pressing(ask, scale, patterns) ?? oneSided(ask, patterns)
    if (found) return marked(ask.sentence, found)
  }
  for (const sentence of question.sentences) {
    const found = loaded(sentence, patterns)
    if (found) return marked(sentence, found)
  }
  return preamble(question, asks, patterns)
}

/** Whether a question names both ends: “easy or difficult”, “what went well and what less well”. */
function bothSides(sentence: Sentence, patterns: Patterns): boolean {
  return (match(patterns.balanced, sentence) ?? match(patterns.poles, sentence)) !== undefined
}

type Found = { index: number; end: number; why: Why }

function marked(sentence: Sentence, { index, end, why }: Found): QuestionFault {
  return {
    fault: 'leading',
    at: placeOf(sentence, index, end),
    why,
    pattern: why === 'offered-reason' ? 'how' : 'both-poles',
  }
}

function pressing({ sentence, kind, index }: Ask, scale: boolean, patterns: Patterns): Found | undefined {
  const tag = match(patterns.tag, sentence)
  if (tag && (kind === 'declared' || kind === 'verb')) return { ...tag, why: 'tag' }
  if (kind === 'declared') return { index, end: sentence.flat.length, why: 'tag' }
  const agreement = match(patterns.agreement, sentence, index)
  if (agreement && !scale) return { ...agreement, why: 'agreement' }
  const negated = match(patterns.negated, sentence, index) ?? match(patterns.denied, sentence, index)
  if (negated && kind === 'verb') return { ...negated, why: 'negation' }
  if (match(patterns.courtesy, sentence, index)) return undefined
  const reason = match(patterns.offeredReason, sentence, index)
  if (reason) return { ...reason, why: 'offered-reason' }
  return undefined
}

function oneSided({ sentence, kind, index }: Ask, patterns: Patterns): Found | undefined {
  if (bothSides(sentence, patterns)) return undefined
  const grade = kind === 'wh' ? match(patterns.grade, sentence, index) : undefined
  if (grade && !match(patterns.neutralGrade, sentence, index)) return { ...grade, why: 'one-sided' }
  const side = match(patterns.oneSided, sentence, index)
  return side ? { ...side, why: 'one-sided' } : undefined
}

function loaded(sentence: Sentence, patterns: Patterns): Found | undefined {
  if (match(patterns.own, sentence)) return undefined
  const word = match(patterns.loaded, sentence)
  if (word) return { ...word, why: 'loaded-word' }
  const presumed = bothSides(sentence, patterns) ? undefined : match(patterns.presumed, sentence)
  return presumed ? { ...presumed, why: 'presumed' } : undefined
}

/** A sentence before the question that says what to think of the matter. */
function preamble(question: Question, asks: Ask[], patterns: Patterns): QuestionFault | undefined {
  const last = asks.at(-1)?.sentence
  for (const sentence of question.sentences) {
    const setting = asks.some((ask) => ask.sentence === sentence && ask.kind === 'setting')
    if (setting || match(patterns.own, sentence)) continue
    const told = asks.every((ask) => ask.sentence !== sentence)
    const found = match(patterns.preamble, sentence) ?? (told ? saidBefore(sentence, patterns) : undefined)
    if (!found) continue
    if (sentence === last && found.index > (asks.at(-1)?.index ?? 0)) continue
    return marked(sentence, { ...found, why: 'preamble' })
  }
  return undefined
}

function saidBefore(sentence: Sentence, patterns: Patterns): { index: number; end: number } | undefined {
  return match(patterns.assured, sentence) ?? match(patterns.stated, sentence)
}
