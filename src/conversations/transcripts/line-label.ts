import { readTime, timePattern } from './clock-time.ts'

/** The ways in which transcripts say who speaks. `told` is a column of names: nothing about it is a guess. */
export type LabelForm = 'colon' | 'time' | 'bracket' | 'capitals' | 'alone' | 'told'

/** What a line may be: the beginning of a turn, a time, or neither. Whether it *is* one the whole file decides. */
export type LineLabel = { form: LabelForm; label: string; rest: string; startMs?: number; endMs?: number }

// A time of day ("12:05 PM") is no place in a recording: it is taken off and told nowhere.
const time = String.raw`(${timePattern}(?:\s?[AaPp]\.?[Mm]\b\.?)?)`
const range = String.raw`${time}(?:\s*(?:-->|->|–|—|-|to)\s*${time})?`
const opening = new RegExp(String.raw`^[\[(<]?\s*${range}\s*[\])>]?(?:\s*[-–—|:]\s+|\s+|$)`, 'u')
const afterName = new RegExp(String.raw`^(.{1,60}?)\s*[\[(]\s*${range}\s*[\])]\s*:?(?:\s+|$)`, 'u')
const besideName = new RegExp(String.raw`^(.{1,60}?)(?:\s*[|·•,–—-]\s*|\s+)${range}\s*:?$`, 'u')
const colon = /^([^:\uff1a]{1,60}?)\s*[:\uff1a](?!\/\/)(\s*)/u
const bracketed = /^[[<]([^\]>]{1,40})[\]>]\s*:?\s+(?=\S)/u
// The joiners U+200C and U+200D stay: emoji and Persian names are made with them.
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** What a line may say about who speaks. Only its beginning is looked at, so long lines cost nothing. */
export function labelOfLine(line: string): LineLabel | undefined {
  const head = line.slice(0, 140)
  // Most lines hold no time at all; asking that first keeps the search for names beside times off them.
  const label = /:\d/u.test(head) ? timedLine(line, head) : undefined
  return label ?? untimedLabel(line, head)
}

/** Whether a line is nothing but a name in capitals, with or without an affiliation in brackets. */
export function isCapitalsLine(line: string): boolean {
  if (line.length > 80 || line.length < 2 || !/\p{Lu}/u.test(line.charAt(0))) return false
  const name = line
    .replace(/\s*\([^)]*\)?\s*$/u, '')
    .replace(/[:.]$/u, '')
    .trim()
  return (
    name.length >= 2 &&
    name.split(/\s+/u).length <= 6 &&
    /^[\p{Lu}][\p{Lu}\p{M}\p{N}\s.'’&-]*$/u.test(name) &&
    /\p{Lu}.*\p{Lu}/u.test(name)
  )
}

/** A label as it is shown: without invisible marks, markdown and doubled spaces. */
export function tidyLabel(label: string): string {
  if (/^[a-z\d]+(?:[ .][a-z\d]+)*$/iu.test(label)) return label
  return label
    .replace(invisible, '')
    .replace(/\*\*|__/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[-–—•>\s]+|[\s:\uff1a]+$/gu, '')
    .replace(/^\[([^[\]]+)\]$/u, '$1')
    .normalize('NFC')
}

function timedLine(line: string, head: string): LineLabel | undefined {
  const timed = opening.exec(head)
  if (timed) return afterOpeningTime(line, timed)
  const named = afterName.exec(head)
  if (named) {
    return timedLabel({ label: named[1], start: named[2], end: named[3], rest: line.slice(named[0].length) })
  }
  const beside = line.length <= 100 ? besideName.exec(head) : null
  if (!beside) return undefined
  const label = beside[1]?.replace(/^\[(.*)\]$/u, '$1')
  return timedLabel({ label, start: beside[2], end: beside[3], rest: '' })
}

function afterOpeningTime(line: string, timed: RegExpExecArray): LineLabel | undefined {
  const startMs = readTime(timed[1] ?? '')
  const endMs = timed[2] === undefined ? undefined : readTime(timed[2])
  const rest = line.slice(timed[0].length)
  const times = { ...(startMs === undefined ? {} : { startMs }), ...(endMs === undefined ? {} : { endMs }) }
  const inner = rest === '' ? undefined : untimedLabel(rest, rest.slice(0, 140))
  if (inner) return { ...inner, form: 'time', ...times }
  return { form: 'time', label: '', rest, ...times }
}

function timedLabel(found: {
  label: string | undefined
  start: string | undefined
  end: string | undefined
  rest: string
}): LineLabel | undefined {
  const label = tidyLabel(found.label ?? '')
  const startMs = readTime(found.start ?? '')
  const endMs = found.end === undefined ? undefined : readTime(found.end)
  // Of times only one of the day cannot be read; with a year before it, it says when it all took place.
  const isOfDay = /m\.?$/iu.test(found.start ?? '') && !/\d{4}/u.test(label)
  if (label === '' || (startMs === undefined && !isOfDay)) return undefined
  const times = { ...(startMs === undefined ? {} : { startMs }), ...(endMs === undefined ? {} : { endMs }) }
  return { form: 'time', label, rest: found.rest, ...times }
}

function untimedLabel(line: string, head: string): LineLabel | undefined {
  const named = colon.exec(head)
  if (named) {
    const label = tidyLabel(named[1] ?? '')
    // "Re:Zero" and "a:b" are words; a speaker's colon is followed by space or the end, or by a capital or quote.
    const next = head.charAt(named[0].length)
    const apart = named[2] !== '' || next === '' || /[\p{Lu}\p{Lo}"“„«'’]/u.test(next)
    if (label !== '' && apart) return { form: 'colon', label, rest: line.slice(named[0].length) }
  }
  const marked = bracketed.exec(head)
  if (marked)
    return { form: 'bracket', label: tidyLabel(marked[1] ?? ''), rest: line.slice(marked[0].length) }
  const tabbed = /^([^\t]{1,40})\t+(?=\S)/u.exec(head)
  if (tabbed)
    return { form: 'bracket', label: tidyLabel(tabbed[1] ?? ''), rest: line.slice(tabbed[0].length) }
  if (isCapitalsLine(line))
    return { form: 'capitals', label: tidyLabel(line.replace(/[:.]$/u, '')), rest: '' }
  return undefined
}
