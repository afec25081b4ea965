import type { Language } from '../language.ts'
import { ambiguousWords } from './ambiguous-words.ts'
import { germanStreetAt } from './german-streets.ts'
import { cityNames, countryNames } from './name-lists.ts'
import { addPhrase, type NameToken, type Phrases } from './spoken-tokens.ts'

const known = new Map<Language, Phrases<'place'>>()

/** Countries, regions and cities as a language may call them; made once a language. */
export function placePhrases(language: Language): Phrases<'place'> {
  const made = known.get(language)
  if (made) return made
  const phrases: Phrases<'place'> = new Map()
  const languages: Language[] = language === 'en' ? ['en'] : [language, 'en']
  const names = [...cityNames, ...regions, ...languages.flatMap(countryNames)]
  for (const name of names) addPhrase(phrases, name.replaceAll('’', "'"), 'place')
  for (const word of ['us', 'can', 'the', 'mine']) phrases.delete(word)
  known.set(language, phrases)
  return phrases
}

/** Whether a place's name is an ordinary word at this place of the sentence. */
export function isPlain(language: Language, token: NameToken): boolean {
  return (token.isFirst || language === 'de') && ambiguousWords[language].has(token.lower)
}

/** Where a street with its number ends that begins at this word, and how many words it has; undefined where there is none. */
export function streetAt(
  text: string,
  tokens: readonly NameToken[],
  from: number,
  language: Language,
): { end: number; count: number } | undefined {
  const token = tokens[from]
  if (!token?.isCapital) return undefined
  const count =
    language === 'de' ? germanStreetAt(tokens, from) : wordsOfStreet(tokens, from, streets[language])
  const last = tokens[from + count - 1]
  if (count === 0 || !last) return undefined
  // With a space before it only an early letter is part of the number: _12 b_, but not _12 i Aarhus_.
  const number = /^\.? ?\d{1,4}(?:[a-zA-Z]| [b-hA-H])?(?![\p{L}\p{N}])/u.exec(
    text.slice(last.end, last.end + 8),
  )?.[0]
  if (number === undefined && token.isFirst && language !== 'de') return undefined
  return { end: last.end + (number?.length ?? 0), count }
}

type Pattern = { one?: RegExp; second?: RegExp }

function wordsOfStreet(tokens: readonly NameToken[], from: number, { one, second }: Pattern): number {
  const [token, next] = [tokens[from], tokens[from + 1]]
  if (!token || isGeneric(token.lower)) return 0
  if (next?.isNext === true && second?.test(next.text) === true) return 2
  return one?.test(token.text) === true ? 1 : 0
}

const streets: Record<Exclude<Language, 'de'>, Pattern> = {
  en: { second: /^(?:Street|Road|Avenue|Lane|Terrace|Crescent|Boulevard)$/ },
  da: {
    one: /.{2}(?:(?:vej|gade|boulevard|plads)(?:en)?|(?:stræde|torv|vænge)(?:t|et)?|allé(?:en)?|banegården|stationen)$/,
    second: /^(?:Allé|Plads|Torv|Station|Boulevard)$/,
  },
  sv: {
    one: /.{2}(?:gatan|vägen|gränd|torget|platsen|stationen|stigen|allén|gata|plan)$/,
    second: /^(?:gata|väg|plats|station|torg)$/,
  },
  nl: { one: /.{3}(?:straat|laan|gracht|plein|kade|dijk)$/, second: /^(?:Straat|Laan)$/ },
}

function isGeneric(lower: string): boolean {
  return /^(?:(?:hoved|side|motor|villa|bi|en|lande|parallel|huvud|hoofd|winkel|woon|auto|dorps)(?:vej(?:en)?|gaden?|vägen|gatan|straat|pladsen|platsen|stationen)|the|this|that|main|high)$/.test(
    lower,
  )
}

/** Before these words somebody says where they live, come from or go; what has a capital behind is a place, listed or not. */
export function isPlaceSaid(tokens: readonly NameToken[], at: number, language: Language): boolean {
  const token = tokens[at]
  if (!token?.isNext || token.isFirst) return false
  const before = tokens.slice(Math.max(0, at - 5), at).map(({ lower }) => lower)
  return (
    (whereabouts[language]?.test(` ${before.join(' ')}`) ?? false) ||
    (toponyms[language]?.test(token.lower) ?? false)
  )
}

const whereabouts: { [language in Language]?: RegExp } = {
  da: / (?:(?:bo|bor|boede|boet|født|opvokset|vokset op|sommerhus|kolonihave|ferie|ligger|lejlighed) (?:\p{L}+ )?(?:i|på|ved)|(?:flytte\p{L}*|kør\p{L}*|rejs\p{L}*|cykl\p{L}*|tog\p{L}*|videre|ud|ned|op|over) (?:\p{L}+ )?(?:til|mod)|(?:kommer|kom|er|stammer) (?:\p{L}+ )?fra|(?:ude|inde|oppe|nede|ovre|henne|hjemme|ud) (?:i|på|ved|fra))$/u,
  sv: / (?:(?:bo|bor|bodde|bott|född|uppvuxen|uppvuxna|sommarstuga|stuga|kolonilott|semester|ligger|lägenhet) (?:\p{L}+ )?(?:i|på|vid)|(?:flytta\p{L}*|kör\p{L}*|res\p{L}*|åk\p{L}*|cykl\p{L}*|tåget|vidare|ut|ner|upp|över|hela vägen) (?:\p{L}+ )?(?:till|mot)|(?:kommer|kom|är|härstammar) (?:\p{L}+ )?från|(?:ute|inne|uppe|nere|borta|hemma|ut) (?:i|på|vid|från))$/u,
}

// How towns end in a language, and few other words do.
const toponyms: { [language in Language]?: RegExp } = {
  da: /.{2}(?:strup|rup|løse|købing|borg|sund|havn|bæk|sted|inge|lev|ager|sø|land)$/,
  sv: /.{2}(?:köping|hamn|stad|åker|sjö|fors|sund|borg|tuna|näs|vik|hult|torp|ås|ö|land|fältet)$/,
}

// What our five languages call places that the list of cities calls otherwise, parts of the world, and regions people say they come from.
const regions: readonly string[] =
  `københavn köpenhamn kopenhagen aarhus ålborg helsingør helsingborg göteborg gøteborg den haag|'s-gravenhage|keulen köln münchen
  nürnberg frankfurt wien wenen zürich genf genève brussel bruxelles bryssel brüssel antwerpen gent luik brugge parijs londen london berlijn rom rome prag praag
  warschau warschawa moskva moskau moskou athen athene lissabon mailand milano venedig venetië neapel napels barcelona krakau europa europe asien azië
  asia afrika africa amerika america australien skandinavien scandinavia norden jylland fyn sjælland bornholm lolland falster amager skåne småland dalarna
  norrland gotland öland halland blekinge bohuslän värmland uppland västerbotten norrbotten jämtland hälsingland södermanland östergötland
  västergötland bayern baden-württemberg|hessen sachsen thüringen brandenburg mecklenburg-vorpommern niedersachsen saarland rheinland ruhrgebiet
  schleswig-holstein ostfriesland nordfriesland sauerland münsterland emsland allgäu oberbayern niederbayern oberpfalz vogtland uckermark lausitz
  rügen usedom sylt fehmarn nordrhein-westfalen rheinland-pfalz sachsen-anhalt tirol steiermark kärnten vorarlberg burgenland brabant noord-brabant midden-brabant
  limburg zeeland friesland groningen drenthe overijssel flevoland gelderland noord-holland zuid-holland holland twente achterhoek veluwe randstad
  vlaanderen wallonië england scotland wales ireland northern ireland|cornwall yorkshire kent essex sussex surrey devon lancashire alabama alaska arizona arkansas
  california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts
  michigan minnesota mississippi missouri montana nebraska nevada new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio oklahoma oregon
  pennsylvania rhode island|south carolina|south dakota|tennessee texas utah vermont virginia west virginia|wisconsin wyoming duitsland frankrijk
  spanje griekenland turkije engeland verenigde staten|usa uk`
    .split(/\s*\|\s*|\n\s*/)
    .flatMap((part) => regionsOf(part.trim()))

/** A part that ends before a bar is one name where it begins with the first word of one of several words. */
function regionsOf(part: string): string[] {
  const words = part.split(' ')
  const at = words.findIndex((word) => /^(?:den|northern|new|north|south|rhode|west|verenigde)$/.test(word))
  return at === -1 ? words : [...words.slice(0, at), words.slice(at).join(' ')]
}
