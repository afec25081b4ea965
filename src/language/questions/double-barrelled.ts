import { afterOpening, match, type Ask } from './asks.ts'
import { opensUp } from './closed.ts'
import type { Patterns } from './grammar.ts'
import type { QuestionFault } from './question.ts'
import { placeOf } from './reading.ts'

/** Marks two questions in one answer slot. */
export function doubleFault(asks: Ask[], patterns: Patterns): QuestionFault | undefined {
  const asked = asks.filter((ask) => ask.kind !== 'setting')
  for (const ask of asked) {
    const found = twoQuestions(ask, patterns) ?? twoMatters(ask, patterns)
    if (!found) continue
    const at = placeOf(ask.sentence, found.index, found.end)
    return { fault: 'double_barrelled', at, why: found.why, pattern: 'one-at-a-time' }
  }
  const second = asked.find((ask, at) => asksAnew(asked[at - 1], ask, patterns))
  if (!second) return undefined
  const at = placeOf(second.sentence, 0, second.sentence.flat.length)
  return { fault: 'double_barrelled', at, why: 'two-questions', pattern: 'one-at-a-time' }
}

type Found = { index: number; end: number; why: 'two-questions' | 'two-matters' }

function twoQuestions({ sentence, kind, index }: Ask, patterns: Patterns): Found | undefined {
  const found =
    match(patterns.andAsks, sentence, index) ??
    (kind === 'wh' ? undefined : match(patterns.orAsks, sentence, index))
  if (!found || match(patterns.alternatives, sentence, index)) return undefined
  return { ...found, why: 'two-questions' }
}

/** “and” between two matters of the asking itself, not inside a clause that only says when, which or why. */
function twoMatters({ sentence, kind, index }: Ask, patterns: Patterns): Found | undefined {
  if (sentence.words.length <= 3) return undefined
  if (kind === 'verb' && match(patterns.courtesy, sentence, index)) return undefined
  for (let at = index; ;) {
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
  for (let at = index; ;) {
    const pair = match(patterns.onePair, sentence, at)
    if (!pair || pair.index > and.index) return false
    if (pair.end >= and.end) return true
    at = pair.index + 1
  }
}

/** Whether a sentence asks something else than the one before it, not the same in other words or more of it. */
function asksAnew(before: Ask | undefined, ask: Ask, patterns: Patterns): boolean {
  if (!before || opensUp(before, ask, patterns)) return false
  const pointing = match(patterns.points, ask.sentence)
  const follows =
    pointing !== undefined &&
    (ask.sentence.words.length <= 7 || (before.kind === 'request' && pointing.end < 24))
  if (ask.kind === 'request') return !follows && before.kind === 'request' && ask.sentence.words.length > 7
  if (ask.kind === 'fragment') return afterOpening(patterns, ask.sentence, 1) > 1
  return !follows || afterOpening(patterns, ask.sentence, 1) > 1
}
