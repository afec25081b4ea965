import type { Language } from '../language.ts'
import { stem } from '../stems.ts'
import { danish, danishInTe, danishNeuters } from './danish.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import { groupsOf, type ListedForms } from './listed.ts'
import { germanPersons } from './german-persons.ts'
import { swedish, swedishInEr, swedishNeuters } from './swedish.ts'

/** The forms that are listed with a word, and with what stands behind its prefix; none for a word that is in no list. */
export function listedForms(language: Language, word: string): string[] {
  const index = (indexes[language] ??= indexOf(language))
  const groups = [...(index.whole.get(word) ?? []), ...(index.verbs.get(word) ?? [])]
  if (groups.length === 0) groups.push(...(index.byStem.get(stem(language, word)) ?? []))
  if (groups.length > 0) return groups.flatMap((group) => group.found)
  return [...behindPrefixes(index, word), ...behindParting(language, word)]
}

function behindPrefixes(index: Index, word: string): string[] {
  return index.prefixes.flatMap((prefix) =>
    [
      ...verbsBehind(index.verbs, { prefix, word }),
      ...verbsBehind(index.withoutGe, { prefix, word }),
    ].flatMap((group) => [...group.found, ...group.withoutGe].map((form) => prefix + form)),
  )
}

/** Dutch weggingen has the stem weg, which is said everywhere. */
function behindParting(language: Language, word: string): string[] {
  const { parting, unparted } = (indexes[language] ??= indexOf(language))
  return parting.flatMap((prefix) =>
    verbsBehind(unparted, { prefix, word })
      .flatMap((group) => group.unparted.map((form) => prefix + form))
      .filter((form) => stem(language, form) !== prefix),
  )
}

function verbsBehind(
  verbs: ReadonlyMap<string, Group[]>,
  { prefix, word }: { prefix: string; word: string },
): Group[] {
  const isLonger = word.startsWith(prefix) && word.length >= prefix.length + shortestBehind
  return isLonger ? (verbs.get(word.slice(prefix.length)) ?? []) : []
}

const shortestBehind = 2

type Group = {
  /** Forms that are looked for. */
  found: string[]
  /** Its participle as it stands behind a prefix: (ver)standen. */
  withoutGe: string[]
  /** Forms that stand behind a parting prefix. */
  unparted: string[]
}
type Index = {
  whole: ReadonlyMap<string, Group[]>
  verbs: ReadonlyMap<string, Group[]>
  /** Verbs by the stem of their infinitive, for what Snowball joins to it: buying, buys. */
  byStem: ReadonlyMap<string, Group[]>
  withoutGe: ReadonlyMap<string, Group[]>
  unparted: ReadonlyMap<string, Group[]>
  prefixes: readonly string[]
  parting: readonly string[]
}

const listed: Record<Language, ListedForms> = { en: english, da: danish, sv: swedish, nl: dutch, de: german }

const indexes: Partial<Record<Language, Index>> = {}

function indexOf(language: Language): Index {
  const { verbs, others, prefixes, parting } = listed[language]
  const verbGroups = [...groupsOf(verbs), ...regular(language)].map((forms) => groupOf(language, forms))
  const nouns = [...groupsOf(others), ...neuters(language)].map((forms) => groupOf(language, forms))
  return {
    whole: byForm(nouns, ({ asked }) => asked),
    verbs: byForm(verbGroups, ({ asked }) => asked),
    byStem: byForm(verbGroups, ({ found }) => found.slice(0, 1).map((form) => stem(language, form))),
    withoutGe: byForm(verbGroups, ({ withoutGe }) => withoutGe),
    unparted: byForm(verbGroups, ({ unparted }) => unparted),
    prefixes,
    parting,
  }
}

/** The forms of a group by their marks and places: the participle stands last, the past before it. */
function groupOf(language: Language, forms: string[]): Group & { asked: string[] } {
  const persons = language === 'de' ? germanPersons(forms) : forms
  const participle = (forms.at(-1) ?? '').replace(mark, '')
  return {
    found: persons.filter((form) => !form.endsWith('?')).map((form) => form.replace(mark, '')),
    asked: persons.filter((form) => !form.endsWith('*')).map((form) => form.replace(mark, '')),
    withoutGe: /^ge.{3}/u.test(participle) ? [participle.slice(2)] : [],
    unparted: [...forms.slice(0, untilPast[language]), forms.at(-1) ?? '']
      .filter((form) => !nounsBehindPrefix.has(form))
      .map((form) => form.replace(mark, '')),
  }
}

const mark = /[*?]$/u

/** How many forms of a verb stand in its list up to its past, in languages whose prefixes part. */
const untilPast: Record<Language, number> = { en: 0, da: 0, sv: 0, nl: 4, de: 3 }

/** German pasts that have the stem of a noun behind a prefix: Aufgabe, Aufnahme, Anlage, Aussprache. */
const nounsBehindPrefix: ReadonlySet<string> = new Set(['gab', 'nahm', 'lag?', 'sprach'])

function byForm<G extends Group>(groups: G[], asked: (group: G) => string[]): Map<string, G[]> {
  const index = new Map<string, G[]>()
  for (const group of groups)
    for (const form of asked(group)) index.set(form, [...(index.get(form) ?? []), group])
  return index
}

function regular(language: Language): string[][] {
  if (language === 'da') return danishInTe.map(danishTe)
  return language === 'sv' ? swedishInEr.map(swedishEr) : []
}

/** købe: køber, købte, købt; glemme: glemte. */
function danishTe(infinitive: string): string[] {
  const base = single(infinitive.slice(0, -1))
  return [infinitive, `${infinitive}r`, `${base}te`, `${base}t`]
}

/** ringa: ringer, ringde, ringt; vända: vände, vänt; lyfta: lyfte, lyft; glömma: glömde, glömt. */
function swedishEr(infinitive: string): string[] {
  const base = infinitive.slice(0, -1)
  const present = base.endsWith('r') ? base : `${base}er`
  if (/[^aeiouyåäö]d$/u.test(base)) return [infinitive, present, `${base}e`, `${base.slice(0, -1)}t`]
  if (/[^aeiouyåäö]t$/u.test(base)) return [infinitive, present, `${base}e`, base]
  const short = base.endsWith('mm') || base.endsWith('nn') ? single(base) : base
  return [infinitive, present, ...(/[ptksx]$/u.test(base) ? [`${short}te`] : [`${short}de`]), `${short}t`]
}

function single(base: string): string {
  return base.replace(/(.)\1$/u, '$1')
}

function neuters(language: Language): string[][] {
  if (language === 'da') return danishNeuters.map((word) => [word, `${word}e`, `${word}t`])
  return language === 'sv' ? swedishNeuters.map((word) => [word, `${word}a`, `${word}t`]) : []
}
