import {
  kindredStems,
  normalForm,
  stem,
  stemmedWords,
  tokenise,
  type Language,
} from '../../language/index.ts'
import { prefixOf, quoted } from './search-words.ts'

/** One thing looked for: words in a row, or the beginning of a word (`pension*`). */
export type Sought = { text: string; isExcluded: boolean; kind: 'words' | 'beginning' }

export type Stretch = { start: number; end: number }

const most = 20
const shortestBeginning = 3

/**
 * What somebody typed into the search field: words that must all be there in whatever form, `"words in a row"`, `-not this`,
 * `beginning*`. Twenty things at most are looked for; anything may be typed.
 */
export function readQuery(typed: string): Sought[] {
  const sought: Sought[] = []
  for (const match of typed.matchAll(/(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/gu)) {
    const [, minus = '', phrase, word = ''] = match
    const isExcluded = minus === '-'
    const text = (phrase ?? word).trim()
    const beginning = /^([\p{L}\p{N}][\p{L}\p{N}'’-]*)\*$/u.exec(phrase === undefined ? text : '')?.[1]
    if (text === '' || sought.length >= most) continue
    if (beginning === undefined || [...beginning].length < shortestBeginning)
      sought.push({ text, isExcluded, kind: 'words' })
    else sought.push({ text: beginning, isExcluded, kind: 'beginning' })
  }
  return sought
}

/**
 * The same as PostgreSQL's `tsquery`, said once for each language because each cuts words in its own way. Null where there is nothing
 * to look for: no word, or only words that must not be there.
 */
export function tsqueryOf(sought: readonly Sought[], languages: readonly Language[]): string | null {
  const inLanguages = languages.flatMap((language) => {
    const wanted = sought.filter(({ isExcluded }) => !isExcluded).flatMap((one) => termOf(one, language))
    const excluded = sought.filter(({ isExcluded }) => isExcluded).flatMap((one) => termOf(one, language))
    return wanted.length === 0
      ? []
      : [`(${[...wanted, ...excluded.map((term) => `!(${term})`)].join(' & ')})`]
  })
  return inLanguages.length === 0 ? null : inLanguages.join(' | ')
}

function termOf(sought: Sought, language: Language): string[] {
  if (sought.kind === 'beginning') return [`${quoted(prefixOf(language, normalForm(sought.text)))}:*`]
  const words = wordsOf(sought.text, language).map((stems) => {
    const lexemes = stems.map((one) => quoted(prefixOf(language, one)))
    return lexemes.length === 1 ? lexemes.join('') : `(${lexemes.join(' | ')})`
  })
  return words.length === 0 ? [] : [`(${words.join(' <-> ')})`]
}

/** Each word of a text as the stems its forms have, its own first. */
function wordsOf(text: string, language: Language): string[][] {
  return tokenise(language, text).map(({ normal }) => [
    stem(language, normal),
    ...kindredStems(language, normal),
  ])
}

/** Where a text says what is looked for, in codepoints and in order; what must not be there marks nothing. */
export function marksIn(text: string, given: { sought: readonly Sought[]; language: Language }): Stretch[] {
  const { sought, language } = given
  const tokens = [...stemmedWords(language, text)]
  const stems = tokens.map((token) => [token.stem, ...(token.parted ? [token.parted.stem] : [])])
  const found: Stretch[] = []
  for (const one of sought) {
    if (one.isExcluded) continue
    const words = one.kind === 'beginning' ? [] : wordsOf(one.text, language)
    const beginning = normalForm(one.text)
    for (const [at, token] of tokens.entries()) {
      const isHere =
        one.kind === 'beginning'
          ? stems[at]?.some((own) => own.startsWith(beginning)) === true
          : words.length > 0 &&
            words.every((forms, next) => stems[at + next]?.some((own) => forms.includes(own)) === true)
      const last = tokens[at + Math.max(0, words.length - 1)]
      if (!isHere || !last) continue
      found.push({ start: token.start, end: last.end })
      const { parted } = token
      if (parted && words.length <= 1 && !(words[0] ?? []).includes(token.stem))
        found.push({ start: parted.particle.start, end: parted.particle.end })
    }
  }
  return withoutOverlap(found)
}

function withoutOverlap(stretches: Stretch[]): Stretch[] {
  const kept: Stretch[] = []
  for (const stretch of stretches.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1)
    if (last && stretch.start < last.end) last.end = Math.max(last.end, stretch.end)
    else kept.push({ ...stretch })
  }
  return kept
}
