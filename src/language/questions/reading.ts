import type { Language } from '../language.ts'

/** One sentence, its words and signs in lower case with one space between and around them, so that patterns can be plain text. */
export type Sentence = {
  flat: string
  /** Where each word or sign of `flat` begins in it, and where it stood in the question (codepoints). */
  words: { index: number; start: number; end: number }[]
  end: '?' | '.' | ''
}

/** A question taken apart: what rules read. */
export type Question = { language: Language; sentences: Sentence[] }

/** Takes a question apart. Quoted words become the sign `"`: they are somebody's, not the asker's. */
export function readQuestion(text: string, language: Language): Question {
  const sentences: Sentence[] = []
  let open: Sentence = { flat: ' ', words: [], end: '' }
  const close = (end: Sentence['end']) => {
    open.end = end
    if (open.words.length > 0) sentences.push(open)
    open = { flat: ' ', words: [], end: '' }
  }
  for (const { text: piece, start, end } of pieces(text)) {
    if (SENTENCE_END.test(piece)) {
      close(piece.includes('?') ? '?' : '.')
    } else {
      open.words.push({ index: open.flat.length, start, end })
      open.flat += `${piece} `
    }
  }
  close('')
  return { language, sentences }
}

const LONGEST = 2_000
const SENTENCE_END = /^[.?!\n]/
const ABBREVIATION =
  /^(?:\p{L}\.)+\p{L}?$|^(?:ca|kl|bl|bijv|bzw|evt|ggf|nr|pr|fx|tlf|tel|st|mr|mrs|dr|prof|mio|vgl|resp|inkl|vs|etc|osv)$/u
const PIECE =
  /["“„”»«][^"“„”»«\n]{1,200}["“”»«]|(?<![\p{L}\p{N}])['‘‚][^'‘’‚\n]{1,80}['’‘](?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-'’.:&*_/][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*(?:-(?=\s\p{L}))?|\n+|[.?!]+(?=\s|$|["”“»)])|[,;:()…–—/]|(?<=\s)-(?=\s)/gu

type Piece = { text: string; start: number; end: number }

function* pieces(text: string): Generator<Piece> {
  const read = [...text].slice(0, LONGEST).join('')
  let at = 0
  let codepoints = 0
  let before = ''
  for (const found of read.matchAll(PIECE)) {
    const start = codepoints + [...read.slice(at, found.index)].length
    const end = start + [...found[0]].length
    at = found.index + found[0].length
    codepoints = end
    if (found[0].startsWith('.') && ABBREVIATION.test(before)) continue
    before = plain(found[0])
    yield { text: before, start, end }
  }
}

function plain(piece: string): string {
  if (/^["“„”»«'‘‚]/u.test(piece) && piece.length > 1) return '"'
  if (/^[–—-]$/.test(piece)) return '–'
  return piece.normalize('NFC').toLowerCase().replaceAll('’', "'")
}

/** From a place in `flat` to codepoints of the question. */
export function placeOf(sentence: Sentence, from: number, to: number): [start: number, end: number] {
  const covered = sentence.words.filter((word) => word.index >= from && word.index < to)
  return [
    covered[0]?.start ?? sentence.words[0]?.start ?? 0,
    covered.at(-1)?.end ?? sentence.words.at(-1)?.end ?? 0,
  ]
}
