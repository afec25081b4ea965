import type { Language } from '../language.ts'
import { danish } from './danish.ts'
import { danishModes } from './danish-modes.ts'
import { dutch } from './dutch.ts'
import { dutchModes } from './dutch-modes.ts'
import { english } from './english.ts'
import { englishModes } from './english-modes.ts'
import { german } from './german.ts'
import { germanModes } from './german-modes.ts'
import { compile, type Lists } from './patterns.ts'
import { swedish } from './swedish.ts'
import { swedishModes } from './swedish-modes.ts'

/** Patterns tried where a clause begins. */
const anchored = [
  'opening',
  'request',
  'setting',
  'doing',
  'wondering',
  'wh',
  'grade',
  'fact',
  'account',
  'verb',
  'declared',
  'denied',
  'subordinate',
  'apart',
  'verbs',
] as const

/** Patterns looked for anywhere in a sentence. */
const anywhere = [
  'whether',
  'choice',
  'tag',
  'assured',
  'negated',
  'agreement',
  'loaded',
  'oneSided',
  'presumed',
  'preamble',
  'stated',
  'offeredReason',
  'neutralGrade',
  'balanced',
  'poles',
  'own',
  'imagined',
  'future',
  'ahead',
  'settled',
  'reported',
  'real',
  'courtesy',
  'and',
  'andAsks',
  'andTells',
  'onePair',
  'story',
  'valuing',
  'within',
  'thatClause',
  'embedded',
  'orAsks',
  'alternatives',
  'points',
  'ifSo',
  'elided',
] as const

/** Patterns that tell feedback from behaviour; `acts` is tried where a clause begins. */
const ofModes = ['shown', 'opines', 'offered', 'life', 'feedback', 'behaviour', 'either'] as const

type Name = (typeof anchored)[number] | (typeof anywhere)[number]
type ModeName = 'acts' | (typeof ofModes)[number]

/** The grammar of a language as far as questions need it: word lists and patterns (see `compile`). */
export type Grammar = { lists: Lists } & Record<Name, string>

/** The patterns of a language that tell a question which leads. */
export type LeadingGrammar = Pick<
  Grammar,
  'agreement' | 'loaded' | 'oneSided' | 'presumed' | 'preamble' | 'stated' | 'offeredReason'
>

/** The patterns of a language that tell two questions in one. */
export type PairGrammar = Pick<
  Grammar,
  | 'and'
  | 'andAsks'
  | 'andTells'
  | 'onePair'
  | 'story'
  | 'apart'
  | 'valuing'
  | 'verbs'
  | 'within'
  | 'thatClause'
  | 'embedded'
  | 'orAsks'
  | 'alternatives'
  | 'points'
  | 'ifSo'
  | 'elided'
>

/** The patterns of a language that tell feedback from behaviour. */
export type ModeGrammar = Record<ModeName, string>

/** The compiled patterns of a language; made at first use. */
export type Patterns = Record<Name | ModeName, RegExp>

/** The patterns of one language. */
export function patternsOf(language: Language): Patterns {
  compiled[language] ??= compileAll(grammars[language])
  return compiled[language]
}

const grammars: Record<Language, Grammar & ModeGrammar> = {
  en: { ...english, ...englishModes },
  da: { ...danish, ...danishModes },
  sv: { ...swedish, ...swedishModes },
  nl: { ...dutch, ...dutchModes },
  de: { ...german, ...germanModes },
}

const compiled: Partial<Record<Language, Patterns>> = {}

function compileAll(grammar: Grammar & ModeGrammar): Patterns {
  const of = (name: Name | ModeName, flag: 'g' | 'y') =>
    [name, compile(grammar[name], grammar.lists, flag)] as const
  return Object.fromEntries([
    ...[...anchored, 'acts' as const].map((name) => of(name, 'y')),
    ...[...anywhere, ...ofModes].map((name) => of(name, 'g')),
  ]) as Patterns
}
