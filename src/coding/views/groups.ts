import { roundest } from '../../segments/index.ts'

/** Rows of people by what is known of them: a value, a range (stops before `below`), or neither for what is not known or too rare to tell. */
export type Group = {
  key: string
  label: string | null
  from: number | null
  below: number | null
  people: number[]
}

/** A row about fewer people than this would say something of each of them (docs/small-groups.md). */
export const fewestInGroup = 3

export const otherKey = 'other'

const other = (people: number[]): Group => ({ key: otherKey, label: null, from: null, below: null, people })

/**
 * Puts together what fewer than three people share, and what is not known; where those are one or two, the smallest of the others joins
 * them, so that nobody's value follows. Pure.
 */
export function tellGroups(groups: readonly Group[], unknown: readonly number[]): Group[] {
  const told = groups.filter(({ people }) => people.length >= fewestInGroup)
  const rest = [
    ...unknown,
    ...groups.filter((group) => !told.includes(group)).flatMap(({ people }) => people),
  ]
  if (rest.length > 0 && rest.length < fewestInGroup) {
    const smallest = told.toSorted((a, b) => a.people.length - b.people.length)[0]
    if (smallest) return [...told.filter((group) => group !== smallest), other([...rest, ...smallest.people])]
  }
  return rest.length === 0 ? told : [...told, other(rest)]
}

/** People by the same words, most people first. */
export function groupWords(values: ReadonlyMap<number, string>): Group[] {
  const byValue = Map.groupBy(values, ([, value]) => value)
  return [...byValue]
    .map(([value, own]): Group => ({
      key: `is ${value}`,
      label: value,
      from: null,
      below: null,
      people: own.map(([personNo]) => personNo),
    }))
    .toSorted((a, b) => b.people.length - a.people.length || a.key.localeCompare(b.key))
}

/** At most four ranges of about as many people each, cut at the roundest numbers. */
export function groupNumbers(values: ReadonlyMap<number, number>): Group[] {
  const sorted = [...values].toSorted(([, a], [, b]) => a - b)
  const cuts: number[] = []
  for (const quarter of [1, 2, 3]) {
    const at = Math.round((quarter * sorted.length) / 4)
    const [before, after] = [sorted[at - 1]?.[1], sorted[at]?.[1]]
    if (before === undefined || after === undefined || before === after) continue
    const cut = roundest({ above: before, upTo: after, wanted: after })
    if (cut !== cuts.at(-1)) cuts.push(cut)
  }
  return [...cuts, null]
    .map((below, place): Group => {
      const from = cuts[place - 1] ?? null
      const people = sorted.flatMap(([personNo, value]) =>
        (from === null || value >= from) && (below === null || value < below) ? [personNo] : [],
      )
      return { key: `from ${from ?? ''} below ${below ?? ''}`, label: null, from, below, people }
    })
    .filter(({ people }) => people.length > 0)
}
