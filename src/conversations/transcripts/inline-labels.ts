import { labelOfLine } from './line-label.ts'
import type { DocumentLine } from './plain-text.ts'
import { labelStrength } from './speaker-words.ts'

const inline =
  /(?<=[.!?…:;"'”’»)\]–—-]\s{1,8})(\p{Lu}[\p{L}\p{M}\p{N}.'’-]{0,24}(?: [\p{Lu}\p{N}][\p{L}\p{M}\p{N}.'’-]{0,24}){0,2})\s?[:\uff1a]\s/gu

/** Lines shorter than this hold one turn. */
const shortest = 100

/** Characters of a turn, on average: nobody is asked so seldom. A speech with a colon now and then has longer ones. */
const longestTurn = 3000

/**
 * Lines of a text whose line ends were lost ("Interviewer: Why? Anna: Because. Interviewer: And then?", three hours in one paragraph) cut where
 * somebody begins to speak. Only where more turns begin within lines than at their beginning, by at least two who come again and take turns,
 * and whoever begins a line speaks within one too: else somebody tells what others said.
 */
export function cutAtLabels(lines: readonly DocumentLine[]): readonly DocumentLine[] {
  const found = lines.map(({ text, told }) =>
    told || text.length < shortest
      ? []
      : [...text.matchAll(inline)].map(({ 1: label = '', index }) => ({ label, index })),
  )
  const all = found.flat().map(({ label }) => label)
  if (all.length < 4) return lines
  const speakers = speakersAmong(all, lines)
  const within = all.filter((label) => speakers.has(label))
  const starts = lines.flatMap(({ text, told }) => (told ? [undefined] : namedIn(text)))
  if (speakers.size < 2 || within.length < 4 || within.length <= starts.length * 2) return lines
  if (starts.some((label) => label !== undefined && !all.includes(label))) return lines
  if (!isTakingTurns(within, lines)) return lines
  return lines.flatMap((line, at) => {
    const cuts = (found[at] ?? []).filter(({ label }) => speakers.has(label)).map(({ index }) => index)
    return [0, ...cuts].map((from, part) => ({ ...line, text: line.text.slice(from, cuts[part]).trim() }))
  })
}

/**
 * Those who come again. A word that the text has in small letters too ("In short: …") is one only where it comes about as often as the others, beside two that are
 * surely names.
 */
function speakersAmong(all: readonly string[], lines: readonly DocumentLine[]): Set<string> {
  const counts = new Map(
    [...Map.groupBy(all, (label) => label)].map(([label, { length }]) => [label, length]),
  )
  const likely = [...counts].filter(([label, times]) => times >= 2 && isNamed(label))
  const small = new Set(
    lines.flatMap(({ text }) => text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []),
  )
  const isSure = (label: string) => labelStrength(label) !== 'name' || !small.has(label.toLowerCase())
  const sure = likely.filter(([label]) => isSure(label))
  if (sure.length < 2) return new Set()
  const most = Math.max(...sure.map(([, times]) => times))
  return new Set(
    likely.filter(([label, times]) => isSure(label) || times * 2 >= most).map(([label]) => label),
  )
}

/** Whether they answer each other, and not too seldom. */
function isTakingTurns(labels: readonly string[], lines: readonly DocumentLine[]): boolean {
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0)
  const same = labels.filter((label, at) => label === labels[at + 1]).length
  return characters <= longestTurn * labels.length && same * 4 <= labels.length * 3
}

function isNamed(label: string): boolean {
  return /^(?:role|name|letter)$/u.test(labelStrength(label))
}

/** Who begins a line, where somebody does. */
function namedIn(text: string): string[] {
  const label = labelOfLine(text)?.label ?? ''
  return label !== '' && isNamed(label) ? [label] : []
}
