import { danish, dutch, english, german, swedish } from 'multilingual-stemmer'
import type { Language } from './language.ts'

/**
 * Which stemmer made a stored stem: the Snowball release and the package it is compiled in. Stored beside every stem, because
 * stems of two versions must not be compared (Dutch changed its algorithm between Snowball 2 and 3).
 */
export const STEMMER_VERSION = 'snowball-3.1.1/multilingual-stemmer-2.1.1'

/** How any stemmer must look to take this one's place. */
export type Stemmer = (word: string) => string

/**
 * The stem of a word in its normal form (see `normalForm`): `kunderne` → `kund`. Agrees with the official Snowball vectors of
 * all five languages. A stem is a key for counting, not for showing: show the commonest word behind it.
 */
export function stem(language: Language, word: string): string {
  const known = seen[language].get(word)
  if (known !== undefined) return known
  const made = stemAnew(language, word)
  // A bounded memory: people repeat themselves, and WebAssembly costs more than a look-up.
  if (seen[language].size >= MOST_REMEMBERED) seen[language].clear()
  seen[language].set(word, made)
  return made
}

const LONGEST_WORD = 100
const MOST_REMEMBERED = 50_000

const stemmers: Record<Language, Stemmer> = { en: english, da: danish, sv: swedish, nl: dutch, de: german }

const seen: Record<Language, Map<string, string>> = {
  en: new Map(),
  da: new Map(),
  sv: new Map(),
  nl: new Map(),
  de: new Map(),
}

function stemAnew(language: Language, word: string): string {
  if (word.length > LONGEST_WORD) return word
  // Kund*innen counts with Kundinnen.
  return stemmers[language](language === 'de' ? word.replace('*', '') : word)
}
