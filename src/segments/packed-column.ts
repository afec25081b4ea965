/** A column in a form that a thread takes over at the price of its numbers. */
import type { Column } from './levels.ts'

/** `codes` are 0 for what is not known, else one more than the place in `levels`. */
export type PackedColumn =
  | { name: string; type: 'number' | 'date'; permitted: boolean; values: Float64Array }
  | { name: string; type: 'category'; permitted: boolean; codes: Uint32Array; levels: (string | boolean)[] }

/** The column as the algorithms take it. */
export function unpackColumn(column: PackedColumn): Column {
  const { name, type, permitted } = column
  if (type !== 'category') return { name, type, permitted, values: column.values }
  const values = Array.from(column.codes, (code) => (code === 0 ? null : (column.levels[code - 1] ?? null)))
  return { name, type, permitted, values }
}
