import type { Language } from '../language.ts'
import { ambiguousWords } from './ambiguous-words.ts'
import { isFunctionWord } from '../stopwords.ts'
import type { NamePart } from './identifier.ts'
import { familyNames, givenNames } from './name-lists.ts'
import { isRole } from './role-words.ts'
import { isAbbreviated, nameTokens, withoutEnding, type NameToken } from './spoken-tokens.ts'

/** One name: words `from` to before `to`; in small letters where a recogniser wrote none others. */
export type NameFound = { from: number; to: number; key: string; part?: NamePart; isSmall?: true }

/**
 * The names in a text for which something speaks where they stand: a listed given name, a title or an introduction before them, a given name
 * before a family name. `isPlain` says whether a word was seen in lower case and so is an ordinary word.
 */
export function evidentNames(
  tokens: readonly NameToken[],
  { language, isPlain }: { language: Language; isPlain: (lower: string) => boolean },
): NameFound[] {
  const found: NameFound[] = []
  const isSmall = isWithoutCapitals(tokens)
  for (let at = 0; at < tokens.length; at++) {
    const small = smallName(tokens, at, { language, isSmall })
    const names = small === undefined ? namesAt(tokens, at, { language, isPlain }) : [small]
    found.push(...names)
    const last = names.at(-1)
    if (last) at = Math.max(at, last.to - 1)
  }
  return found
}

/** Nobody who writes by hand leaves out every capital of several words; recognisers of speech do. */
export function isWithoutCapitals(tokens: readonly NameToken[]): boolean {
  return tokens.length >= 4 && !tokens.some(({ isCapital }) => isCapital)
}

/**
 * A given name in small letters that is usual in the language and no word of it: where nothing is written with a capital, or where somebody is
 * introduced by it or it stands behind what they are to the speaker.
 */
function smallName(
  tokens: readonly NameToken[],
  at: number,
  { language, isSmall }: { language: Language; isSmall: boolean },
): NameFound | undefined {
  const token = tokens[at]
  if (!token || token.isCapital || token.lower.length < 4) return undefined
  if (!isSmall && !isIntroduced(tokens, at)) return undefined
  const key = withoutEnding(token.lower, language).find(
    (form) =>
      givenNames.get(form)?.languages.includes(language) === true &&
      !ambiguousWords[language].has(form) &&
      !isFunctionWord(language, form),
  )
  if (key === undefined) return undefined
  return { from: at, to: at + 1, key, isSmall: true }
}

/** The keys of one name as a file calls somebody. */
export const keysOfName = (name: string): string[] => partsOfName(name).map(({ key }) => key)

/**
 * One name as a file calls somebody, part by part: `Anna van der Berg` is `anna` and `van der berg`. Single letters call nobody, and neither does what somebody is:
 * `Project Manager`.
 */
export function partsOfName(name: string): { key: string; part?: NamePart }[] {
  const all = nameTokens(name.replaceAll(/\(.*?\)/g, '')).map(({ lower }) => lower)
  const words = all.filter((word) => !isRole(word) && !titles.has(word))
  const rest = words.findIndex((word, at) => at > 0 && (particles.has(word) || !givenNames.has(word)))
  const keys = rest === -1 ? words : [...words.slice(0, rest), words.slice(rest).join(' ')]
  const isTitled = all.some((word) => titles.has(word))
  const partAt = (at: number): { part?: NamePart } => {
    if (at < keys.length - 1) return { part: 'given' }
    return rest !== -1 || isTitled ? { part: 'family' } : {}
  }
  return keys.map((key, at) => ({ key, ...partAt(at) })).filter(({ key }) => key.length > 1)
}

type Reading = { language: Language; isPlain: (lower: string) => boolean }

function namesAt(tokens: readonly NameToken[], at: number, reading: Reading): NameFound[] {
  const token = tokens[at]
  if (!token) return []
  if (titles.has(token.lower) && isTitle(token, reading.language)) return familyAfter(tokens, at, reading)
  // A minister of something is not called by it.
  if (offices.has(token.lower))
    return tokens[at + 1]?.isCapital === true ? familyAfter(tokens, at, reading) : []
  if (callings.has(token.lower))
    return familyAfter(tokens, at, reading).filter(({ key }) => isCalledSo(key, reading.language))
  if (!token.isCapital) return []
  const name = givenAt(tokens, at, reading)
  if (name === undefined) return lonelyFamily(tokens, at, reading)
  // After Anna’s comes what is hers, and no family name.
  const rest = name.isSure && token.lower !== name.key ? [] : familyAfter(tokens, at, reading)
  if (name.isSure || rest.some(({ key }) => familyNames.has(key))) return [name, ...rest]
  return []
}

/** A given name, or a capitalised word that somebody is introduced by. */
function givenAt(
  tokens: readonly NameToken[],
  at: number,
  { language, isPlain }: Reading,
): (NameFound & { isSure: boolean }) | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const key = withoutEnding(token.lower, language).find((form) => givenNames.has(form))
  if (key === undefined) {
    const parts = token.text.split('-')
    const isDouble =
      parts.length === 2 &&
      parts.every((part) => /^\p{Lu}/u.test(part)) &&
      parts.some((part) => givenNames.has(part.toLowerCase()))
    if (!isDouble && !isIntroduced(tokens, at) && !isRelated(tokens, at, language)) return undefined
    return { from: at, to: at + 1, key: token.lower, part: partOf(token.lower), isSure: true }
  }
  const isOrdinary = ambiguousWords[language].has(key) || isPlain(key)
  const isTold = isIntroduced(tokens, at) || isRelated(tokens, at, language)
  const told = isTold ? { part: partOf(key) } : {}
  const isSure = isTold || !isOrdinary || (!token.isFirst && language !== 'de' && !isPlain(key))
  return { from: at, to: at + 1, key, ...told, isSure: isSure && key.length > 1 }
}

/** Whoever is introduced by one word alone says what they are called by others. */
const partOf = (key: string): NamePart => (familyNames.has(key) && !givenNames.has(key) ? 'family' : 'given')

/** A family name on its own: listed, no ordinary word; in German, where every noun is capitalised, one that is usual there. */
function lonelyFamily(tokens: readonly NameToken[], at: number, { language, isPlain }: Reading): NameFound[] {
  const token = tokens[at]
  if (!token) return []
  const key = withoutEnding(token.lower, language).find((form) => familyNames.has(form))
  if (key === undefined || key.length < 4 || isPlain(key) || ambiguousWords[language].has(key)) return []
  const usual = familyNames.get(key)?.languages.includes(language) === true
  return usual || (!token.isFirst && language !== 'de') ? [{ from: at, to: at + 1, key }] : []
}

/** What is called after the word `at`: given names, particles and one family name, with single spaces between. */
function familyAfter(tokens: readonly NameToken[], at: number, reading: Reading): NameFound[] {
  const { language } = reading
  const found: NameFound[] = []
  let from = at + 1
  for (let to = from; to < Math.min(tokens.length, from + 6); to++) {
    const token = tokens[to]
    if (!token || !(token.isNext || isAbbreviated(tokens[to - 1]))) break
    if (particles.has(token.lower)) continue
    // Frau Doktor Petersen is not called Doktor.
    if (to === from && token.isCapital && (academics.has(token.lower) || isRole(token.lower))) {
      from = to + 1
      continue
    }
    if (!token.isCapital || callsNobody(token.lower, language) || isAcronym(token, tokens[to - 1])) break
    if (language === 'de' && ambiguousWords.de.has(token.lower) && !familyNames.has(token.lower)) break
    const given =
      to === from ? withoutEnding(token.lower, language).find((form) => givenNames.has(form)) : undefined
    const follows = tokens[to + 1]
    const isMiddle =
      given !== undefined && follows?.isNext === true && (follows.isCapital || particles.has(follows.lower))
    const words = tokens.slice(from, to).map((word) => word.lower)
    const last = withoutEnding(token.lower, language)
    const end = last.find((form) => familyNames.has(form) || givenNames.has(form)) ?? endless(token)
    const key = [...words, isMiddle ? given : end].join(' ')
    found.push({ from, to: to + 1, key, part: isMiddle ? 'given' : 'family' })
    if (!isMiddle) break
    from = to + 1
  }
  return found
}

/** `Buckley's` without its ending; of `Jones` nobody knows. */
const endless = (token: NameToken) => token.lower.replace(/'s$/, '')

function isTitle(token: NameToken, language: Language): boolean {
  return language !== 'de' || token.isCapital
}

function isIntroduced(tokens: readonly NameToken[], at: number): boolean {
  const token = tokens[at]
  if (!token?.isNext || !introducing.has(tokens[at - 1]?.lower ?? '') || noNames.has(token.lower))
    return false
  const before = tokens.slice(Math.max(0, at - 4), at)
  return introductions.test(` ${before.map((word) => word.lower).join(' ')}`)
}

/** Who is called so says it, or is what somebody is to another: `min bror Ask`, `min svåger, Ek, …`, `så sagde Ask`. */
function isRelated(tokens: readonly NameToken[], at: number, language: Language): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!before || !token?.isCapital || token.isFirst || noNames.has(token.lower)) return false
  // With a space, or a comma and a space, between them.
  const gap = token.at - before.end
  if (relations[language]?.has(before.lower) === true) return gap === 1 || gap === 2
  return gap === 1 && sayings[language]?.has(before.lower) === true
}

const relations: { [language in Language]?: ReadonlySet<string> } = {
  da: new Set(
    `mand kone bror søster søn datter kæreste veninde ven mor far mormor morfar farmor farfar fætter kusine svigermor svigerfar svoger svigerinde
    nabo chef kollega kammerat barnebarn nevø niece ekskone eksmand samlever snedker tømrer frisør læge tandlæge advokat`.split(
      /\s+/,
    ),
  ),
  sv: new Set(
    `man fru bror syster son dotter kille tjej väninna vän mamma pappa mormor morfar farmor farfar kusin svärmor svärfar svåger svägerska granne chef
    kollega kompis sambo barnbarn brorson systerdotter pojkvän flickvän snickare rörmokare frisör läkare tandläkare advokat`.split(
      /\s+/,
    ),
  ),
}
const sayings: { [language in Language]?: ReadonlySet<string> } = {
  da: new Set(`sagde spurgte svarede mente syntes troede ringede`.split(' ')),
  sv: new Set(`sa sade frågade svarade tyckte trodde ringde`.split(' ')),
}

const introductions =
  /(?: my name's| my name is| jeg hedder| mit navn er| jag heter| mitt namn är| ik heet| mijn naam is| ich heiße| ich heisse| mein name ist| han hedder| hun hedder| han heter| hon heter| der hed| der hedder| som hed| som hedder| som hette| som heter| (?:kalder|kaldte|kallar|kallade) (?:ham|hende|mig|honom|henne|mig)(?: bare| bara| for| för)?| hij heet| zij heet| er heißt| sie heißt| (?:sohn|tochter|mann|frau|chef|chefin|kollege|kollegin|freund|freundin|bruder|schwester|nachbar|nachbarin|trainer|trainerin) heißt| (?:mand|kone|bror|søster|søn|datter|kæreste|kollega|chef|nabo|læge|veninde) hedder| (?:man|fru|bror|syster|son|dotter|sambo|kollega|chef|granne|läkare|kompis) heter| (?:man|vrouw|zoon|dochter|broer|zus|vriend|vriendin|collega|baas|buurman|buurvrouw|huisarts) heet| (?:son|daughter|husband|wife|brother|sister|boss|friend|colleague|neighbour|neighbor|doctor|partner)(?: is| was)? (?:called|named)| (?:his|her|their) name(?: is| was|'s))$/

/** The last words of `introductions`: before any other nobody is introduced. */
const introducing = new Set(
  `name's is was called named er hedder heter är heet ist heiße heisse heißt hed hette ham hende mig honom henne bare bara for för`.split(
    ' ',
  ),
)

/** Before a name they tell that it is one; alone they call nobody. */
export const titles: ReadonlySet<string> = new Set(
  `mr mrs ms miss sir madam dr prof professor hr fru frøken herr frau fröken meneer mevrouw dhr mw mevr mijnheer doktor dokter
  onkel tante uncle aunt auntie oom oma opa farbror moster farmor`.split(/\s+/),
)
/** Behind a title or a name: what somebody is (_Herr Direktor_, _meneer de Voorzitter_), and what is called after them. */
const callsNobody = (lower: string, language: Language) =>
  noNames.has(lower) || isRole(lower) || institutions[language]?.test(lower) === true

/** _van de GGD_: an office. */
const isAcronym = ({ text }: NameToken, before: NameToken | undefined) =>
  /^\p{Lu}{2,4}$/u.test(text) && before !== undefined && !before.isCapital

const academics = new Set(`dr prof doktor dokter doktorin professor professorin`.split(' '))
const offices = new Set(`minister premier president staatssecretaris collega kollega`.split(' '))
// Before a family name these say that it is one; before another noun they say nothing.
const callings = new Set(
  `familie familien familjen family kollege kollegin kollegen kolleginnen nachbar nachbarin nachbarn chef chefin lehrer lehrerin eheleute ehepaar
  heer heren hausarzt ärztin arzt tandlæge læge läkare advokat nabo naboen granne grannen buurman buurvrouw`.split(
    /\s+/,
  ),
)

/** Where nouns have no capital, whatever has one is a name. */
const isCalledSo = (key: string, language: Language) => language !== 'de' || familyNames.has(key)

const particles = new Set(
  `van de der den het ter ten te von zu zum zur vom af av di da dos la le el bin al 't`.split(' '),
)
/** What is called after somebody is nobody: _Bertha Gesamtschule_, _Fletcher Hotels_. */
const institutions: { [language in Language]?: RegExp } = {
  en: /^(?:hotels?|schools?|college|hospital|club|cafe|station|airport|foundation|award|theatre|museum|hall|house|university)$/,
  nl: /^(?:hotels?|\p{L}*school|\p{L}*ziekenhuis|college|stichting|museum|arena|theater|hal)$/u,
  de: /^(?:\p{L}*schule|\p{L}*gymnasium|\p{L}*kino|\p{L}*krankenhaus|\p{L}*klinik|\p{L}*stadion|\p{L}*museum|\p{L}*theater|\p{L}*stiftung|\p{L}*halle|hotels?|\p{L}*str|\p{L}*stra(?:ß|ss)e|\p{L}*allee|\p{L}*platz|\p{L}*brücke|\p{L}*ufer|\p{L}*ring|\p{L}*damm|\p{L}*weg)$/u,
}
// Words that are capitalised behind a title or a name and call nobody.
const noNames = new Set(
  `i i'm i'll i've i'd und oder and or og och en om the der die das den det ja nej nein no yes nee okay ok street road allee straße strasse platz weg january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
)
