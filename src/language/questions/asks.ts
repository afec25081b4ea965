import { patternsOf, type Patterns } from './grammar.ts'
import type { Question, Sentence } from './reading.ts'

/** How a sentence asks. `setting` prepares a question that follows (`Think back to …`). */
export type AskKind = 'request' | 'setting' | 'wh' | 'verb' | 'declared' | 'fragment'

/** A sentence that asks for something, and where in it the asking begins (index into `flat`). */
export type Ask = { sentence: Sentence; kind: AskKind; index: number }

/** Every asking of a question, in order: one a sentence at most. */
export function asksOf(question: Question): Ask[] {
  const patterns = patternsOf(question.language)
  return question.sentences.flatMap((sentence) => askOf(sentence, patterns) ?? [])
}

/** Where a pattern matches at exactly this place, or from this place on. */
export function match(
  pattern: RegExp,
  sentence: Sentence,
  from = 1,
): { index: number; end: number } | undefined {
  pattern.lastIndex = from
  const found = pattern.exec(sentence.flat)
  return found ? { index: found.index, end: found.index + found[0].length } : undefined
}

/** The place behind words like “and”, “so”, “well” that open a clause. */
export function afterOpening(patterns: Patterns, sentence: Sentence, from: number): number {
  let at = from
  for (let words = 0; words < 4; words++) {
    const opening = match(patterns.opening, sentence, at)
    if (!opening) break
    at = opening.end + 1
  }
  return at
}

function askOf(sentence: Sentence, patterns: Patterns): Ask | undefined {
  let first: Ask | undefined
  for (const start of clauseStarts(sentence)) {
    const index = afterOpening(patterns, sentence, start)
    const kind = kindAt(sentence, index, patterns)
    if (!kind || (start > 1 && !asksLater(sentence, start, kind, first))) continue
    // “You surely noticed, how …” still tells rather than asks.
    const pressed = match(patterns.assured, sentence) || match(patterns.tag, sentence)
    if (first?.kind === 'declared' && pressed && sentence.flat[start - 2] !== ':') continue
    const ask = { sentence, kind, index }
    if (kind !== 'declared' && !(kind === 'setting' && sentence.end === '?')) return ask
    first ??= ask
  }
  if (first?.kind === 'setting' && sentence.end === '?' && match(patterns.verb, sentence, first.index))
    return { ...first, kind: 'verb' }
  if (first || sentence.end !== '?') return first
  const declared = match(patterns.assured, sentence) ?? match(patterns.tag, sentence)
  return { sentence, kind: declared ? 'declared' : 'fragment', index: 1 }
}

/** Whether a clause behind the first may be the one that asks. */
function asksLater(sentence: Sentence, start: number, kind: AskKind, first: Ask | undefined): boolean {
  if (kind === 'declared' || kind === 'setting') return false
  // “The insurance, did you have that already?” only names its matter first.
  const named = sentence.flat.slice(first?.index ?? 0, start).split(' ').length <= 4
  // “I can't see it, is that the button?” asks in its second half; “…, isn't it?” only presses.
  const asksOn = sentence.flat.slice(start).trim().split(' ').length >= LONGER_THAN_A_TAG
  if (kind === 'verb') return first?.kind !== 'declared' || named || asksOn
  // In a plain statement “what you tell me” asks nothing, but for one behind a colon.
  return kind === 'request' || sentence.end !== '.' || ':–'.includes(sentence.flat[start - 2] ?? ' ')
}

function kindAt(sentence: Sentence, index: number, patterns: Patterns): AskKind | undefined {
  if (match(patterns.subordinate, sentence, index)) return undefined
  if (match(patterns.setting, sentence, index)) return 'setting'
  if (match(patterns.wondering, sentence, index)) return 'verb'
  if (sentence.end === '?' && match(patterns.doing, sentence, index)) return 'verb'
  if (match(patterns.request, sentence, index)) return 'request'
  if (match(patterns.wh, sentence, index)) return 'wh'
  if (sentence.end !== '.' && match(patterns.verb, sentence, index)) return 'verb'
  if (sentence.end === '?' && match(patterns.declared, sentence, index)) return 'declared'
  return undefined
}

const LONGER_THAN_A_TAG = 4
const CLAUSE = / [,;:–] /g

function* clauseStarts(sentence: Sentence): Generator<number> {
  yield 1
  for (const found of sentence.flat.matchAll(CLAUSE)) yield found.index + 3
}
