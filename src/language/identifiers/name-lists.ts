import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../language.ts'

export type Gender = 'f' | 'm' | '-'
export type GivenName = { name: string; gender: Gender; languages: readonly string[] }

/** Given names by their lower case; who bears them, and in which of our languages they are usual. */
export const givenNames: ReadonlyMap<string, GivenName> = new Map(
  [...linesOf('usual-given-names.txt'), ...linesOf('given-names.txt')].map((line) => {
    const [name = '', gender = '-', languages = ''] = line.split(' ')
    const bearer: Gender = gender === 'f' || gender === 'm' ? gender : '-'
    return [name.toLowerCase(), { name, gender: bearer, languages: languages.split(',') }]
  }),
)

/** Family names by their lower case, and in which of our languages they are usual. */
export const familyNames: ReadonlyMap<string, { name: string; languages: readonly string[] }> = new Map(
  linesOf('surnames.txt').map((line) => {
    const [name = '', languages = ''] = line.split(' ')
    return [name.toLowerCase(), { name, languages: languages.split(',') }]
  }),
)

/** Cities of the world above 100,000 people, and around our five languages above 5,000; lower case. */
export const cityNames: readonly string[] = linesOf('cities.txt').map((line) => line.toLowerCase())

const cities = new Set(cityNames)

/** Whether somebody or some city is called so. */
export function isNamed(lower: string): boolean {
  return givenNames.has(lower) || familyNames.has(lower) || cities.has(lower)
}

/** The same, with or without the s of a genitive. */
export const isListed = (lower: string) => isNamed(lower) || isNamed(lower.replace(/s$/, ''))

/** Names of countries as a language calls them, lower case; from the tables (CLDR) that come with Node. */
export function countryNames(language: Language): string[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const found: string[] = []
  for (let first = 65; first <= 90; first++)
    for (let second = 65; second <= 90; second++) {
      const name = names.of(String.fromCharCode(first, second))
      if (name !== undefined && name.length > 3) found.push(name.toLowerCase().replaceAll(/\s*\(.*?\)/g, ''))
    }
  return found
}

function linesOf(file: string): string[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n')
}
