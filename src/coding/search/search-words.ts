import { stemmedWords, type Language } from '../../language/index.ts'

/** Words of one part: PostgreSQL keeps no more than 256 places of a word in a `tsvector`. */
const wordsOfPart = 240
/** A part begins with the last words of the one before it, so that phrases across the cut are found. */
const overlap = 40
/** PostgreSQL refuses lexemes of more than 2,046 bytes; nobody searches for the end of such a word. */
const longest = 200

/**
 * The words of a text as `tsvector`s in PostgreSQL's own notation, one for every 240 words; a text without words is one empty one.
 * A word is its stem with its language before it, so that a Danish search never meets a Dutch stem. A verb that parted (`rief … an`) stands there twice, by itself and as what it is:
 * anrufen.
 */
export function searchVectors(language: Language, text: string): string[] {
  return [...vectorsOf(language, text)]
}

/** The same one by one, for a text so long that others should be served between. */
export function* vectorsOf(language: Language, text: string): Generator<string> {
  let lexemes: string[][] = []
  let parts = 0
  for (const { stem, parted } of stemmedWords(language, text)) {
    lexemes.push([stem, ...(parted ? [parted.stem] : [])].map((one) => prefixOf(language, one)))
    if (lexemes.length < wordsOfPart) continue
    yield vectorOf(lexemes)
    lexemes = lexemes.slice(-overlap)
    parts += 1
  }
  if (parts === 0 || lexemes.length > overlap) yield vectorOf(lexemes)
}

function vectorOf(lexemes: readonly (readonly string[])[]): string {
  const places = new Map<string, number[]>()
  for (const [index, here] of lexemes.entries())
    for (const lexeme of here) {
      const known = places.get(lexeme)
      if (known) known.push(index + 1)
      else places.set(lexeme, [index + 1])
    }
  return [...places].map(([lexeme, at]) => `${quoted(lexeme)}:${at.join(',')}`).join(' ')
}

/** What a word begins with, as it is kept; words are cut to their stem, so the beginning is looked for among stems. */
export function prefixOf(language: Language, beginning: string): string {
  return `${language}:${[...beginning].slice(0, longest).join('')}`
}

/** A lexeme in PostgreSQL's notation of `tsvector` and `tsquery`. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
