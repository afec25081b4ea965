import { sentences, type Language } from '../../language/index.ts'
import { cohenKappa, krippendorffAlpha, shareAgreed, type Judged } from '../agreement.ts'
import type { Marked } from './differences.ts'
import type { AgreementUnit, Coefficients, UncodedText } from './round.schema.ts'

/** A turn that was read, and the coders who looked at it (the others' judgement is missing). */
type TurnRead = { id: string; text: string; language: Language; asked: readonly string[] }

export type Compared = {
  turns: readonly TurnRead[]
  marks: readonly Marked[]
  coders: readonly string[]
  codeIds: readonly string[]
  unit: AgreementUnit
  uncoded: UncodedText
  /** How many times turns are drawn again for the interval; 0: none. */
  resamples: number
  random: () => number
}

/**
 * How far coders agree about each code and about all of them. Each unit (a turn, a sentence, a codepoint) is judged yes or no for each code:
 * yes where the coder's mark touches it. Overall, every code of every unit is one judgement. Units to which nobody gave any code count as
 * agreed, or are left out. The interval is the percentile bootstrap (Efron 1979) over turns, because judgements within a turn hang together.
 */
export function compareCoders(compared: Compared): {
  overall: Coefficients
  codes: (Coefficients & { codeId: string; given: number[] })[]
} {
  const tables = tablesOf(compared)
  const all = sumOf(tables)
  const intervals = intervalsOf(compared, tables)
  const { coders, codeIds } = compared
  return {
    overall: { ...coefficientsOf(pooled(all, codeIds), coders), interval: intervals.overall },
    codes: codeIds.map((codeId, at) => {
      const patterns = patternsOf(all, codeId)
      const given = coders.map((_, place) => weightOf(patterns, (pattern) => pattern[place] === '1'))
      return { codeId, given, ...coefficientsOf(patterns, coders), interval: intervals.codes[at] ?? null }
    }),
  }
}

/** How much of the text was judged how: '10' is yes of the first coder and no of the second, '-' is missing. */
type Patterns = Map<string, number>
/** Of a turn: judgements where no code was given, and of each code what differs from them. */
type Judgements = { none: Patterns; byCode: Map<string, Patterns> }

function tablesOf(compared: Compared): Judgements[] {
  const marksOf = Map.groupBy(compared.marks, ({ turn }) => turn)
  return compared.turns.map((turn) => judgementsOf(turn, marksOf.get(turn.id) ?? [], compared))
}

function judgementsOf(
  turn: TurnRead,
  marks: readonly Marked[],
  { coders, unit, uncoded }: Compared,
): Judgements {
  const asked = new Set(turn.asked)
  const nobody = coders.map((coder) => (asked.has(coder) ? '0' : '-')).join('')
  const found: Judgements = { none: new Map(), byCode: new Map() }
  for (const { start, end, weight } of unitsOf(turn, { marks, unit })) {
    const here = marks.filter((mark) => mark.start < end && start < mark.end)
    if (here.length === 0 && uncoded === 'left out') continue
    add(found.none, nobody, weight)
    for (const [codeId, given] of Map.groupBy(here, (mark) => mark.codeId)) {
      const givers = new Set(given.map(({ coder }) => coder))
      const pattern = coders.map((coder) => (givers.has(coder) ? '1' : asked.has(coder) ? '0' : '-')).join('')
      const own = found.byCode.get(codeId) ?? new Map<string, number>()
      found.byCode.set(codeId, own)
      add(own, pattern, weight)
      add(own, nobody, -weight)
    }
  }
  return found
}

type Unit = { start: number; end: number; weight: number }

function unitsOf(
  { text, language }: TurnRead,
  { marks, unit }: { marks: readonly Marked[]; unit: AgreementUnit },
): Unit[] {
  if (unit === 'sentence') return sentences(language, text).map((place) => ({ ...place, weight: 1 }))
  const length = [...text].length
  if (unit === 'turn') return length === 0 ? [] : [{ start: 0, end: length, weight: 1 }]
  const cuts = new Set([0, length, ...marks.flatMap(({ start, end }) => [start, Math.min(end, length)])])
  const places = [...cuts].toSorted((one, other) => one - other)
  return places.slice(1).map((end, at) => {
    const start = places[at] ?? 0
    return { start, end, weight: end - start }
  })
}

function sumOf(tables: readonly Judgements[]): Judgements {
  const sum: Judgements = { none: new Map(), byCode: new Map() }
  for (const { none, byCode } of tables) {
    for (const [pattern, weight] of none) add(sum.none, pattern, weight)
    for (const [codeId, patterns] of byCode) {
      const own = sum.byCode.get(codeId) ?? new Map<string, number>()
      sum.byCode.set(codeId, own)
      for (const [pattern, weight] of patterns) add(own, pattern, weight)
    }
  }
  return sum
}

function patternsOf({ none, byCode }: Judgements, codeId: string): Patterns {
  const patterns = new Map(none)
  for (const [pattern, weight] of byCode.get(codeId) ?? []) add(patterns, pattern, weight)
  return patterns
}

function pooled(all: Judgements, codeIds: readonly string[]): Patterns {
  const patterns: Patterns = new Map()
  for (const codeId of codeIds)
    for (const [pattern, weight] of patternsOf(all, codeId)) add(patterns, pattern, weight)
  return patterns
}

function coefficientsOf(patterns: Patterns, coders: readonly string[]): Omit<Coefficients, 'interval'> {
  const judged = judgedOf(patterns)
  return {
    units: weightOf(patterns, (pattern) => pattern.replaceAll('-', '').length > 1),
    alpha: krippendorffAlpha(judged),
    kappa: coders.length === 2 ? cohenKappa(judged) : null,
    share: shareAgreed(judged),
  }
}

function judgedOf(patterns: Patterns): Judged<boolean>[] {
  return [...patterns].map(([pattern, weight]) => ({
    values: [...pattern].map((sign) => (sign === '-' ? undefined : sign === '1')),
    weight,
  }))
}

function intervalsOf(compared: Compared, tables: readonly Judgements[]) {
  const { codeIds, resamples, random } = compared
  const overall: (number | null)[] = []
  const codes = codeIds.map((): (number | null)[] => [])
  for (let draw = 0; draw < resamples; draw++) {
    const again = tables.flatMap(() => tables[Math.floor(random() * tables.length)] ?? [])
    const all = sumOf(again)
    overall.push(krippendorffAlpha(judgedOf(pooled(all, codeIds))))
    for (const [at, codeId] of codeIds.entries())
      codes[at]?.push(krippendorffAlpha(judgedOf(patternsOf(all, codeId))))
  }
  return { overall: middleOf(overall), codes: codes.map(middleOf) }
}

/** The middle 95 % of values; null where one draw in twenty or more gave none. */
function middleOf(values: readonly (number | null)[]): [number, number] | null {
  const defined = values.filter((value) => value !== null).toSorted((one, other) => one - other)
  if (defined.length === 0 || defined.length <= values.length * 0.95) return null
  const at = (share: number) => defined[Math.round(share * (defined.length - 1))] ?? 0
  return [at(0.025), at(0.975)]
}

function add(patterns: Patterns, pattern: string, weight: number): void {
  const sum = (patterns.get(pattern) ?? 0) + weight
  if (sum === 0) patterns.delete(pattern)
  else patterns.set(pattern, sum)
}

function weightOf(patterns: Patterns, isMeant: (pattern: string) => boolean): number {
  let sum = 0
  for (const [pattern, weight] of patterns) if (isMeant(pattern)) sum += weight
  return sum
}
