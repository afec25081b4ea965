import { ambiguousWords } from './ambiguous-words.ts'
import { isListed, givenNames } from './name-lists.ts'
import type { NameToken } from './spoken-tokens.ts'

/**
 * How many words a German street takes that begins at a word, 0 where none does: what ends as streets do (_Lievelingsweg_, _Joseph-Beuys-Allee_), what stands before such a
 * word (_Kölner Platz_, _Bertha von Suttner Platz_), and what begins with a capital preposition in the middle of a sentence (_An der Josefshöhe_).
 */
export function germanStreetAt(tokens: readonly NameToken[], from: number): number {
  const token = tokens[from]
  if (!token?.isCapital) return 0
  return (
    prepositionalAt(tokens, from) ||
    personalAt(tokens, from) ||
    pairAt(tokens, from) ||
    (isOne(token) ? 1 : 0)
  )
}

/** Whether a word alone is a street. */
function isOne({ text, lower }: NameToken): boolean {
  if (tied.test(text)) return !generic.test(lower)
  const whole = /^(.{3,}?)(straße|strasse|str|gasse|allee|weg|graben)s?$/.exec(lower)
  if (whole) return !generic.test(lower)
  const head = /^(.{3,}?)(?:platz|ring|damm|ufer|brücke|wall)(?:es|s)?$/.exec(lower)?.[1]
  return head !== undefined && (squares.test(head) || isSomebodys(head))
}

/** `Wilhelms` of _Wilhelmsplatz_: somebody or some city is called so, and no thing. */
const isSomebodys = (head: string) =>
  [head, head.replace(/s$/, '')].some((word) => isListed(word) && !ambiguousWords.de.has(word))

const tied =
  /.-(?:Straße|Strasse|Str|Platz|Weg|Allee|Ring|Damm|Ufer|Brücke|Chaussee|Promenade|Gasse|Steig|Wall)$/
const second = /^(?:Straße|Strasse|Str|Allee|Weg|Platz|Ring|Damm|Ufer|Brücke|Chaussee|Gasse)$/
const whatever = /^(?:Straße|Strasse|Str|Allee|Weg|Gasse)$/

/** _Bonner Straße_, _Kölner Platz_: in the middle of a sentence only what comes from a place has a capital. */
function pairAt(tokens: readonly NameToken[], from: number): number {
  const [token, next] = [tokens[from], tokens[from + 1]]
  if (!token || next?.isNext !== true || !second.test(next.text) || generic.test(token.lower)) return 0
  if (whatever.test(next.text)) return 2
  const isOfPlace = token.lower.endsWith('er') && !doers.test(token.lower) && !token.isFirst
  return isOfPlace || isSomebodys(token.lower) ? 2 : 0
}

/** _Franz Bücheler Straße_, _Bertha von Suttner Platz_. */
function personalAt(tokens: readonly NameToken[], from: number): number {
  if (!givenNames.has(tokens[from]?.lower ?? '')) return 0
  for (let at = from + 1; at < Math.min(tokens.length, from + 5); at++) {
    const token = tokens[at]
    if (token?.isNext !== true) return 0
    if (at > from + 1 && second.test(token.text)) return at - from + 1
    if (token.isCapital && tied.test(token.text)) return at - from + 1
    if (!token.isCapital && !/^(?:von|vom|zu|zum|zur|de|der|van|den)$/.test(token.text)) return 0
  }
  return 0
}

function prepositionalAt(tokens: readonly NameToken[], from: number): number {
  const token = tokens[from]
  if (!token || token.isFirst || !token.isNext) return 0
  const word = (at: number) => (tokens[from + at]?.isNext === true ? tokens[from + at] : undefined)
  let count = 0
  if (/^(?:Am|Im)$/.test(token.text)) count = 1
  else if (/^(?:An|Auf|Unter|Hinter|Vor)$/.test(token.text) && /^(?:der|dem|den)$/.test(word(1)?.text ?? ''))
    count = 2
  const noun = word(count)
  if (count === 0 || noun?.isCapital !== true || noun.lower.length < 3 || noThing.test(noun.lower)) return 0
  // _Am Alten Friedhof_, _An der Rheindorfer Burg_.
  const isAdjective =
    /(?:er|en)$/.test(noun.lower) && follows.test(word(count + 1)?.text ?? '') && !isOne(noun)
  return isAdjective ? count + 2 : count + 1
}

/** Times and abstract places behind `Am` and `Im`: nobody lives there. */
const noThing =
  /^(?:bereich|höhe|ende|anfang|schnitt|moment|beispiel|prinzip|grunde|gegen(?:satz|teil|zug)|vergleich|übrigen|allgemeinen|anschluss|durchschnitt|abend|morgen|(?:vor|nach)mittag|mittag|wochenende|tag|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr|frühling|sommer|herbst|winter|jahr|rahmen|internet|büro|laden|leben|namen|auftrag|urlaub|hinblick|besten|liebsten|meisten|telefon|handy|hauptbahnhof|bahnhof)$/

const follows = /^(?!Richtung|Fahrtrichtung|Höhe|Ecke|Kreuzung|Der|Die|Das)\p{Lu}/u

/** Who rides, drives or walks comes from no place: _Radfahrer Platz lassen_. */
const doers = /(?:fahrer|gänger|meter|läufer|nutzer|unser|dieser|jeder|keiner|einer)$/

const squares =
  /^(?:kaiser|königs?|kurfürsten|friedens|münster|stifts|rathaus|theater|schloss|(?:bundes)?kanzler|dom|kirch)$/

/** Roads of any kind, on which nobody is found: _Radweg_, _Einbahnstraße_, _Arbeitsweg_, _Straßengraben_. */
const generic =
  /^(?:(?:.*(?:rad|fahrrad|fuß|fuss|geh|gänger|fahr|wander|verkehrs|verbindungs|schleich|schnell|wege|arbeits|schul)-?|.*fah+rad-?|ge|um|feld|wald|ufer|seiten|neben|haupt|wirtschafts|schotter|kies|zu|zubringer|quer|.*über|hin|rück|heim|aus|ab|irr|reit|spazier|flucht|rettungs|brems|lösungs|dienst|rechts|post|transport|liefer|lauf|zugangs|zufahrts|anfahrts|anreise|privat|lebens|mittel|trampel|nach|vertriebs|bildungs|kommunikations|beschwerde|verwaltungs|.*abbieger?|asphalt|auto|bus|durchgangs|fahrt|misch|matsch)wege?s?|(?:straßen|strassen|burg|wasser|schützen|entwässerungs|flut)graben|(?:fahrrad|rad|haupt|neben|einbahn|spiel|landes?|bundes|durchgangs|vorfahrts?|wohn|stich|seiten|quer|zufahrts|zubringer|anlieger|verbindungs|dorf|kreis|auto|parallel|umgehungs|schnell|ziel|einkaufs|kraftfahr|anwohner|sack|milch|daten|durchfahrts?|ausfall|wasser|hinter|gegen|innenstadt|einfall)-?(?:straßen?|strassen?|str|allee|gassen?)|die|der|das|den|dem|des|eine?[rsnm]?|dies(?:e[rsnm]?)?|jede[rsnm]?|keine?|meine?[rsnm]?|unsere?[rsnm]?|ihre?[rsnm]?|ganze[rn]?|andere[rn]?|weite[rn]?)$/
