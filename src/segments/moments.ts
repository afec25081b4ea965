/** Factors that describe the time at which people were met rather than the people. */
import type { Column } from './levels.ts'

/**
 * Numbers and dates that three or more of which move together: each takes few values, and one tells the others (in 99 % of people). So do
 * interest rates, indexes and temperatures stamped on people by date. They tell when somebody was asked, not who they are.
 */
export function momentColumns(columns: readonly Column[], rows: Uint32Array): string[] {
  const few = columns.filter((column) => {
    if (column.type === 'category') return false
    const distinct = new Set(Array.from(rows, (row) => column.values[row])).size
    return distinct >= 5 && distinct <= 300 && distinct * 5 <= rows.length
  })
  const linked = few.map((column) =>
    few.filter((other) => other !== column && (tells(column, other, rows) || tells(other, column, rows))),
  )
  return few.flatMap((column, index) => ((linked[index] ?? []).length >= 2 ? [column.name] : []))
}

function tells(column: Column, other: Column, rows: Uint32Array): boolean {
  const seen = new Map<unknown, Map<unknown, number>>()
  for (const row of rows) {
    const counts = seen.get(column.values[row]) ?? new Map<unknown, number>()
    counts.set(other.values[row], (counts.get(other.values[row]) ?? 0) + 1)
    seen.set(column.values[row], counts)
  }
  let right = 0
  for (const counts of seen.values()) right += Math.max(...counts.values())
  return right >= 0.99 * rows.length
}
