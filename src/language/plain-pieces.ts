/** A word or what stands between words, with its place in codepoints. */
export type Piece = { text: string; start: number; end: number; word: boolean }

// Letters, digits and signs of Western European text of which the rules below say all; an `:` only where it ties nothing.
const PLAIN = /^(?:[\t\n\x20-\x39\x3b-\x7e¡-§ª«°±´¶º»¿À-ÖØ-öø-ÿ‚‘’“”„–—…‹›€]|:(?![0-9A-Za-z_À-ÖØ-öø-ÿ]))*$/
const WORD =
  /[0-9A-Za-z_ªºÀ-ÖØ-öø-ÿ]+(?:(?:(?<=[A-Za-zªºÀ-ÖØ-öø-ÿ])[.'‘’](?=[A-Za-zªºÀ-ÖØ-öø-ÿ])|(?<=\d)[.,;'‘’](?=\d))[0-9A-Za-z_ªºÀ-ÖØ-öø-ÿ]+)*/g

/**
 * The pieces of a text as Unicode's rules for words (UAX 29) cut it, where it holds nothing but plain Western European letters, digits and signs; else
 * undefined. The same as `Intl.Segmenter` gives, in less than half its time; a test holds one against the other. Pure.
 */
export function plainPieces(text: string): Piece[] | undefined {
  if (!PLAIN.test(text)) return undefined
  const pieces: Piece[] = []
  let at = 0
  const between = (until: number) => {
    while (at < until) {
      const start = at
      at += 1
      // Spaces stay together.
      if (text[start] === ' ') while (at < until && text[at] === ' ') at += 1
      pieces.push({ text: text.slice(start, at), start, end: at, word: false })
    }
  }
  for (const { 0: word, index } of text.matchAll(WORD)) {
    between(index)
    at = index + word.length
    pieces.push({ text: word, start: index, end: at, word: /[^_]/.test(word) })
  }
  between(text.length)
  return pieces
}
