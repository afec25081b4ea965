import type { Language } from '../language.ts'
import { dutch } from './dutch.ts'
import { german } from './german.ts'

/**
 * Forms that a word has if it is a regular verb, past, present and participle, from its ending alone; none where its ending is none of a
 * verb. Forms that no text has do no harm: they are looked for and not found.
 */
export function weakForms(language: Language, word: string): string[] {
  return rules[language](word)
}

const rules: Record<Language, (word: string) => string[]> = {
  // Snowball joins them.
  en: () => [],
  sv: () => [],
  da: danishForms,
  nl: dutchForms,
  de: germanForms,
}

/** vente, venter, ventet: ventede; ventede: vente. Nouns with an article at their end (kunden, bankerne) are left alone. */
function danishForms(word: string): string[] {
  const past = /^(.+[^aeiouyæøå])ede[s]?$/u.exec(word)?.[1]
  if (past !== undefined) return isBase(past) ? [`${past}e`] : []
  if (/(?:en|ens|erne|ernes)$/u.test(word)) return []
  const base = /^(.+?)(?:e|er|es|et|ende)?$/u.exec(word)?.[1] ?? ''
  return isBase(base) && /[^aeiouyæøåt]$|[^e]t$/u.test(base) ? [`${base}ede`] : []
}

/** kaufen: kauft, kaufte, gekauft; and back from each of them; einkaufen: eingekauft, einzukaufen. */
function germanForms(word: string): string[] {
  return germanBases(word)
    .filter(isBase)
    .flatMap((base) => {
      const infinitive = /e[lr]$/u.test(base) ? `${base}n` : `${base}en`
      const past = /[td]$|[^lrhaeiouäöümn][mn]$/u.test(base) ? `${base}et` : `${base}t`
      const apart = german.parting
        .filter((prefix) => base.startsWith(prefix) && isBase(base.slice(prefix.length)))
        .flatMap((prefix) => [
          `${prefix}ge${past.slice(prefix.length)}`,
          `${prefix}zu${infinitive.slice(prefix.length)}`,
        ])
      return [infinitive, past, `${past}e`, `ge${past}`, ...apart]
    })
}

const germanApart = german.parting.join('|')
const germanParticiple = new RegExp(
  `^(${germanApart}|)ge(.+?)e?t(?:e[nmrs]?)?$|^(${germanApart})zu(.+)en$`,
  'u',
)
const dutchParticiple = new RegExp(`^(${dutch.parting.join('|')})ge(.+)[dt]$`, 'u')

function germanBases(word: string): string[] {
  const participle = germanParticiple.exec(word)
  if (participle) return [participle.slice(1).join('')]
  // starten is no past of staren, but sagten is one of sagen.
  const past = /^(.+?)e?te?$/u.exec(word)?.[1] ?? /^(.+[bgkzm])ten$/u.exec(word)?.[1]
  const infinitive = /^(.+e[lr])n$/u.exec(word)?.[1] ?? /^(.+)en$/u.exec(word)?.[1]
  // hörst is no form of a verb hörsen; reist, küsst and heizt are.
  return [past, infinitive].flatMap((base) =>
    base === undefined || /[^aeiouäöüs]s$/u.test(base) ? [] : [base],
  )
}

/** bellen: belt; betalen: betaalt, betaald; proberen: probeert; and back from each of them. The stemmer itself joins the others. */
function dutchForms(word: string): string[] {
  const foreign =
    /^(?:ge)?(.{2,})e(?:ren|er[td])$/u.exec(word)?.[1] ??
    /^(?:ge)?(.{2,})eer(?:[td]|de|den)?$/u.exec(word)?.[1]
  if (foreign !== undefined && !foreign.endsWith('e'))
    return [`${foreign}eren`, `${foreign}eert`, `${foreign}eerde`, `ge${foreign}eerd`]
  const present = /^(.+)(?:t|d|de|den|te)$/u.exec(word)?.[1] ?? ''
  const apart = dutchParticiple.exec(word)
  const base = apart
    ? apart.slice(1).join('')
    : /(?<!d)en$/u.test(word)
      ? shortened(word.slice(0, -2))
      : present
  return isBase(base) ? [base, `${base}t`, `${base}d`] : []
}

/** The first person of a Dutch infinitive without its -en: betal, betaal; bell, bel; reiz, reis; lev, leef. */
function shortened(base: string): string {
  const voiced = base.replace(/z$/u, 's').replace(/v$/u, 'f')
  if (/(.)\1$/u.test(voiced)) return voiced.slice(0, -1)
  return voiced.replace(/([^aeiou]|^)([aeou])([^aeiouw])$/u, '$1$2$2$3')
}

/** Long enough for a verb, and with a vowel. */
function isBase(base: string): boolean {
  return base.length >= 3 && /[aeiouyæøåäöü]/u.test(base)
}
