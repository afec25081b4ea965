/** A stretch of a source's text that stands word for word in one utterance; UTF-16 units, ends exclusive. */
export type Stretch = { from: number; until: number; utterance: number; at: number }

/** A part of a selection within one utterance, in UTF-16 units of its text. */
export type Part = { utterance: number; from: number; until: number }

/**
 * Finds utterances in the text they were read from. Reading drops labels, times and outer white space but keeps lines, so each line of an
 * utterance is looked for whole, from where the last one ended; only where that fails, word by word.
 */
export function findTurns(text: string, utterances: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  let cursor = 0
  for (const [utterance, said] of utterances.entries()) {
    for (const { line, at } of linesOf(said)) {
      const whole = findWhole(text, { line, cursor })
      const found =
        whole === undefined
          ? findWords(text, { line, cursor })
          : [{ from: whole, line: 0, length: line.length }]
      for (const one of found)
        stretches.push({ from: one.from, until: one.from + one.length, utterance, at: at + one.line })
      const last = found.at(-1)
      if (last) cursor = last.from + last.length
    }
  }
  return stretches
}

/** An utterance as it is kept; a correction raises its version. */
type Kept = { id: string; version: number }

/** Each of the utterances as they were, as it stands now; undefined for what was corrected or taken out meanwhile. */
export function followTurns<Now extends Kept>(
  before: readonly Kept[],
  now: readonly Now[],
): (Now | undefined)[] {
  const same = new Map(now.map((one) => [`${one.id} ${one.version}`, one]))
  return before.map(({ id, version }) => same.get(`${id} ${version}`))
}

/** The parts of utterances a selection covers; where it touches none (a label, a time, nothing) there are none. */
export function partsOf(stretches: readonly Stretch[], place: { from: number; until: number }): Part[] {
  const parts: Part[] = []
  for (let index = firstEndingAfter(stretches, place.from); index < stretches.length; index++) {
    const stretch = stretches[index]
    if (stretch === undefined || stretch.from >= place.until) break
    const from = stretch.at + Math.max(0, place.from - stretch.from)
    const until = stretch.at + Math.min(stretch.until, place.until) - stretch.from
    const last = parts.at(-1)
    if (last?.utterance === stretch.utterance) last.until = until
    else parts.push({ utterance: stretch.utterance, from, until })
  }
  return parts
}

function firstEndingAfter(stretches: readonly Stretch[], place: number): number {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.until ?? 0) > place) high = middle
    else low = middle + 1
  }
  return low
}

function linesOf(said: string): { line: string; at: number }[] {
  return [...said.matchAll(/[^\n]+/g)].flatMap(({ 0: whole, index }) => {
    const line = whole.trim()
    return line === '' ? [] : [{ line, at: index + whole.indexOf(line) }]
  })
}

/** How far a line may lie behind the last one: what was left out between two lines is a label, a time, a heading. */
const farthest = 20_000

function findWhole(text: string, { line, cursor }: { line: string; cursor: number }): number | undefined {
  const window = text.slice(cursor, cursor + farthest + line.length)
  for (let at = window.indexOf(line); at >= 0; at = window.indexOf(line, at + 1))
    if (isWhole(text, { from: cursor + at, until: cursor + at + line.length })) return cursor + at
  return undefined
}

function findWords(
  text: string,
  { line, cursor }: { line: string; cursor: number },
): { from: number; line: number; length: number }[] {
  const found: { from: number; line: number; length: number }[] = []
  let next = cursor
  for (const { 0: word, index } of line.matchAll(/\S+/g)) {
    const window = text.slice(next, next + 400 + word.length)
    for (let at = window.indexOf(word); at >= 0; at = window.indexOf(word, at + 1)) {
      if (!isWhole(text, { from: next + at, until: next + at + word.length })) continue
      found.push({ from: next + at, line: index, length: word.length })
      next += at + word.length
      break
    }
  }
  return found
}

/** Neither cut out of a word nor the label in front of a turn. */
function isWhole(text: string, { from, until }: { from: number; until: number }): boolean {
  const before = text.slice(Math.max(0, from - 2), from)
  return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}:]/u.test(text.slice(until, until + 2))
}
