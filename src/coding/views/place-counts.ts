import { partsOfTalk } from './matrix-rows.ts'
import { overlaps } from './place-query.ts'
import { height } from './ladders.ts'
import type { CodeLevel } from '../coding.schema.ts'
import type { CodedPlace } from './places.ts'
import type { RowKind } from './view.schema.ts'

/** In which rows of a table a place counts; those of people it belongs to, of its conversation, its language, its month, or its part of a recording. */
type RowsOfPlace = (place: CodedPlace) => readonly string[]

type Rows = { rows: RowKind; rowsOfPerson: ReadonlyMap<number, readonly string[]> }

/** `rowsOfPerson`: the rows of a person by participant, segment or trait. Pure. */
export function rowsOfPlaces({ rows, rowsOfPerson }: Rows): RowsOfPlace {
  const known = (key: string | null) => (key === null ? [] : [key])
  switch (rows) {
    case 'participant':
    case 'segment':
    case 'trait':
      return ({ people }) => [...new Set(people.flatMap((personNo) => rowsOfPerson.get(personNo) ?? []))]
    case 'interview':
      return ({ interviewId }) => known(interviewId)
    case 'language':
      return ({ language }) => known(language)
    case 'month':
      return ({ day }) => known(day === null ? null : day.slice(0, 7))
    case 'part':
      return ({ share }) =>
        known(share === null ? null : String(Math.min(partsOfTalk - 1, Math.floor(share * partsOfTalk))))
    case 'code':
      return () => []
  }
}

/** How many places bear each code (with those below it), by row and code; and of each code in all. Pure. */
export function countPlaces(places: readonly CodedPlace[], rowsOf: RowsOfPlace) {
  const cells = new Map<string, number>()
  const codes = new Map<string, number>()
  for (const place of places)
    for (const code of place.borne) {
      codes.set(code, (codes.get(code) ?? 0) + 1)
      for (const row of rowsOf(place)) cells.set(cellOf(row, code), (cells.get(cellOf(row, code)) ?? 0) + 1)
    }
  return { cells, codes }
}

/**
 * How often two codes stand together: places that bear both, and pairs of overlapping places of which one bears the one and one the other. `kin`: codes one above the other, which are
 * never two. Pure.
 */
export function countPlacesTogether(
  places: readonly CodedPlace[],
  isKin: (one: string, other: string) => boolean,
) {
  const cells = new Map<string, number>()
  for (const [at, a] of places.entries())
    for (const b of places.slice(at)) {
      if (a !== b && !overlaps(a, b)) continue
      const pairs = new Set(
        a.borne.flatMap((one) =>
          b.borne.flatMap((other) =>
            one === other || isKin(one, other) ? [] : [cellOf(one, other), cellOf(other, one)],
          ),
        ),
      )
      for (const pair of pairs) cells.set(pair, (cells.get(pair) ?? 0) + 1)
    }
  const { codes } = countPlaces(places, () => [])
  return { cells, codes }
}

/** `levels`: the codes that have one. */
type Levels = {
  levels: ReadonlyMap<string, CodeLevel>
  isAbove: (above: string, below: string) => boolean
}

/** Places with the codes that make steps of ladders alone: of codes one above the other a place has the lower alone, as a passage has. Pure. */
export function levelledPlaces(places: readonly CodedPlace[], { levels, isAbove }: Levels): CodedPlace[] {
  return places.map((place) => {
    const own = place.borne.filter((code) => levels.has(code))
    return { ...place, borne: own.filter((code) => !own.some((other) => isAbove(code, other))) }
  })
}

/**
 * How many places tell that one code leads to another: one bears both, or two overlap of which one bears the one and one the other, and the second is more abstract; with their codes as
 * `levelledPlaces` has them. Pure.
 */
export function countPlaceSteps(places: readonly CodedPlace[], given: Levels) {
  const { levels, isAbove } = given
  const isKin = (one: string, other: string) => isAbove(one, other) || isAbove(other, one)
  const { cells, codes } = countPlacesTogether(levelledPlaces(places, given), isKin)
  const heightOf = (code: string) => height[levels.get(code) ?? 'attribute']
  const steps = [...levels.keys()].flatMap((from) =>
    [...levels.keys()].flatMap((to) => {
      const count = heightOf(to) > heightOf(from) ? (cells.get(cellOf(from, to)) ?? 0) : 0
      return count === 0 ? [] : [{ from, to, places: count }]
    }),
  )
  return { steps, codes }
}

export const cellOf = (row: string, code: string) => `${row} ${code}`
