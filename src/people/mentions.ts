import { ch } from '../platform/index.ts'
import { normaliseIdentifier, type Identifier } from './identifier.ts'

/** What stands where somebody who was erased was named. */
const erasedMark = '[erased]'

/** How to find texts that name somebody, and what they are without the name; the same in ClickHouse and in the program. */
type Finding = {
  /** Whether a column of text names them. */
  in: (column: ch.Sql) => ch.Sql
  /** The column with a mark where a name stands. */
  withoutIn: (column: ch.Sql) => ch.Sql
  /** The same for a text at hand. */
  without: (text: string) => string
}

export type Mentions = Finding & {
  /** What to look for before anything is looked at closely. */
  forms: readonly string[]
  /** Whether all of them are addresses; names of events and keys of JSON are left as they are for anything else. */
  areAddresses: boolean
  /** In texts of JSON: everywhere for addresses, in the values only for anything else. */
  json: Finding
}

/**
 * Those of the identifiers that tell who somebody is wherever they stand: e-mail addresses, telephone numbers, and of those a trusted source vouches for UUIDs and
 * ids of eight characters or more with letters and four digits or more. Others ("17", "logged_out", "google.com", whatever a public key claims) stand in texts by
 * chance, and say nobody once their person is gone.
 */
export function tellingNames(identifiers: readonly (Identifier & { trusted: boolean })[]): string[] {
  const names = identifiers.flatMap(({ trusted, ...identifier }) => {
    const known = normaliseIdentifier(identifier)
    return known && isTelling({ value: known.value, trusted }) ? [known.value] : []
  })
  return [...new Set(names)]
}

function isTelling({ value, trusted }: { value: string; trusted: boolean }): boolean {
  if (isAddress(value) || /^\+\d[\d ]{7,}$/.test(value)) return true
  return trusted && (isUuid(value) || isLongId(value))
}

const isAddress = (value: string) => /^[^\s@]+@[^\s@]+\.\p{L}[\p{L}\p{N}-]+$/u.test(value)
const isUuid = (value: string) => /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i.test(value)
const isDomain = (value: string) => /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(value)

function isLongId(value: string): boolean {
  const isLong = /^\S{8,}$/.test(value) && /\p{L}/u.test(value)
  return isLong && (value.match(/\d/g) ?? []).length >= 4 && !isDomain(value)
}

/** As many texts as ClickHouse looks for at once, three forms of each. */
const mostNames = 80

/**
 * How to find the names (of {@link tellingNames}): as a whole text or inside a longer one, whatever their capitals, also as they are written in JSON and in the
 * address of a page, and never as a part of another name (`ann@x.dk` in `joann@x.dk`). A name that stands in the mark itself could never be gone, and is left out.
 */
export function mentionsOf(names: readonly string[]): Mentions[] {
  const sought = names.filter((name) => !erasedMark.includes(name.toLowerCase()))
  const { addresses = [], others = [] } = Object.groupBy(sought, (name) =>
    isAddress(name) ? 'addresses' : 'others',
  )
  return [
    ...inTurns(addresses).map((turn) => mentions(turn, addressEnd)),
    ...inTurns(others).map((turn) => mentions(turn, otherEnd)),
  ]
}

function inTurns(names: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(names.length / mostNames) }, (_, turn) =>
    names.slice(turn * mostNames, (turn + 1) * mostNames).flatMap(formsOf),
  )
}

function formsOf(name: string): string[] {
  return [...new Set([name, JSON.stringify(name).slice(1, -1), encodeURIComponent(name.toWellFormed())])]
}

/** Signs an address may hold (RFC 5322) that also stand around one, as quotation marks do. Others of them (`/`, `=`, `?`, `{`) part names in practice. */
const signs = "'`*!$^~"
/** What parts names, as it is written in the address of a page. */
const parting = '%(?:[01][0-9a-f]|2[023689cf]|3[a-f]|5[b-d]|7[b-d])'
/**
 * What may stand before and after a name; RE2 cannot look round, so both are taken and put back. What is escaped in JSON or in an address ends before the name; a sign
 * is part of another name after a letter (`o'brien@x.dk`), and a quotation mark elsewhere.
 */
const before = String.raw`((?:^|[^\p{L}\p{N}._%+\-${signs}]|\\[bfnrt]|\\u[0-9a-f]{4}|${parting})(?:[${signs}]|%27)*)`
const addressEnd = after('')
const otherEnd = after(`+${signs}`)

function after(joining: string): string {
  return String.raw`((?:[._\-${joining}]|%27)*(?:$|[^\p{L}\p{N}._%@\-${joining}]|${parting}))`
}

function mentions(forms: readonly string[], end: string): Mentions {
  const source = `${before}(?:${forms.map(escaped).join('|')})${end}`
  const [needles, pattern] = [ch.texts(forms), ch.text(`(?i)${source}`)]
  const inJs = new RegExp(source, 'giu')
  const mark = ch.text(String.raw`\1${erasedMark}\2`)
  const replaced = (column: ch.Sql) => ch.sql`replaceRegexpAll(${column}, ${pattern}, ${mark})`
  // Twice: what stands between two names belongs to the first of them.
  const anywhere: Finding = {
    in: (column) =>
      ch.sql`(multiSearchAnyCaseInsensitiveUTF8(${column}, ${needles}) AND match(${column}, ${pattern}))`,
    withoutIn: (column) => replaced(replaced(column)),
    without: (text) => [1, 2].reduce((left) => left.replace(inJs, `$1${erasedMark}$2`), text),
  }
  const areAddresses = end === addressEnd
  return { ...anywhere, forms, areAddresses, json: areAddresses ? anywhere : inValues(anywhere) }
}

/** A text of JSON in parts that make it up again: keys with their colon, other texts, and what stands between. */
const jsonPart = String.raw`"(?:[^"\\]|\\[\s\S])*"\s*:?|[^"]+|"`

/** The same in what is no key of JSON. */
function inValues(anywhere: Finding): Finding {
  const [inJs, part] = [new RegExp(jsonPart, 'gu'), ch.sql`part`]
  const withoutIn = (column: ch.Sql) =>
    ch.sql`arrayStringConcat(arrayMap(part -> if(startsWith(part, '"') AND endsWith(part, ':'), part, ${anywhere.withoutIn(part)}), extractAll(${column}, ${ch.text(jsonPart)})))`
  return {
    in: (column) => ch.sql`(${anywhere.in(column)} AND ${withoutIn(column)} != ${column})`,
    withoutIn,
    without: (text) =>
      text.replace(inJs, (said) =>
        said.startsWith('"') && said.endsWith(':') ? said : anywhere.without(said),
      ),
  }
}

/** Longest part before and after the @ of an address, in characters (RFC 5321). */
const [longestLocal, longestDomain] = [64, 255]
/** More are no sentence. */
const mostAddresses = 500

/** What stands inside a text and looks like an address, as {@link mentionsOf} would find it; also as written in the address of a page. Takes time by the text's length. */
export function addressesInside(text: string): string[] {
  const plain = text.replaceAll(/(?:%[0-9a-f]{2})+/gi, decoded)
  const found: string[] = []
  for (
    let at = plain.indexOf('@');
    at !== -1 && found.length < mostAddresses;
    at = plain.indexOf('@', at + 1)
  ) {
    const local = localPart.exec(plain.slice(Math.max(0, at - longestLocal), at))?.[0]
    const domain = /^[\p{L}\p{N}.-]+/u.exec(plain.slice(at + 1, at + 1 + longestDomain))?.[0]
    if (local === undefined || domain === undefined) continue
    const locals = new Set([local, local.replace(leadingSigns, '')])
    for (const one of locals) if (one !== '') found.push(`${one}@${domain.replace(/[.-]+$/, '')}`)
  }
  return found
}

const localPart = new RegExp(String.raw`[\p{L}\p{N}._%+\-${signs}]+$`, 'u')
/** A quotation mark before an address, or its first letters. */
const leadingSigns = new RegExp(`^[${signs}]+`)

function decoded(codes: string): string {
  try {
    return decodeURIComponent(codes)
  } catch {
    return ' '
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
