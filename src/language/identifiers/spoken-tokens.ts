import type { Language } from '../language.ts'
import { isNamed } from './name-lists.ts'

/** A word of letters with its UTF-16 place, as names are looked for in it. */
export type NameToken = {
  text: string
  lower: string
  at: number
  end: number
  isCapital: boolean
  /** A sentence begins with it, as far as its punctuation tells. */
  isFirst: boolean
  /** One space stands between it and the word before. */
  isNext: boolean
}

/** The words of a text in order. Takes linear time. */
export function nameTokens(text: string): NameToken[] {
  const tokens: NameToken[] = []
  let last = 0
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu)) {
    const word = match[0]
    const at = match.index
    const isNext = tokens.length > 0 && at - last === 1 && isSpace(text, last)
    const gap = text.slice(Math.max(last, at - 8), at)
    const isFirst =
      tokens.length === 0 ||
      (!isNext && /[.!?…:}\]\n"“„»–—]/.test(gap) && !(gap === '. ' && isAbbreviated(tokens.at(-1))))
    tokens.push({
      text: word,
      lower: lowerOf(word),
      at,
      end: at + word.length,
      isCapital: /^\p{Lu}/u.test(word),
      isFirst,
      isNext,
    })
    last = at + word.length
  }
  return tokens
}

/** A title whose full stop ends no sentence: _Dr. Holm_. */
export const isAbbreviated = (token: NameToken | undefined) =>
  token !== undefined && /^(?:mr|mrs|ms|dr|prof|hr|dhr|mw|mevr|fr)$/.test(token.lower)

const isSpace = (text: string, at: number) => text[at] === ' '

/** Composed, so that é is é however it was typed. */
const lowerOf = (word: string) =>
  /^[A-Za-z]+$/.test(word) ? word.toLowerCase() : word.normalize().toLowerCase().replaceAll('’', "'")

type Entry<T> = { words: readonly string[]; value: T }

/** Many phrases by their first word, the longest first. */
export type Phrases<T> = Map<string, Entry<T>[]>

/** Adds a phrase in lower case; the same phrase again changes its value. */
export function addPhrase<T>(phrases: Phrases<T>, phrase: string, value: T): void {
  const words = phrase.split(/[\s,]+/)
  const first = words[0] ?? ''
  const others = (phrases.get(first) ?? []).filter((entry) => entry.words.join(' ') !== words.join(' '))
  phrases.set(
    first,
    [...others, { words, value }].sort((one, other) => other.words.length - one.words.length),
  )
}

export type PhraseFound<T> = { value: T; key: string; count: number; end: number }

/**
 * The longest phrase that begins at a word and stands there with single spaces, or undefined. Its last word may bear the ending of a
 * genitive (`Annas`, `Anna’s`); `end` lies before the ending.
 */
export function phraseAt<T>(
  phrases: Phrases<T>,
  tokens: readonly NameToken[],
  { from, language, genitives }: { from: number; language: Language; genitives?: 'of any language' },
): PhraseFound<T> | undefined {
  for (const start of formsOf(tokens[from], { language, genitives }))
    for (const { words, value } of phrases.get(start) ?? []) {
      const last = tokens[from + words.length - 1]
      if (!last) continue
      const stands = words.every((word, at) => {
        const token = tokens[from + at]
        if (!token || (at > 0 && !token.isNext)) return false
        return (
          token.lower === word ||
          (at === words.length - 1 && formsOf(token, { language, genitives }).includes(word))
        )
      })
      if (!stands) continue
      const end = last.end - (last.lower.length - (words.at(-1) ?? '').length)
      return { value, key: words.join(' '), count: words.length, end }
    }
  return undefined
}

/** A word as it is and without its endings, and the head of a compound that is tied to it by a hyphen (`Malmö-kontoret`). */
function formsOf(
  token: NameToken | undefined,
  { language, genitives }: { language: Language; genitives: 'of any language' | undefined },
): string[] {
  if (token === undefined) return []
  const { lower, text } = token
  const head = text.includes('-') ? /^(\p{Lu}[\p{L}\p{M}]+)-\p{Ll}/u.exec(text)?.[1] : undefined
  // Danes and Swedes speak English too: Gunhilds is of Gunhild in any language, where nobody is called so.
  const isBare = genitives !== undefined && lower.length > 4 && /[^s']s$/.test(lower) && !isNamed(lower)
  const forms = withoutEnding(lower, language)
  if (isBare) forms.push(lower.slice(0, -1))
  if (head !== undefined) forms.push(head.toLowerCase())
  return forms
}

/** Heads of a compound written as one word, the longest first: at least four letters, and four behind them. */
export function headsOf({ lower }: NameToken): string[] {
  const heads: string[] = []
  for (let length = lower.length - 4; length >= 4; length--)
    // Danskere and berlinske are who and what is from there, no compounds.
    if (
      !/^(?:\p{L}{0,3}sk[aet]?|\p{L}{0,3}e?r(?:ne|na|e|s)?|\p{L}{0,2}ung(?:en)?|iter\p{L}*)$/u.test(
        lower.slice(length),
      )
    )
      heads.push(lower.slice(0, length))
  return heads
}

/** A word as it is, and without what is tied to it: an s or a short verb behind an apostrophe (`Anna's`, `Anna'll`), in three of the five languages a bare s. */
export function withoutEnding(lower: string, language: Language): string[] {
  const tied = lower.includes("'") ? /'[a-z]{1,2}$/.exec(lower) : null
  if (tied) return [lower, lower.slice(0, tied.index)]
  const bare = language === 'da' || language === 'sv' || language === 'de'
  return bare && lower.length > 3 && lower.endsWith('s') ? [lower, lower.slice(0, -1)] : [lower]
}
