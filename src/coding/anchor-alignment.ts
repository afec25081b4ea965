/** A word, emoji or mark of a text, with its place in codepoints. White space lies between them. */
export type Unit = { text: string; start: number; end: number }

/** Which unit of the old text became which of the new, by their numbers. In order; a unit split or joined occurs twice. */
export type Pair = { before: number; after: number }

/** Cuts a text into units that cover everything but white space. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let utf16 = 0
  let codepoints = 0
  for (const match of text.matchAll(UNIT)) {
    const start = codepoints + [...text.slice(utf16, match.index)].length
    const end = start + [...match[0]].length
    units.push({ text: match[0], start, end })
    utf16 = match.index + match[0].length
    codepoints = end
  }
  return units
}

/**
 * Pairs the units of two versions of a text: first those that are equal, as a shortest edit script has it (Myers 1986), then
 * within each changed stretch those spelled alike (`acounts` → `accounts`) or only written together or apart.
 */
export function align(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const equal = equalPairs(
    before.map((unit) => unit.text),
    after.map((unit) => unit.text),
  )
  const pairs: Pair[] = []
  let done: Pair = { before: 0, after: 0 }
  for (const pair of [...equal, { before: before.length, after: after.length }]) {
    pairs.push(
      ...alikePairs(before.slice(done.before, pair.before), after.slice(done.after, pair.after), done),
    )
    if (pair.before < before.length) pairs.push(pair)
    done = { before: pair.before + 1, after: pair.after + 1 }
  }
  return pairs
}

const UNIT =
  /[\p{L}\p{M}\p{N}_'’]+|\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\u{fe0f}|\p{Emoji_Modifier}|\u{200d}\p{Extended_Pictographic})*|\S/gu

// A text rewritten beyond this many changed units is no correction, and looking further costs its square.
const MOST_CHANGES = 1_000
const MOST_COMPARED = 10_000
const ALIKE = 0.5

function equalPairs(before: readonly string[], after: readonly string[]): Pair[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++

  const pairs: Pair[] = []
  for (let at = 0; at < head; at++) pairs.push({ before: at, after: at })
  const middle = shortestEdit(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  )
  for (const pair of middle) pairs.push({ before: pair.before + head, after: pair.after + head })
  for (let at = tail; at > 0; at--) pairs.push({ before: before.length - at, after: after.length - at })
  return pairs
}

/** Myers' greedy algorithm; nothing in common if more than MOST_CHANGES would have to change. */
function shortestEdit(before: readonly string[], after: readonly string[]): Pair[] {
  if (before.length === 0 || after.length === 0) return []
  const most = Math.min(before.length + after.length, MOST_CHANGES)
  const centre = most + 1
  const reach = new Int32Array(2 * most + 3)
  const history: Int32Array[] = []
  for (let changes = 0; changes <= most; changes++) {
    history.push(reach.slice(centre - changes - 1, centre + changes + 2))
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const left = reach[centre + diagonal - 1] ?? 0
      const above = reach[centre + diagonal + 1] ?? 0
      let x = diagonal === -changes || (diagonal !== changes && left < above) ? above : left + 1
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++
      reach[centre + diagonal] = x
      if (x >= before.length && x - diagonal >= after.length)
        return walkBack(history, before.length, after.length)
    }
  }
  return []
}

function walkBack(history: readonly Int32Array[], beforeLength: number, afterLength: number): Pair[] {
  const pairs: Pair[] = []
  let x = beforeLength
  let y = afterLength
  for (let changes = history.length - 1; changes >= 0; changes--) {
    const reach = history[changes]
    const at = (diagonal: number) => reach?.[diagonal + changes + 1] ?? 0
    const diagonal = x - y
    const down = diagonal === -changes || (diagonal !== changes && at(diagonal - 1) < at(diagonal + 1))
    const from = down ? diagonal + 1 : diagonal - 1
    const startX = changes === 0 ? 0 : down ? at(from) : at(from) + 1
    while (x > startX) pairs.push({ before: --x, after: --y })
    if (changes > 0) [x, y] = [at(from), at(from) - from]
  }
  return pairs.reverse()
}

/** Pairs units of one changed stretch that were respelled, joined or split. */
function alikePairs(before: readonly Unit[], after: readonly Unit[], offset: Pair): Pair[] {
  if (before.length === 0 || after.length === 0) return []
  const found = rewrapped(before, after) ?? mostAlike(before, after)
  return found.map((pair) => ({ before: pair.before + offset.before, after: pair.after + offset.after }))
}

/** `kunde oplevelse` → `kundeoplevelse`: the same letters in other words. Undefined if the letters differ. */
function rewrapped(before: readonly Unit[], after: readonly Unit[]): Pair[] | undefined {
  const old = before.map((unit) => letters(unit.text))
  const now = after.map((unit) => letters(unit.text))
  if (old.join('') !== now.join('') || old.join('') === '') return undefined
  const pairs: Pair[] = []
  let oldEnd = old[0]?.length ?? 0
  let nowEnd = now[0]?.length ?? 0
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    if (old[i] !== '' && now[j] !== '') pairs.push({ before: i, after: j })
    const [a, b] = [oldEnd, nowEnd]
    if (a <= b) oldEnd += old[++i]?.length ?? 0
    if (b <= a) nowEnd += now[++j]?.length ?? 0
  }
  return pairs
}

/** The pairs, in order, that are most alike altogether. */
function mostAlike(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  if (before.length * after.length > MOST_COMPARED) return []
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const alike = new Float64Array(before.length * after.length)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const likeness = likenessOf(before[i]?.text ?? '', after[j]?.text ?? '')
      alike[i * after.length + j] = likeness
      const without = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
      best[i * width + j] =
        likeness < ALIKE ? without : Math.max(without, likeness + (best[(i + 1) * width + j + 1] ?? 0))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    const here = best[i * width + j] ?? 0
    if (here === best[(i + 1) * width + j]) i++
    else if (here === best[i * width + j + 1]) j++
    else pairs.push({ before: i++, after: j++ })
  }
  return pairs
}

const LONGEST_COMPARED = 64

/** 1 − edit distance / length of the longer, without regard to case. */
function likenessOf(one: string, other: string): number {
  const a = [...one.toLowerCase()]
  const b = [...other.toLowerCase()]
  const longer = Math.max(a.length, b.length)
  if (longer > LONGEST_COMPARED || Math.abs(a.length - b.length) > longer * ALIKE) return 0
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, letter] of a.entries()) {
    const next = [i + 1]
    for (const [j, candidate] of b.entries()) {
      const replaced = (row[j] ?? 0) + (letter === candidate ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return 1 - (row[b.length] ?? longer) / longer
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
