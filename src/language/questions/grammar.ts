import type { Language } from '../language.ts'
import { danish } from './danish.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import { compile, type Lists } from './patterns.ts'
import { swedish } from './swedish.ts'

/** Patterns tried where a clause begins. */
const anchored = [
  'opening',
  'request',
  'setting',
  'wondering',
  'wh',
  'grade',
  'fact',
  'account',
  'verb',
  'declared',
  'subordinate',
  'acts',
] as const

/** Patterns looked for anywhere in a sentence. */
const anywhere = [
  'whether',
  'choice',
  'tag',
  'negated',
  'agreement',
  'loaded',
  'oneSided',
  'presumed',
  'preamble',
  'offeredReason',
  'neutralGrade',
  'balanced',
  'own',
  'imagined',
  'future',
  'real',
  'courtesy',
  'and',
  'andAsks',
  'andTells',
  'onePair',
  'within',
  'thatClause',
  'embedded',
  'assured',
  'orAsks',
  'alternatives',
  'points',
  'feedback',
  'shown',
  'opines',
  'offered',
  'life',
  'behaviour',
  'either',
] as const

type Name = (typeof anchored)[number] | (typeof anywhere)[number]

/** The grammar of a language as far as questions need it: word lists and patterns (see `compile`). */
export type Grammar = { lists: Lists } & Record<Name, string>

/** The compiled patterns of a language; made at first use. */
export type Patterns = Record<Name, RegExp>

/** The patterns of one language. */
export function patternsOf(language: Language): Patterns {
  compiled[language] ??= compileAll(grammars[language])
  return compiled[language]
}

const grammars: Record<Language, Grammar> = {
  en: english,
  da: danish,
  sv: swedish,
  nl: dutch,
  de: german,
}

const compiled: Partial<Record<Language, Patterns>> = {}

function compileAll(grammar: Grammar): Patterns {
  const of = (name: Name, flag: 'g' | 'y') => [name, compile(grammar[name], grammar.lists, flag)] as const
  return Object.fromEntries([
    ...anchored.map((name) => of(name, 'y')),
    ...anywhere.map((name) => of(name, 'g')),
  ]) as Patterns
}
