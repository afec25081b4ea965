import { newBreath } from '../../platform/breath.ts'
import type { Language } from '../language.ts'
import { ambiguousWords } from './ambiguous-words.ts'
import type {
  FoundIdentifier,
  IdentifierKind,
  KnownIdentifier,
  KnownIdentifiers,
  NamePart,
} from './identifier.ts'
import { isListed } from './name-lists.ts'
import { evidentNames, isWithoutCapitals, titles } from './names.ts'
import { findNumbers, type Stretch } from './numbers.ts'
import { isPlaceSaid, isPlain as isPlainPlace, placePhrases, streetAt } from './places.ts'
import {
  addPhrase,
  headsOf,
  nameTokens,
  phraseAt,
  type NameToken,
  type PhraseFound,
  type Phrases,
} from './spoken-tokens.ts'

/** Danes and Swedes name people in English, too. */
const genitives = 'of any language'

type Asked = { language: Language; known?: KnownIdentifiers }

/**
 * What in the turns of one conversation may tell who somebody is: addresses, numbers, names, places, and in languages that do not capitalise
 * nouns other capitalised words. A name for which something speaks anywhere in the conversation (or that is `known` of the study) is found
 * wherever it stands. One answer a turn, in order, none overlapping. Pure; time grows with length.
 */
export function findIdentifiers(turns: readonly string[], asked: Asked): FoundIdentifier[][] {
  const finding = findEach(turns, asked)
  for (;;) {
    const step = finding.next()
    if (step.done === true) return step.value
  }
}

/** The same, others served meanwhile: some conversations have a hundred thousand turns. */
export async function findIdentifiersMeanwhile(
  turns: readonly string[],
  asked: Asked,
): Promise<FoundIdentifier[][]> {
  const breathe = newBreath()
  const finding = findEach(turns, asked)
  for (;;) {
    const step = finding.next()
    if (step.done === true) return step.value
    await breathe()
  }
}

/** Pauses after every turn. */
function* findEach(
  turns: readonly string[],
  { language, known = new Map() }: Asked,
): Generator<void, FoundIdentifier[][]> {
  const read: { text: string; tokens: NameToken[] }[] = []
  for (const text of turns) {
    read.push({ text, tokens: nameTokens(text) })
    yield
  }
  const plain = plainWords(read)
  const isPlain = (lower: string) => plain.has(lower)
  const { phrases: sure, literals } = lookUp(known)
  const small = new Set<string>()
  // How much oftener it is told to be a given name than a family name.
  const parts = new Map<string, number>()
  for (const { tokens } of read) {
    for (const { key, part, isSmall } of evidentNames(tokens, { language, isPlain })) {
      if (part !== undefined) parts.set(key, (parts.get(key) ?? 0) + (part === 'given' ? 1 : -1))
      if (placesFirst.has(key) || usualCapitals.has(key)) continue
      const was = known.get(key)
      if (isSmall && (!known.has(key) || was?.kind === 'name')) {
        addPhrase(sure, key, { kind: 'name', case: 'any' })
        small.add(key)
      }
      // Of what is known as a capital only, it is told here that it is a name.
      else if ((!known.has(key) || was?.kind === 'other') && !small.has(key))
        addPhrase(sure, key, { kind: 'name', case: 'capital' })
    }
    yield
  }
  const places = placePhrases(language)
  const found: FoundIdentifier[][] = []
  for (const turn of read) {
    const here = readTurn({ ...turn, language, sure, literals, places, isPlain, known })
    found.push(here.map((one) => ({ ...one, ...partIn(parts, one.key) })))
    yield
  }
  return found
}

function partIn(parts: ReadonlyMap<string, number>, key: string): { part?: NamePart } {
  const told = parts.get(key) ?? 0
  if (told === 0) return {}
  return { part: told > 0 ? 'given' : 'family' }
}

/** Finds in a turn what is known already, and nothing else. Made once for many turns. */
export function knownFinder({ language, known }: Required<Asked>): (text: string) => FoundIdentifier[] {
  const { phrases, literals } = lookUp(known)
  const isKnown = ({ key }: Stretch) => (known.get(key) ?? null) !== null
  return (text) => {
    const tokens = nameTokens(text)
    const isSmall = isWithoutCapitals(tokens)
    const found = [...findNumbers(text, language).filter(isKnown), ...findLiterals(text, literals)]
    return inOrder(text, found, (free) => {
      for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at]
        const phrase =
          token &&
          (phraseAt(phrases, tokens, { from: at, language, genitives }) ?? headAt(phrases, token, language))
        if (!token || !phrase?.value || !free(token)) continue
        const isHeard = isSmall && phrase.value.kind === 'name' && !ambiguousWords[language].has(phrase.key)
        if (phrase.value.case === 'capital' && !isHeard && !isWritten(tokens, at, phrase.count)) continue
        const { key, end, value } = phrase
        found.push({ kind: value.kind, at: token.at, text: text.slice(token.at, end), key })
        at += phrase.count - 1
      }
    })
  }
}

type Literal = { pattern: RegExp; kind: IdentifierKind; key: string }

/** Words by their first word, and what has digits or signs in it as it is written. */
function lookUp(known: KnownIdentifiers): {
  phrases: Phrases<KnownIdentifier | null>
  literals: readonly Literal[]
} {
  const phrases: Phrases<KnownIdentifier | null> = new Map()
  const literals: Literal[] = []
  for (const [key, value] of known)
    if (/^[\p{L}\p{M}'’ -]+$/u.test(key)) addPhrase(phrases, key, value)
    else if (value !== null && !['email', 'phone', 'civil number'].includes(value.kind)) {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])${key.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}])`,
        'giu',
      )
      literals.push({ pattern, kind: value.kind, key })
    }
  return { phrases, literals }
}

function findLiterals(text: string, literals: readonly Literal[]): Stretch[] {
  return literals.flatMap(({ pattern, kind, key }) =>
    [...text.matchAll(pattern)].map(({ 0: form, index }) => ({ kind, at: index, text: form, key })),
  )
}

/** What was found and what `more` adds where nothing was found yet, in order, none overlapping. */
function inOrder(
  text: string,
  found: Stretch[],
  more: (free: (token: NameToken) => boolean) => void,
): FoundIdentifier[] {
  const taken = new Uint8Array(found.length > 0 ? text.length : 0)
  for (const stretch of found) taken.fill(1, stretch.at, stretch.at + stretch.text.length)
  more((token) => taken[token.at] !== 1 && taken[token.end - 1] !== 1)
  const sorted = found.toSorted((one, other) => one.at - other.at || other.text.length - one.text.length)
  let end = 0
  const apart = sorted.filter((stretch) => {
    if (stretch.at < end) return false
    end = stretch.at + stretch.text.length
    return true
  })
  return inCodepoints(text, apart)
}

type Turn = {
  text: string
  tokens: readonly NameToken[]
  language: Language
  sure: Phrases<KnownIdentifier | null>
  literals: readonly Literal[]
  places: Phrases<'place'>
  isPlain: (lower: string) => boolean
  known: KnownIdentifiers
}

function readTurn(turn: Turn): FoundIdentifier[] {
  const { text, tokens, known, literals } = turn
  const numbers = findNumbers(text, turn.language).filter(({ key }) => known.get(key) !== null)
  const found = [...numbers, ...findLiterals(text, literals)]
  return inOrder(text, found, (free) => {
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]
      if (!token || !free(token)) continue
      const stretch = wordsAt(turn, at)
      if (stretch === undefined) continue
      const { kind, end, key, count } = stretch
      if (kind !== null) found.push({ kind, at: token.at, text: text.slice(token.at, end), key })
      at += count - 1
    }
  })
}

type WordsFound = { kind: IdentifierKind | null; end: number; count: number; key: string }

function wordsAt(turn: Turn, at: number): WordsFound | undefined {
  const { text, tokens, language, sure, places, known } = turn
  const token = tokens[at]
  if (!token) return undefined
  const street = streetAt(text, tokens, at, language)
  const named = phraseAt(sure, tokens, { from: at, language, genitives })
  // _Bertha von Suttner Platz_ is nobody, but Miss Lane is.
  const name = language === 'de' && street !== undefined ? undefined : named
  if (
    name &&
    (isWritten(tokens, at, name.count) || name.value?.case === 'any') &&
    isMeant(turn, token, name.key)
  )
    return { ...name, kind: name.value?.kind ?? null }
  if (!token.isCapital) return smallPlace(turn, at)
  if (street) {
    const key = text.slice(token.at, street.end).toLowerCase()
    return { kind: known.get(key) === null ? null : 'place', key, ...street }
  }
  const place = phraseAt(places, tokens, { from: at, language })
  if (
    place &&
    isWritten(tokens, at, 1) &&
    !(place.count === 1 && (isPlainPlace(language, token) || turn.isPlain(place.key)))
  )
    return { kind: known.get(place.key) === null ? null : 'place', ...place }
  const isNordic = language === 'da' || language === 'sv'
  const ofPlace = isNordic && !token.isFirst ? headAt(places, token, language) : undefined
  const head = headAt(sure, token, language) ?? ofPlace
  if (head) {
    const kind = head.value === 'place' ? 'place' : (head.value?.kind ?? null)
    return { ...head, kind: known.get(head.key) === null ? null : kind }
  }
  const isSaid = isOther(turn, token) && isPlaceSaid(tokens, at, language)
  if (isSaid || isOther(turn, token))
    return {
      kind: known.get(endlessOf(token)) === null ? null : isSaid ? 'place' : 'other',
      key: endlessOf(token),
      count: 1,
      end: token.end - (token.lower.length - endlessOf(token).length),
    }
  return undefined
}

/** Where nothing is written with a capital, a city behind a word that leads to a place. */
function smallPlace({ tokens, language, places, known }: Turn, at: number): WordsFound | undefined {
  const leading = towards[language]
  if (leading === undefined || !leading.has(tokens[at - 1]?.lower ?? '') || !isWithoutCapitals(tokens))
    return undefined
  const place = phraseAt(places, tokens, { from: at, language })
  if (!place || place.key.length < 5 || ambiguousWords[language].has(place.key)) return undefined
  return { ...place, kind: known.get(place.key) === null ? null : 'place' }
}

const towards: { [language in Language]?: ReadonlySet<string> } = {
  da: new Set(['i', 'til', 'fra', 'på', 'mod', 'ved']),
  sv: new Set(['i', 'till', 'från', 'på', 'mot', 'vid']),
  de: new Set(['in', 'nach', 'aus', 'bei']),
  nl: new Set(['in', 'naar', 'uit', 'bij']),
}

/** The name or place that a compound begins with (`Lidingöbanan`) that is no name itself; in languages that write compounds as one word. */
function headAt<T>(phrases: Phrases<T>, token: NameToken, language: Language): PhraseFound<T> | undefined {
  if (language === 'en' || !token.isCapital || isListed(token.lower)) return undefined
  for (const head of headsOf(token)) {
    const entry = phrases.get(head)?.find(({ words }) => words.length === 1)
    if (entry && !ambiguousWords[language].has(head))
      return { value: entry.value, key: head, count: 1, end: token.end - (token.lower.length - head.length) }
  }
  return undefined
}

const endlessOf = (token: NameToken) => token.lower.replace(/'s$/, '')

/** A name in lower case is one only where it was written so when somebody added it. */
function isWritten(tokens: readonly NameToken[], at: number, count: number): boolean {
  return tokens.slice(at, at + count).some((token) => token.isCapital)
}

/** Mark is somebody in "I met Mark", and nobody knows in "Mark my words". */
function isMeant({ language, known }: Turn, token: NameToken, key: string): boolean {
  if (known.has(key)) return true
  if (!ambiguousWords[language].has(key)) return true
  return !token.isFirst || language === 'de'
}

/** A capital in the middle of a sentence on a word that is never written without one. */
function isOther({ language, isPlain }: Turn, token: NameToken): boolean {
  if (language === 'de' || token.isFirst || token.text.length < 3) return false
  const bare = endlessOf(token)
  if (/^\p{Lu}+$/u.test(token.text) || usualCapitals.has(bare) || titles.has(bare)) return false
  return !isPlain(token.lower) && !isPlain(bare)
}

/** Words that stand in lower case somewhere, so that their capital says nothing. Parts of addresses are no words. */
function plainWords(turns: readonly { text: string; tokens: readonly NameToken[] }[]): Set<string> {
  const plain = new Set<string>()
  for (const { text, tokens } of turns)
    for (const { isCapital, lower, at, end } of tokens) {
      if (isCapital) continue
      const isApart = text[at - 1] === ' ' && text[end] === ' '
      if (
        isApart ||
        (!/[@._\d]/.test(text[at - 1] ?? '') && !/^(?:[@_\d]|\.\p{L})/u.test(text.slice(end, end + 2)))
      )
        plain.add(lower)
    }
  return plain
}

function inCodepoints(text: string, stretches: readonly Stretch[]): FoundIdentifier[] {
  let [at, codepoints] = [0, 0]
  const place = (offset: number) => {
    for (; at < offset; at++) {
      const unit = text.charCodeAt(at)
      const isPair = unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff
      if (isPair) at++
      codepoints++
    }
    return codepoints
  }
  return stretches.map(({ kind, at: start, text: form, key }) => ({
    kind,
    start: place(start),
    end: place(start + form.length),
    form,
    key,
  }))
}

const placesFirst = new Set(
  `paris london berlin sydney rome vienna chicago boston dallas florence virginia carolina georgia america asia africa europe israel ireland india china kenya
  brooklyn washington denver houston phoenix milan geneva odessa montana dakota nevada california texas cuba iran europa amerika asien norge bergen`.split(
    /\s+/,
  ),
)

// Written with a capital in English or everywhere, and nobody's.
const usualCapitals = new Set(
  `i i'm i'll i've i'd monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december english danish swedish dutch german french spanish italian american european british chinese christmas easter god euro euros okay ok
  internet google facebook sky instagram iphone ipod mac windows microsoft apple powerpoint excel word bluetooth tv jul påske gud kerst pasen nederlands
  nederlandse engels duits frans kamer rijk dansk svensk engelsk tysk`.split(/\s+/),
)
