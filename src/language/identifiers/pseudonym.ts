import type { Language } from '../language.ts'
import { ambiguousWords } from './ambiguous-words.ts'
import type { IdentifierKind, NamePart } from './identifier.ts'
import { familyNames, givenNames } from './name-lists.ts'

type Asked = {
  kind: IdentifierKind
  /** As the finder told it. */
  key: string
  language: Language
  /** Where it is told; else the lists of names say. */
  part?: NamePart | undefined
  /** What may not be taken, lower case: pseudonyms given already, and names of the study. */
  taken: ReadonlySet<string>
  /** Picks one of so many, 0 to below `count`; random or seeded. */
  pick: (count: number) => number
}

/**
 * What to put in the place of something found: for a given name another of the same language and gender, for a family name another one, for
 * the rest what it is and a number (`[place 2]`).
 */
export function proposePseudonym(asked: Asked): string {
  if (asked.kind !== 'name') return numbered(asked)
  const given = givenNames.get(asked.key)
  // Brown and Lund are somebody's given names too, but not often.
  const isListedSo = given !== undefined && (given.languages.length > 1 || !familyNames.has(asked.key))
  const isGiven = asked.part === undefined ? isListedSo : asked.part === 'given'
  const fitting = isGiven ? givenLike(given?.gender ?? '-', asked.language) : familyOf(asked.language)
  const free = fitting.filter((name) => !asked.taken.has(name.toLowerCase()))
  const name = free[asked.pick(free.length)]
  return name ?? numbered(asked)
}

function givenLike(gender: 'f' | 'm' | '-', language: Language): string[] {
  const fitting = [...givenNames.values()].filter(
    ({ name, languages, gender: theirs }) =>
      languages.includes(language) && (gender === '-' || theirs === gender) && isUsable(name, language),
  )
  // Names that several languages know read most easily.
  const known = fitting.filter(({ languages }) => languages.length > 1)
  return (known.length >= enough ? known : fitting).map(({ name }) => name)
}

function familyOf(language: Language): string[] {
  return [...familyNames.values()]
    .filter(({ languages }) => languages.includes(language))
    .map(({ name }) => name)
    .filter((name) => isUsable(name, language))
}

const enough = 40

/** Short enough to read over, and no word of the language. */
const isUsable = (name: string, language: Language) =>
  name.length > 2 &&
  name.length < 11 &&
  !name.includes('-') &&
  !ambiguousWords[language].has(name.toLowerCase())

function numbered({ kind, language, taken }: Asked): string {
  const word = kindWords[language][kind]
  let number = 1
  while (taken.has(`[${word} ${number}]`.toLowerCase())) number++
  return `[${word} ${number}]`
}

const kindWords: Record<Language, Record<IdentifierKind, string>> = {
  en: {
    name: 'name',
    place: 'place',
    email: 'e-mail',
    phone: 'phone',
    'civil number': 'civil number',
    other: 'left out',
  },
  da: {
    name: 'navn',
    place: 'sted',
    email: 'e-mail',
    phone: 'telefon',
    'civil number': 'cpr-nummer',
    other: 'udeladt',
  },
  sv: {
    name: 'namn',
    place: 'plats',
    email: 'e-post',
    phone: 'telefon',
    'civil number': 'personnummer',
    other: 'utelämnat',
  },
  nl: {
    name: 'naam',
    place: 'plaats',
    email: 'e-mail',
    phone: 'telefoon',
    'civil number': 'bsn',
    other: 'weggelaten',
  },
  de: {
    name: 'Name',
    place: 'Ort',
    email: 'E-Mail',
    phone: 'Telefon',
    'civil number': 'Steuer-ID',
    other: 'ausgelassen',
  },
}
