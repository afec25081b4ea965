import type { Language } from './language.ts'

/** Where a sentence stands in a text, in codepoints, `end` exclusive. */
type Sentence = { start: number; end: number }

/** UTF-16 units looked at at once: `Intl.Segmenter` takes quadratic time on long strings. */
const WINDOW = 4096

/**
 * The sentences of a text (UAX #29 as the engine knows it for the language), one after the other without gaps; white space belongs to the
 * sentence before it. What has no end within 4,096 characters is cut there.
 */
export function sentences(language: Language, text: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const found: Sentence[] = []
  let at = 0
  let start = 0
  while (at < text.length) {
    const pieces = [...segmenter.segment(windowAt(text, at))].map(({ segment }) => segment)
    const isLast = at + WINDOW >= text.length
    // The last piece of a window may go on beyond it.
    for (const piece of isLast || pieces.length === 1 ? pieces : pieces.slice(0, -1)) {
      const end = start + [...piece].length
      found.push({ start, end })
      start = end
      at += piece.length
    }
  }
  return found
}

function windowAt(text: string, at: number): string {
  const end = at + WINDOW
  // Never between the two halves of a surrogate pair.
  const high = text.charCodeAt(end - 1)
  return text.slice(at, end < text.length && high >= 0xd800 && high <= 0xdbff ? end - 1 : end)
}
