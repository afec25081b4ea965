import { afterOpening, match, type Ask } from './asks.ts'
import { opensUp } from './closed.ts'
import type { Patterns } from './grammar.ts'
import { graded } from './mode.ts'
import type { QuestionFault } from './question.ts'
import { placeOf, type Question } from './reading.ts'

/** Marks two questions in one answer slot. */
export function doubleFault(question: Question, asks: Ask[], patterns: Patterns): QuestionFault | undefined {
  const asked = asks.filter((ask) => ask.kind !== 'setting')
  for (const ask of asked) {
    const found = twoQuestions(ask, patterns) ?? twoMatters(ask, patterns)
    if (!found) continue
    const at = placeOf(ask.sentence, found.index, found.end)
    return { fault: 'double_barrelled', at, why: found.why, pattern: 'one-at-a-time' }
  }
  const stated = twoStated(question, patterns)
  if (stated) return stated
  const second = asked.find((ask, at) => asksAnew(asked[at - 1], ask, patterns))
  if (!second) return undefined
  const at = placeOf(second.sentence, 0, second.sentence.flat.length)
  return { fault: 'double_barrelled', at, why: 'two-questions', pattern: 'one-at-a-time' }
}

/** A statement of two matters that is to be agreed with: “The room is light and clean. Agree or disagree?” */
function twoStated({ sentences }: Question, patterns: Patterns): QuestionFault | undefined {
  for (const [at, sentence] of sentences.entries()) {
    const next = sentences[at + 1]
    if (sentence.end !== '.' || !next || next.words.length > 5) continue
    if (!(match(patterns.agreement, next) ?? match(patterns.choice, next))) continue
    const and = match(patterns.and, sentence)
    if (!and || aside({ sentence, kind: 'declared', index: 1 }, and, patterns)) continue
    return {
      fault: 'double_barrelled',
      at: placeOf(sentence, and.index, and.end),
      why: 'two-matters',
      pattern: 'one-at-a-time',
    }
  }
  return undefined
}

type Found = { index: number; end: number; why: 'two-questions' | 'two-matters' }

function twoQuestions({ sentence, kind, index }: Ask, patterns: Patterns): Found | undefined {
  const found =
    match(patterns.andAsks, sentence, index) ??
    (kind === 'wh' ? undefined : match(patterns.orAsks, sentence, index))
  if (!found || match(patterns.alternatives, sentence, index) || match(patterns.ifSo, sentence, index))
    return undefined
  const elided = match(patterns.elided, sentence, index)
  if (elided && elided.end >= found.end) return undefined
  if (joins(patterns.poles, { sentence, index }, found)) return undefined
  if (kind === 'wh' && contrasted({ sentence, index }, found, patterns)) return undefined
  if (kind === 'request' && match(patterns.andTells, sentence, found.index)?.index === found.index)
    return undefined
  // “Tell me about a time when …, and what happened” asks for one story.
  const story = kind === 'request' ? match(patterns.story, sentence, index) : undefined
  if (story && story.index < found.index) return undefined
  return { ...found, why: 'two-questions' }
}

/** “How do you decide what to keep and what to throw away?” contrasts two ends of one thing, by the same word. */
function contrasted(
  { sentence, index }: Pick<Ask, 'sentence' | 'index'>,
  and: { index: number; end: number },
  patterns: Patterns,
): boolean {
  const again = match(patterns.wh, sentence, afterOpening(patterns, sentence, and.index))
  const word = again && sentence.flat.slice(again.index, again.end)
  return word !== undefined && sentence.flat.slice(index + word.length, and.index).includes(` ${word} `)
}

/** “and” between two matters of the asking itself, not inside a clause that only says when, which or why. */
function twoMatters({ sentence, kind, index }: Ask, patterns: Patterns): Found | undefined {
  if (sentence.words.length <= 3 || match(patterns.ifSo, sentence, index)) return undefined
  if (kind === 'verb' && match(patterns.courtesy, sentence, index)) return undefined
  for (let at = afterOpening(patterns, sentence, index); ;) {
    const and = match(patterns.and, sentence, at)
    if (!and) return undefined
    at = and.end
    if (aside({ sentence, kind, index }, and, patterns)) continue
    if (kind === 'request' && match(patterns.andTells, sentence, and.index)?.index === and.index) continue
    return { ...and, why: 'two-matters' }
  }
}

function aside(
  { sentence, kind, index }: Ask,
  and: { index: number; end: number },
  patterns: Patterns,
): boolean {
  // The question word itself opens no such clause, and “do you agree that …” asks for what follows.
  const from = sentence.flat.indexOf(' ', index)
  const within = match(patterns.within, sentence, from)
  if (within && within.index < and.index) return true
  const that = kind === 'verb' || kind === 'declared' ? undefined : match(patterns.thatClause, sentence, from)
  if (that && that.index < and.index) return true
  const embedded = kind === 'wh' ? match(patterns.embedded, sentence, from) : undefined
  if (embedded && embedded.index < and.index) return true
  const elided = match(patterns.elided, sentence, index)
  if (elided && elided.index <= and.index && elided.end >= and.end) return true
  const ask = { sentence, kind, index }
  return joins(patterns.poles, ask, and) || joins(patterns.onePair, ask, and) || oneMatter(ask, and, patterns)
}

/** “Where do you keep knives and forks?”: two bare nouns name one matter, unless each is to be judged. */
function oneMatter(
  { sentence, kind, index }: Ask,
  and: { index: number; end: number },
  patterns: Patterns,
): boolean {
  if (kind !== 'wh' && kind !== 'request') return false
  if (match(patterns.apart, sentence, and.end + 1)) return false
  const verbs = match(patterns.verbs, sentence, index)
  if (verbs && verbs.end >= and.end) return false
  return !graded({ sentence, kind, index }, patterns) && !match(patterns.valuing, sentence, index)
}

/** Whether a pattern matches over this “and”: “pros and cons”, “you and your partner”. */
function joins(
  pattern: RegExp,
  { sentence, index }: Pick<Ask, 'sentence' | 'index'>,
  and: { index: number; end: number },
): boolean {
  for (let at = index; ;) {
    const pair = match(pattern, sentence, at)
    if (!pair || pair.index > and.index) return false
    if (pair.end >= and.end) return true
    at = pair.index + 1
  }
}

/** “How was that? How did such an evening go?”: a short question asked again in full. */
function saysAgain(before: Ask, ask: Ask, patterns: Patterns): boolean {
  const [first, again] = [before, ask].map(({ sentence, index }) => sentence.flat.slice(index).split(' ')[0])
  return (
    first === again &&
    before.sentence.words.length <= 4 &&
    match(patterns.points, before.sentence) !== undefined
  )
}

/** Whether a sentence asks something else than the one before it, not the same in other words or more of it. */
function asksAnew(before: Ask | undefined, ask: Ask, patterns: Patterns): boolean {
  if (!before || opensUp(before, ask, patterns) || saysAgain(before, ask, patterns)) return false
  const pointing = match(patterns.points, ask.sentence)
  const follows =
    pointing !== undefined &&
    (ask.sentence.words.length <= 7 || (before.kind === 'request' && pointing.end < 24))
  if (ask.kind === 'request') return !follows && before.kind === 'request' && ask.sentence.words.length > 7
  if (ask.kind === 'fragment') return afterOpening(patterns, ask.sentence, 1) > 1
  return !follows || afterOpening(patterns, ask.sentence, 1) > 1
}
