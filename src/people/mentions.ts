import { ch } from '../platform/index.ts'
import { identifierKey, normaliseIdentifier, type Identifier } from './identifier.ts'

/** What stands where somebody who was erased was named. */
const erasedMark = '[erased]'

/** How to find texts that name somebody, and what they are without the name; the same in ClickHouse and in the program. */
export type Mentions = {
  /** What to look for before anything is looked at closely. */
  forms: readonly string[]
  /** Whether a column of text names them. */
  in: (column: ch.Sql) => ch.Sql
  /** The column with a mark where a name stands. */
  withoutIn: (column: ch.Sql) => ch.Sql
  /** The same for a text at hand. */
  without: (text: string) => string
}

/**
 * Those of the identifiers that tell who somebody is wherever they stand: addresses, telephone numbers, and ids of eight characters or more that are no plain word
 * or number. Others ("17", "marketing") stand in texts by chance, and say nobody once their person is gone.
 */
export function tellingNames(identifiers: readonly Identifier[]): string[] {
  const known = identifiers.flatMap((identifier) => normaliseIdentifier(identifier) ?? [])
  const once = new Map(known.map((identifier) => [identifierKey(identifier), identifier.value]))
  return [...new Set(once.values())].filter(isTelling)
}

function isTelling(value: string): boolean {
  if (value.includes('@')) return true
  if (/^\+\d[\d ]{7,}$/.test(value)) return true
  return value.length >= 8 && /\p{L}/u.test(value) && /[^\p{L}\s]/u.test(value)
}

/** As many texts as ClickHouse looks for at once, three forms of each. */
const mostNames = 80

/**
 * How to find the names (of {@link tellingNames}): as a whole text or inside a longer one, whatever their capitals, also as they are written in JSON and in the
 * address of a page, and never as a part of another name (`ann@x.dk` in `joann@x.dk`).
 */
export function mentionsOf(names: readonly string[]): Mentions[] {
  const groups: Mentions[] = []
  for (let from = 0; from < names.length; from += mostNames)
    groups.push(mentions(names.slice(from, from + mostNames).flatMap(formsOf)))
  return groups
}

function formsOf(name: string): string[] {
  return [...new Set([name, JSON.stringify(name).slice(1, -1), encodeURIComponent(name.toWellFormed())])]
}

/** What may stand before and after a name; RE2 cannot look round, so both are taken and put back. What is escaped in JSON or in an address ends before the name. */
const before = String.raw`(^|[^\p{L}\p{N}._%+\-]|\\[bfnrt]|\\u[0-9a-fA-F]{4}|%[0-9a-fA-F]{2})`
const after = String.raw`($|[^\p{L}\p{N}.\-]|[.\-]+(?:$|[^\p{L}\p{N}.\-]))`

function mentions(forms: readonly string[]): Mentions {
  const source = `${before}(?:${forms.map(escaped).join('|')})${after}`
  const [needles, pattern] = [ch.texts(forms), ch.text(`(?i)${source}`)]
  const inJs = new RegExp(source, 'giu')
  const mark = ch.text(String.raw`\1${erasedMark}\2`)
  const replaced = (column: ch.Sql) => ch.sql`replaceRegexpAll(${column}, ${pattern}, ${mark})`
  // Twice: what stands between two names belongs to the first of them.
  return {
    forms,
    in: (column) =>
      ch.sql`(multiSearchAnyCaseInsensitiveUTF8(${column}, ${needles}) AND match(${column}, ${pattern}))`,
    withoutIn: (column) => replaced(replaced(column)),
    without: (text) => [1, 2].reduce((left) => left.replace(inJs, `$1${erasedMark}$2`), text),
  }
}

/** Longest part before and after the @ of an address, in characters (RFC 5321). */
const [longestLocal, longestDomain] = [64, 255]
/** More are no sentence. */
const mostAddresses = 500

/** What stands inside a text and looks like an address, as {@link mentionsOf} would find it; also as written in the address of a page. Takes time by the text's length. */
export function addressesInside(text: string): string[] {
  const plain = text
    .replaceAll('%40', '@')
    .replaceAll(/%[0-9a-fA-F]{2}/g, (code) => (code === '%2B' ? '+' : ' '))
  const found: string[] = []
  for (
    let at = plain.indexOf('@');
    at !== -1 && found.length < mostAddresses;
    at = plain.indexOf('@', at + 1)
  ) {
    const local = /[\p{L}\p{N}._%+-]+$/u.exec(plain.slice(Math.max(0, at - longestLocal), at))?.[0]
    const domain = /^[\p{L}\p{N}.-]+/u.exec(plain.slice(at + 1, at + 1 + longestDomain))?.[0]
    if (local !== undefined && domain !== undefined) found.push(`${local}@${domain.replace(/[.-]+$/, '')}`)
  }
  return found
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
