/** A stretch of a text in codepoints, `end` exclusive. */
export type Stretch = { start: number; end: number }
/** A stretch that has an id. */
export type Span = Stretch & { id: string }
/** Neighbouring letters under the same spans. */
export type Piece = Stretch & { text: string; ids: string[]; isPicked: boolean }

/** Cuts a text at every edge of its spans and of the selection, so that each piece lies under the same ones throughout. */
export function piecesOf(text: string, spans: readonly Span[], picked?: Stretch): Piece[] {
  const letters = [...text]
  const edges = new Set([0, letters.length])
  for (const { start, end } of picked ? [...spans, picked] : spans)
    for (const edge of [start, end]) if (edge > 0 && edge < letters.length) edges.add(edge)
  const cuts = [...edges].toSorted((one, other) => one - other)
  return cuts.slice(0, -1).map((start, place) => {
    const end = cuts[place + 1] ?? letters.length
    const covers = (stretch: Stretch) => stretch.start <= start && stretch.end >= end
    return {
      start,
      end,
      text: letters.slice(start, end).join(''),
      ids: spans.filter(covers).map(({ id }) => id),
      isPicked: picked !== undefined && covers(picked),
    }
  })
}

/** The line below the text that each span is drawn on, so that overlapping ones never share one: 0 is nearest the words. */
export function linesOf(spans: readonly Span[]): Map<string, number> {
  const ends: number[] = []
  const lines = new Map<string, number>()
  for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const free = ends.findIndex((end) => end <= span.start)
    const line = free === -1 ? ends.length : free
    ends[line] = span.end
    lines.set(span.id, line)
  }
  return lines
}

/** The words of a text, with their places in codepoints; marks of punctuation belong to none. */
export function wordsOf(text: string): Stretch[] {
  const words: Stretch[] = []
  let utf16 = 0
  let codepoints = 0
  for (const found of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’_-][\p{L}\p{M}\p{N}]+)*/gu)) {
    const start = codepoints + [...text.slice(utf16, found.index)].length
    const end = start + [...found[0]].length
    words.push({ start, end })
    utf16 = found.index + found[0].length
    codepoints = end
  }
  return words
}

/** A selection by keyboard: from the word where it began to the word where it is now, by their numbers. */
export type WordSelection = { anchor: number; head: number }
export type WordMove = 'next' | 'previous' | 'extend next' | 'extend previous' | 'all'

/** The selection after an arrow key among `count` words; undefined where there are none. */
export function moveSelection(
  count: number,
  selection: WordSelection | undefined,
  move: WordMove,
): WordSelection | undefined {
  if (count === 0) return undefined
  if (move === 'all') return { anchor: 0, head: count - 1 }
  const by = move.endsWith('next') ? 1 : -1
  if (!selection) return by === 1 ? { anchor: 0, head: 0 } : { anchor: count - 1, head: count - 1 }
  const head = Math.min(count - 1, Math.max(0, selection.head + by))
  return move.startsWith('extend') ? { anchor: selection.anchor, head } : { anchor: head, head }
}

/** Where the selected words stand. */
export function stretchOf(words: readonly Stretch[], { anchor, head }: WordSelection): Stretch | undefined {
  const first = words[Math.min(anchor, head)]
  const last = words[Math.max(anchor, head)]
  return first && last && { start: first.start, end: last.end }
}

/** 3,725,000 ms → 1:02:05. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}
