import { chunks } from './chunks.ts'
import type { Language } from './language.ts'
import { plainPieces, type Piece } from './plain-pieces.ts'

/** A word as it stands in an utterance. Positions count Unicode codepoints, `end` exclusive. */
export type Token = {
  /** As it was written. */
  text: string
  /** Lower case, NFC, one kind of apostrophe and hyphen: equal for what a reader takes for the same word. */
  normal: string
  start: number
  end: number
}

/**
 * The words of one utterance, in order, with their places in codepoints. Numbers are words; punctuation and emoji
 * are not. Stays together: hyphenated compounds (`plejehjems-ansatte`), `EU:s`, `zo'n`, `don’t`, German gender forms
 * (`Kund*innen`), Dutch clitics (`'s avonds`). Takes linear time, whatever the length. Words may differ between
 * engines, so tokenise on the server only and store what came out.
 */
export function tokenise(language: Language, text: string): Token[] {
  return [...tokensOf(language, text)]
}

/** The same one by one, for a text so long that others should be served between. */
export function* tokensOf(language: Language, text: string): Generator<Token> {
  for (const piece of joined(pieces(language, text), language)) {
    const token = trimmed(piece)
    if (token) yield token
  }
}

/** The form under which a word is counted: NFC, lower case, plain apostrophe and hyphen, no invisible characters. */
export function normalForm(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  return word
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(GENDER_FORM, '*$1')
}

const PLAIN = /^[a-zA-Z\u00c0-\u00ff]+$/
const GENDER_FORM = /(?<=\p{L})[*:_](in|innen)$/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const LETTER = /\p{L}/u
const EDGES = /^_+|_+$/g

const segmenters = new Map<Language, Intl.Segmenter>()

function segmenter(language: Language): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

function* pieces(language: Language, text: string): Generator<Piece> {
  const words = segmenter(language)
  let at = 0
  for (const chunk of chunks(text)) {
    const plain = plainPieces(chunk.text)
    if (plain !== undefined) {
      for (const piece of plain) yield { ...piece, start: at + piece.start, end: at + piece.end }
      at += chunk.text.length
      continue
    }
    for (const { segment, isWordLike } of words.segment(chunk.text)) {
      const end = at + countCodepoints(segment)
      yield { text: segment, start: at, end, word: isWordLike === true && LETTER_OR_DIGIT.test(segment) }
      at = end
    }
  }
}

/** Joins word + link + word into one word; gives only words. */
function* joined(all: Iterable<Piece>, language: Language): Generator<Piece> {
  let word: Piece | undefined
  let link: Piece | undefined
  for (const piece of all) {
    if (!piece.word) {
      if (word && link) {
        yield word
        word = undefined
      }
      link = piece
      continue
    }
    if (word && link && links(word.text, link.text, piece.text)) {
      word = { ...piece, text: word.text + link.text + piece.text, start: word.start }
    } else {
      if (word) yield word
      word = language === 'nl' && link ? clitic(link, piece) : piece
    }
    link = undefined
  }
  if (word) yield word
}

// Joining without end would take quadratic time on `a-a-a-…`.
const LONGEST_COMPOUND = 100

function links(left: string, link: string, right: string): boolean {
  if (left.length > LONGEST_COMPOUND) return false
  if (link === '-' || link === '\u2010' || link === '\u2011') return LETTER.test(left) || LETTER.test(right)
  // Only a lower-case ending, so that `*emphasis*` is not glued to its neighbour.
  if (link === '*') return /^(in|innen|r|e|n|m|s|en|er)$/.test(right)
  return false
}

/** Dutch writes 's, 't, 'n, 'k, 'm, 'r as words of their own; the apostrophe belongs to them. */
function clitic(before: Piece, piece: Piece): Piece {
  if (!/['\u2018\u2019]$/.test(before.text) || !/^[stnkmr]$/i.test(piece.text)) return piece
  return { ...piece, text: before.text.slice(-1) + piece.text, start: piece.start - 1 }
}

/** Without the underscores of `_emphasis_`, which the segmenter takes for part of the word. */
function trimmed(piece: Piece): Token | undefined {
  let { text, start, end } = piece
  if (text.startsWith('_') || text.endsWith('_')) {
    start += text.length - text.replace(/^_+/, '').length
    end -= text.length - text.replace(/_+$/, '').length
    text = text.replace(EDGES, '')
  }
  const normal = normalForm(text)
  return normal === '' ? undefined : { text, normal, start, end }
}

/** Codepoints as `for (const c of text)` counts them: a lone surrogate is one. */
function countCodepoints(text: string): number {
  let count = text.length
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = text.charCodeAt(at + 1)
    if (next < 0xdc00 || next > 0xdfff) continue
    count--
    at++
  }
  return count
}
