import { encodeText } from './text.ts'

/**
 * ClickHouse SQL as text a reader can run, with every value bound. A bare string inside the tag is a type error:
 * values are wrapped by the functions below, which name their ClickHouse type.
 */
export type Sql = { readonly text: string; readonly params: Readonly<Record<string, unknown>> }

/** One value with its ClickHouse type. */
export type Bound = { readonly type: string; readonly value: unknown }

type Part = Sql | Bound

let fragments = 0

/** A piece of ClickHouse SQL; pieces nest. */
export function sql(strings: TemplateStringsArray, ...parts: Part[]): Sql {
  const params: Record<string, unknown> = {}
  let text = strings[0] ?? ''
  for (const [index, part] of parts.entries()) {
    if ('text' in part) {
      text += part.text
      Object.assign(params, part.params)
    } else {
      fragments = (fragments + 1) % 1_000_000_000
      const name = `p${fragments}`
      params[name] = part.value
      text += `{${name}:${part.type}}`
    }
    text += strings[index + 1] ?? ''
  }
  return { text, params }
}

/** Pieces joined by a separator, e.g. conditions by ` AND `. */
export function join(parts: readonly Sql[], separator: string): Sql {
  return {
    text: parts.map((part) => part.text).join(separator),
    params: Object.assign({}, ...parts.map((part) => part.params)),
  }
}

/** Trusted text of our own making (a column or table name from a fixed list). Never for input. */
export function trusted(text: string): Sql {
  return { text, params: {} }
}

export const uuid = (value: string): Bound => ({ type: 'UUID', value })
export const text = (value: string): Bound => ({ type: 'String', value: encodeText(value) })
export const texts = (values: readonly string[]): Bound => ({
  type: 'Array(String)',
  value: values.map(encodeText),
})
export const u32 = (value: number): Bound => ({ type: 'UInt32', value })
export const u32s = (values: readonly number[]): Bound => ({ type: 'Array(UInt32)', value: values })
export const u64 = (value: bigint | number): Bound => ({ type: 'UInt64', value: String(value) })
export const u64s = (values: readonly string[]): Bound => ({
  type: 'Array(UInt64)',
  value: values.map(BigInt),
})
export const f64 = (value: number): Bound => ({ type: 'Float64', value })
/** A moment; bound as text because a bound Date loses its milliseconds on one of the two drivers. */
export const moment = (value: Date): Bound => ({
  type: 'DateTime64(3)',
  value: value.toISOString().slice(0, 23).replace('T', ' '),
})
export const day = (value: Date): Bound => ({ type: 'Date', value: value.toISOString().slice(0, 10) })
