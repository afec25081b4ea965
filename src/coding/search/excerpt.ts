import type { Stretch } from './search-query.ts'

const before = 90
const after = 210

/** The words around the first mark, cut between words, with the marks that lie in them moved along. Short texts stay whole. */
export function excerptOf(text: string, marks: readonly Stretch[]): { text: string; marks: Stretch[] } {
  const letters = [...text]
  if (letters.length <= before + after) return { text, marks: [...marks] }
  const first = marks[0] ?? { start: 0, end: 0 }
  const isGap = (at: number) => /\s/u.test(letters[at] ?? ' ')
  let from = Math.max(0, first.start - before)
  while (from > 0 && from < first.start && !isGap(from - 1)) from += 1
  let to = Math.min(letters.length, Math.max(first.end, from + before + after))
  while (to < letters.length && to > first.end && !isGap(to)) to -= 1
  const opening = from > 0 ? '… ' : ''
  const closing = to < letters.length ? ' …' : ''
  const by = opening.length - from
  return {
    text: opening + letters.slice(from, to).join('') + closing,
    marks: marks
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start + by, end: end + by })),
  }
}
