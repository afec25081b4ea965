/** Dates as numbers of days since 1970, so that they are cut into ranges as numbers are, and the days at which one cuts. */

/** 2011-03-01 → 15034; NaN for what is no date. A time of day behind it is left out. */
export function dayOf(text: string): number {
  const found = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  return found === undefined ? Number.NaN : Date.parse(found) / dayMs
}

/** 15034 → 2011-03-01. */
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** The day in (above, upTo] that is easiest to say: the first of a year, else of a quarter, else of a month, nearest to `wanted`; else `wanted` itself. */
export function roundestDay({
  above,
  upTo,
  wanted,
}: {
  above: number
  upTo: number
  wanted: number
}): number {
  for (const months of [12, 3, 1]) {
    const first = monthOf(above)
    const starts = Array.from({ length: monthOf(upTo) - first + 1 }, (_, at) => first + at)
      .filter((month) => month % months === 0)
      .map(startOf)
      .filter((day) => day > above && day <= upTo)
    const nearest = starts.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]
    if (nearest !== undefined) return nearest
  }
  return wanted > above ? wanted : upTo
}

const dayMs = 86_400_000

/** Months since the year nought: a multiple of 12 is a January. */
function monthOf(day: number): number {
  const date = new Date(day * dayMs)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

const startOf = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1) / dayMs
