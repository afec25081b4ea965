import { afterOpening, match, type Ask } from './asks.ts'
import type { Patterns } from './grammar.ts'
import type { QuestionFault, Why } from './question.ts'
import { placeOf } from './reading.ts'

/** Marks a question that yes, no, a number, a name or one of the answers offered would answer. */
export function closedFault(asks: Ask[], patterns: Patterns): QuestionFault | undefined {
  const asked = asks.filter((ask) => ask.kind !== 'setting')
  const found = asked.findLast((ask, at) => {
    const why = whyClosed(ask, patterns)
    return why !== undefined && !opensUp(ask, asked[at + 1], patterns)
  })
  if (!found) return undefined
  const why = whyClosed(found, patterns) ?? 'yes-no'
  const end = found.sentence.flat.indexOf(' ', found.index + 12)
  const at = placeOf(found.sentence, found.index, end < 0 ? found.sentence.flat.length : end)
  return { fault: 'closed', at, why, pattern: 'last-time' }
}

/** Whether a closed lead-in is followed by the open question it leads to. */
export function opensUp(ask: Ask, next: Ask | undefined, patterns: Patterns): boolean {
  if (!next || ask.sentence === next.sentence || whyClosed(next, patterns)) return false
  if (next.kind === 'request' || next.kind === 'setting') return true
  const short = next.sentence.words.length <= 4
  if (ask.kind === 'request') return short
  return ask.kind === 'verb' && (short || match(patterns.points, next.sentence) !== undefined)
}

/** Why a word would answer this, or undefined when it is open. */
export function whyClosed({ sentence, kind, index }: Ask, patterns: Patterns): Why | undefined {
  if (kind === 'setting') return undefined
  if (kind === 'request') return match(patterns.whether, sentence, index) ? 'yes-no' : undefined
  if (kind === 'declared') return 'tag'
  if (kind === 'verb') return asksOn({ sentence, index }, patterns) ? undefined : 'yes-no'
  if (match(patterns.choice, sentence, index)) return 'choice'
  if (kind === 'fragment') return undefined
  return whyFact(sentence, index, patterns) ?? whyOther(sentence, index, patterns)
}

/** Whether “and if so, how …” in the same sentence asks for an account of what was closed before it. */
function asksOn({ sentence, index }: Pick<Ask, 'sentence' | 'index'>, patterns: Patterns): boolean {
  const so = match(patterns.ifSo, sentence, index)
  if (!so) return false
  const start = afterOpening(patterns, sentence, so.end + 1)
  return match(patterns.wh, sentence, start) !== undefined && !whyFact(sentence, start, patterns)
}

function whyFact(sentence: Ask['sentence'], index: number, patterns: Patterns): Why | undefined {
  if (match(patterns.account, sentence, index)) return undefined
  if (match(patterns.grade, sentence, index)) return 'grade'
  return match(patterns.fact, sentence, index) ? 'one-answer' : undefined
}

function whyVerb(sentence: Ask['sentence'], index: number, patterns: Patterns): Why | undefined {
  return match(patterns.verb, sentence, index) ? 'yes-no' : undefined
}

/** A second question of the same sentence may be the closed one. */
function whyOther(sentence: Ask['sentence'], from: number, patterns: Patterns): Why | undefined {
  for (let at = from; ;) {
    const other = match(patterns.andAsks, sentence, at)
    if (!other) return undefined
    // “How do you buy and store …?” has one subject for both verbs.
    if (sentence.flat.slice(from, other.index).trim().split(' ').length <= 2) return undefined
    const start = afterOpening(patterns, sentence, other.index)
    const why = match(patterns.wh, sentence, start)
      ? whyFact(sentence, start, patterns)
      : whyVerb(sentence, start, patterns)
    if (why) return why
    at = other.end
  }
}
