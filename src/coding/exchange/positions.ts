import type { ReportWhat } from './import-report.ts'

/** How a program counted: what a line end of two characters, an emoji or a byte order mark was worth to it. */
type Counting = { report: ReportWhat | undefined; crlf: number; lf: number; astral: number; before: number }

const byTheBook: Counting = { report: undefined, crlf: 2, lf: 1, astral: 1, before: 0 }

export type Positions = {
  /** The text with one kind of line end, without a byte order mark. */
  text: string
  /** Where each selection lies in it, in UTF-16 units; undefined beyond the text. */
  places: ({ from: number; until: number } | undefined)[]
  /** The counting that fits best, where it is not the standard's. */
  counted: ReportWhat | undefined
}

type Marked = { start: number; end: number; name: string }

/**
 * Finds where selections lie in a text as it was stored, BOM and CRLF included. The standard counts codepoints, and `\r\n` as two; programs differ
 * (NVivo 2, ATLAS.ti 1; some count UTF-16 or the mark). The standard holds unless another counting puts clearly more of the selections on
 * whole words, or on the words they are named after.
 */
export function placeSelections(stored: string, selections: readonly Marked[]): Positions {
  const isMarked = stored.startsWith('\ufeff')
  const raw = isMarked ? stored.slice(1) : stored
  const text = raw.replaceAll(/\r\n?/g, '\n')
  const countings = possible(raw, isMarked)
  let best = { ...attempt(raw, { text, selections, counting: byTheBook }), counted: byTheBook.report }
  const needed = Math.max(1, selections.length * 0.05)
  for (const counting of countings) {
    const tried = attempt(raw, { text, selections, counting })
    if (tried.fit >= best.fit + needed) best = { ...tried, counted: counting.report }
  }
  return { text, places: best.places, counted: best.counted }
}

/** The UTF-16 index of each place counted in codepoints, in one pass; places beyond the text are left out. */
export function utf16At(text: string, codepoints: readonly number[]): Map<number, number> {
  const wanted = [...new Set(codepoints)].toSorted((a, b) => a - b)
  return scan(text, wanted, byTheBook)
}

function possible(raw: string, isMarked: boolean): Counting[] {
  const countings: Counting[] = []
  if (raw.includes('\r\n')) countings.push({ ...byTheBook, crlf: 1, report: 'positions-crlf-as-one' })
  else if (raw.includes('\n')) countings.push({ ...byTheBook, lf: 2, report: 'positions-crlf-as-two' })
  if (/[\u{10000}-\u{10ffff}]/u.test(raw))
    countings.push({ ...byTheBook, astral: 2, report: 'positions-utf16' })
  if (isMarked) countings.push({ ...byTheBook, before: 1, report: 'positions-bom' })
  return countings
}

type Attempt = { text: string; selections: readonly Marked[]; counting: Counting }

function attempt(raw: string, { text, selections, counting }: Attempt) {
  const wanted = [...new Set(selections.flatMap(({ start, end }) => [start, end]))]
    .filter((position) => position >= 0)
    .toSorted((a, b) => a - b)
  const at = scan(raw, wanted, counting)
  const places = selections.map(({ start, end }) => {
    const [from, until] = [at.get(Math.min(start, end)), at.get(Math.max(start, end))]
    if (from === undefined) return undefined
    return { from, until: until ?? text.length }
  })
  const fit = selections.reduce((sum, selection, index) => sum + fitOf(text, selection, places[index]), 0)
  return { places, fit }
}

/** The UTF-16 index in the text with plain line ends for each counted position, in one pass. */
function scan(raw: string, wanted: readonly number[], counting: Counting): Map<number, number> {
  const found = new Map<number, number>()
  let counted = counting.before
  let index = 0
  let next = 0
  for (let at = 0; ;) {
    while (next < wanted.length && (wanted[next] ?? 0) <= counted) found.set(wanted[next++] ?? 0, index)
    if (at >= raw.length || next >= wanted.length) return found
    const code = raw.codePointAt(at) ?? 0
    const width = code > 0xffff ? 2 : 1
    if (code === 0x0d && raw.charCodeAt(at + 1) === 0x0a) {
      counted += counting.crlf
      at += 2
      index += 1
    } else {
      counted += width === 2 ? counting.astral : code === 0x0a ? counting.lf : 1
      at += width
      index += width
    }
  }
}

/** How well a place looks meant: whole words, and the words the selection is named after. */
function fitOf(text: string, { name }: Marked, place: { from: number; until: number } | undefined): number {
  if (place === undefined || place.until <= place.from) return -1
  const begins =
    /^[^\s\p{P}]/u.test(text.slice(place.from, place.from + 2)) &&
    !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, place.from - 2), place.from))
  const ends =
    !/\s$/u.test(text.slice(place.until - 1, place.until)) &&
    !/^[\p{L}\p{N}]/u.test(text.slice(place.until, place.until + 2))
  const called = name.replace(/(?:…|\.\.\.)$/u, '').trim()
  // A selection may be all of a long text: only as much of it is looked at as its name has.
  const words = text.slice(place.from, Math.min(place.until, place.from + 2 * called.length + 100))
  const named = called.length > 2 && words.replaceAll(/\s+/g, ' ').startsWith(called.replaceAll(/\s+/g, ' '))
  return (begins ? 0.5 : 0) + (ends ? 0.5 : 0) + (named ? 2 : 0)
}
