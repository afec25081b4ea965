import type { Language } from '../language.ts'
import { stem } from '../stems.ts'
import { tokensOf, type Token } from '../tokens.ts'
import { dutch } from './dutch.ts'
import { german } from './german.ts'
import { germanPersons } from './german-persons.ts'
import { groupsOf, spaced } from './listed.ts'

/** A word with the verb it is one half of, where it parted: `rief` of `rief … an` is anrufen. */
export type StemmedWord = Token & {
  stem: string
  /** On the half that bears the ending only. */
  parted?: { stem: string; form: string; particle: Token }
}

/**
 * The words of a text with their stems, and German and Dutch verbs that parted. A particle is one only at the end of its clause, where no preposition stands, and its verb the last
 * before it that bears an ending; none is told where a modal or an auxiliary takes the verb's place, or where Dutch has left its preposition behind (`waar … aan`). Takes linear time.
 */
export function* stemmedWords(language: Language, text: string): Generator<StemmedWord> {
  if (parting[language] === undefined) {
    for (const token of tokensOf(language, text)) yield { ...token, stem: stem(language, token.normal) }
    return
  }
  const between = gapsOf(text)
  let clause: Token[] = []
  for (const token of tokensOf(language, text)) {
    const last = clause.at(-1)
    const end = last && endOf(between(last.end, token.start), token)
    if (end !== undefined || clause.length >= longest) {
      yield* ofClause(language, { clause, end: end ?? 'no end' })
      clause = []
    }
    clause.push(token)
  }
  yield* ofClause(language, { clause, end: 'end' })
}

/** What ends a clause before a word: a sign, or a word that joins clauses; `und` joins other things as well. */
type End = 'end' | 'colon' | 'no end'

function endOf(gap: string, { normal }: Token): End | undefined {
  if (/[.,;!?…)–\n]/u.test(gap)) return 'end'
  if (gap.includes(':')) return 'colon'
  if (joining.has(normal)) return 'end'
  return gap.trim() !== '' || adding.has(normal) ? 'no end' : undefined
}

/** Reads what stands between places in codepoints, asked for in their order. */
function gapsOf(text: string): (from: number, to: number) => string {
  let [at, codepoints] = [0, 0]
  const advance = (to: number) => {
    for (; codepoints < to; codepoints++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    return at
  }
  return (from, to) => text.slice(advance(from), advance(to))
}

type Clause = { clause: readonly Token[]; end: End }

function* ofClause(language: Language, { clause, end }: Clause): Generator<StemmedWord> {
  const parted = partedIn(language, { clause, end })
  for (const token of clause) {
    const word = { ...token, stem: stem(language, token.normal) }
    yield parted?.verb === token ? { ...word, parted: parted.as } : word
  }
}

type Parted = { verb: Token; as: NonNullable<StemmedWord['parted']> }

function partedIn(language: Language, { clause, end }: Clause): Parted | undefined {
  const particle = clause.at(-1)
  if (!particle || clause.length < 2 || parting[language]?.has(particle.text) !== true) return undefined
  if (end === 'no end' || (end === 'colon' && particle.text === 'in')) return undefined
  if (noParticle.has(clause.at(-2)?.normal ?? '')) return undefined
  if (clause.some(({ normal }) => holdsApart[language]?.has(normal))) return undefined
  const verbs = (finite[language] ??= finiteOf(language))
  const verb = clause
    .slice(0, -1)
    .findLast(
      (token, at) => verbs.has(token.normal) && isVerb(language, { token, at, before: clause[at - 1] }),
    )
  const infinitive = verb && verbs.get(verb.normal)
  if (!verb || infinitive === undefined) return undefined
  const joined = stem(language, particle.normal + infinitive)
  return { verb, as: { stem: joined, form: `${verb.normal} … ${particle.normal}`, particle } }
}

/** A German noun has a capital in the middle of a clause, and what stands behind te, zu or an article bears no ending of a verb. */
function isVerb(
  language: Language,
  { token, at, before }: { token: Token; at: number; before: Token | undefined },
): boolean {
  if (noVerb.has(before?.normal ?? '') || notFinite.has(token.normal)) return false
  return language !== 'de' || at === 0 || !/^\p{Lu}/u.test(token.text)
}

const noVerb = new Set(spaced(`te zu de een geen`))
/** Commoner as other words. */
const notFinite = new Set(spaced(`bitte wezen ruim druk begin`))
/** In _in de weg_, _so hoch_ and _dezelfde kant op_ it is none. */
const noParticle = new Set(spaced(`de een den dem der so zu te kant`))

/** Words of a clause: nobody holds a verb apart for longer. */
const longest = 40

const joining = new Set(spaced(`aber sondern denn weil wenn maar want omdat`))
const adding = new Set(spaced(`und oder en of`))

const parting: { [language in Language]?: ReadonlySet<string> } = {
  de: new Set(
    german.parting.filter(
      (one) => !['da', 'über', 'unter', 'statt', 'durch', 'voll', 'wieder'].includes(one),
    ),
  ),
  nl: new Set(
    dutch.parting.filter(
      (one) =>
        ![
          'goed',
          'thuis',
          'buiten',
          'binnen',
          'onder',
          'langs',
          'achter',
          'over',
          'om',
          'weer',
          'terecht',
        ].includes(one),
    ),
  ),
}

/** Who bears the ending then is no verb that parts; and a preposition left behind belongs to its `waar`. */
const holdsApart: { [language in Language]?: ReadonlySet<string> } = {
  de: new Set(
    spaced(`kann kannst können könnt konnte konnten könnte könnten muss musst müssen müsst musste mussten müsste müssten will willst wollen wollte wollten soll sollst sollen
      sollte sollten darf dürfen durfte durften dürfte mag möchte möchten wird werden würde würden wurde wurden habe hast hat haben habt hatte hatten hätte hätten ist bin bist
      sind seid war waren wäre wären`),
  ),
  nl: new Set(
    spaced(`kan kun kunt kunnen kon konden moet moeten moest moesten wil wilt willen wilde wilden wou zal zult zullen zou zouden mag mogen mocht mochten hoef hoeft hoeven word wordt
      worden werd werden heb hebt heeft hebben had hadden is ben bent zijn was waren ga gaat gaan ging gingen waar daar er hier nergens ergens overal`),
  ),
}

/** Weak verbs that are commonly parted, with the first person of the Dutch ones. */
const weakGerman =
  spaced(`machen hören stellen legen setzen melden kaufen suchen zahlen holen räumen lernen schauen gucken passen füllen drehen führen kehren klappen packen rechnen reden
  schicken spielen tauschen warten wachen zählen fügen lehnen lösen richten sagen schalten teilen trauen blättern bauen decken drücken fassen haken kreuzen kriegen kündigen leiten leuchten
  regen ruhen rüsten stecken stimmen strengen tippen wählen wickeln zeichnen zeigen ziehen klicken loggen probieren hauen jagen kippen klären kochen ordnen pflanzen prüfen schrauben spülen wischen`)
const weakDutch = groupsOf(
  `bellen bel, maken maak, zetten zet, leggen leg, stellen stel, halen haal, sturen stuur, ruimen ruim, leveren lever, vullen vul, passen pas, pakken pak, tellen tel, werken werk, wachten wacht, spelen speel,
  delen deel, schakelen schakel, melden meld, lossen los, knappen knap, rekenen reken, voeren voer, draaien draai, duwen duw, plannen plan, merken merk, kloppen klop, richten richt, dekken dek, drukken druk,
  klikken klik, loggen log, schatten schat, schrikken schrik, storten stort, tekenen teken, vatten vat, wassen was, zoeken zoek, horen hoor, kondigen kondig, huren huur, letten let, nodigen nodig, proberen probeer`,
)

const finite: { [language in Language]?: ReadonlyMap<string, string> } = {}

/** Infinitives by their finite forms. */
function finiteOf(language: Language): Map<string, string> {
  const listed = groupsOf((language === 'de' ? german : dutch).verbs).map((group) => {
    const forms = group.map((form) => form.replace(/[*?]$/u, ''))
    // The participle stands last.
    return language === 'de' ? germanPersons(forms).filter((form) => form !== forms[3]) : forms.slice(0, -1)
  })
  const weak = language === 'de' ? weakGerman.map(germanWeak) : weakDutch.map(dutchWeak)
  const verbs = new Map<string, string>()
  for (const forms of [...listed, ...weak])
    for (const form of forms) if (!verbs.has(form)) verbs.set(form, forms[0] ?? form)
  return verbs
}

/** machen: mache, machst, macht, machte, machten; melden: meldet, meldete; füllen, blättern: blättert. */
function germanWeak(infinitive: string): string[] {
  const base = infinitive.replace(/e?n$/u, '')
  const joint = /[td]$|[^lrhaeiouäöümn][mn]$/u.test(base) ? 'e' : ''
  const past = `${base}${joint}te`
  return [infinitive, `${base}e`, `${base}${joint}st`, `${base}${joint}t`, past, `${past}n`, `${past}st`]
}

/** bellen bel: belt, belde, belden; maken maak: maakte. */
function dutchWeak([infinitive = '', first = '']: string[]): string[] {
  const past = /[tkfschp]$/u.test(first) ? `${first}te` : `${first}de`
  return [infinitive, first, first.endsWith('t') ? first : `${first}t`, past, `${past}n`]
}
