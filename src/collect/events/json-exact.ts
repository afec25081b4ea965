/**
 * JSON.parse changes numbers that no double holds exactly (12345678901234567890, 1E400, -0). Where a text has such numbers
 * they are kept as written, so that a property comes back exactly as it was sent.
 */
const perhapsInexact = /[:,[]\s*(?:-?[\d.]{16,}|-?[\d.]+[eE]|-0)/

/** Parses JSON; numbers that would change are kept as raw JSON and written back unchanged by JSON.stringify. */
export function parseExactly(text: string): unknown {
  if (!perhapsInexact.test(text)) return JSON.parse(text)
  return parseWithSource(text, (_key, value, context) => {
    if (typeof value !== 'number' || context.source === undefined) return value
    return JSON.stringify(value) === context.source ? value : rawJson(context.source)
  })
}

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown
type SourceText = {
  parse(this: void, text: string, reviver: Reviver): unknown
  rawJSON(this: void, text: string): object
  isRawJSON(this: void, value: unknown): boolean
}

// The "JSON.parse source text access" proposal: in V8 since Node 21, not yet in TypeScript's library.
const {
  parse: parseWithSource,
  rawJSON: rawJson,
  isRawJSON: isRawJson,
} = JSON as Omit<JSON, 'parse'> & SourceText

/** Whether a value is a number kept as written, which looks like an object. */
export { isRawJson }
