import { labelOfLine } from './line-label.ts'
import type { DocumentLine } from './plain-text.ts'
import { labelStrength } from './speaker-words.ts'

const inline =
  /(?<=[.!?…:;"'”’»)\]–—-]\s{1,8})(\p{Lu}[\p{L}\p{M}\p{N}.'’-]{0,24}(?: [\p{Lu}\p{N}][\p{L}\p{M}\p{N}.'’-]{0,24}){0,2})\s?[:\uff1a]\s/gu

/** Lines shorter than this hold one turn. */
const shortest = 100

/**
 * Lines of a text whose line ends were lost ("Interviewer: Why? Anna: Because. Interviewer: And then?", three hours in one paragraph) cut where
 * somebody begins to speak. Only where more turns begin within lines than at their beginning, by at least two who come again,
 * and whoever begins a line speaks within one too: else somebody tells what others said.
 */
export function cutAtLabels(lines: readonly DocumentLine[]): readonly DocumentLine[] {
  const found = lines.map(({ text, told }) =>
    told || text.length < shortest
      ? []
      : [...text.matchAll(inline)].map(({ 1: label = '', index }) => ({ label, index })),
  )
  const counts = new Map<string, number>()
  for (const { label } of found.flat()) counts.set(label, (counts.get(label) ?? 0) + 1)
  const again = new Set([...counts.keys()].filter((label) => isSpeaker(label, counts.get(label) ?? 0)))
  const within = found.flat().filter(({ label }) => again.has(label)).length
  const starts = lines.flatMap(({ text, told }) => (told ? [undefined] : namedIn(text)))
  if (again.size < 2 || within < 4 || within <= starts.length * 2) return lines
  if (starts.some((label) => label !== undefined && !counts.has(label))) return lines
  return lines.flatMap((line, at) => {
    const cuts = (found[at] ?? []).filter(({ label }) => again.has(label)).map(({ index }) => index)
    return [0, ...cuts].map((from, part) => ({ ...line, text: line.text.slice(from, cuts[part]).trim() }))
  })
}

function isSpeaker(label: string, times: number): boolean {
  return times >= 2 && /^(?:role|name|letter)$/u.test(labelStrength(label))
}

/** Who begins a line, where somebody does. */
function namedIn(text: string): string[] {
  const label = labelOfLine(text)?.label ?? ''
  return label !== '' && /^(?:role|name|letter)$/u.test(labelStrength(label)) ? [label] : []
}
