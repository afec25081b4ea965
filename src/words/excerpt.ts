/** A stretch of text in codepoints, `end` exclusive. */
export type Stretch = { start: number; end: number }

const around = 220

/**
 * The part of a long utterance around its first mark, cut between words, with the marks that lie in it moved along. Ellipses say
 * where something was left out. Short utterances stay whole.
 */
export function excerpt(text: string, marks: readonly Stretch[]): { text: string; marks: Stretch[] } {
  const letters = [...text]
  const first = marks[0]
  if (!first || letters.length <= 3 * around) return { text, marks: [...marks] }
  const isGap = (at: number) => /\s/u.test(letters[at] ?? ' ')
  let from = Math.max(0, first.start - around)
  while (from > 0 && from < first.start && !isGap(from - 1)) from += 1
  let to = Math.min(letters.length, first.end + around)
  while (to < letters.length && to > first.end && !isGap(to)) to -= 1
  const before = from > 0 ? '… ' : ''
  const after = to < letters.length ? ' …' : ''
  const by = before.length - from
  return {
    text: before + letters.slice(from, to).join('') + after,
    marks: marks
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start + by, end: end + by })),
  }
}
