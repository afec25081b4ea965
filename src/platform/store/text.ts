/**
 * PostgreSQL text and jsonb refuse NUL and replace lone surrogates; JSON and JavaScript allow both. Such characters are
 * written as a marker (U+F8FE, private use) followed by four hex digits, and so is the marker itself: reversible and exact.
 */
const marker = '\uF8FE'
const refused = /[\0\uF8FE]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const encoded = /\uF8FE([0-9a-f]{4})/g

/** The text as both engines can keep it. */
export function encodeText(text: string): string {
  // Nearly every text is fine, and these three look at it far faster than the expression.
  if (text.isWellFormed() && !text.includes('\0') && !text.includes(marker)) return text
  return text.replace(refused, (unit) => marker + unit.charCodeAt(0).toString(16).padStart(4, '0'))
}

/** The text as it was given to {@link encodeText}. */
export function decodeText(text: string): string {
  if (!text.includes(marker)) return text
  return text.replace(encoded, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const betweenTabs = /[\\\t\n\r]/g
const tabEscapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A text {@link encodeText} has seen, as one value of ClickHouse's format TabSeparated. */
export function tabText(text: string): string {
  return text.replace(betweenTabs, (unit) => tabEscapes[unit] ?? unit)
}

/** Encodes every string (and key) inside a JSON value; anything else is returned as it is. */
export function encodeDeep(value: unknown): unknown {
  return hasString(value, (text) => encodeText(text) !== text) ? mapStrings(value, encodeText) : value
}

/** Undoes {@link encodeDeep}. */
export function decodeDeep(value: unknown): unknown {
  return hasString(value, (text) => text.includes(marker)) ? mapStrings(value, decodeText) : value
}

/** Looking costs far less than copying, and nearly every value is fine as it is. */
function hasString(value: unknown, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value)
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value))
    return false
  if (Array.isArray(value)) return value.some((item) => hasString(item, test))
  return Object.entries(value).some(([key, item]) => test(key) || hasString(item, test))
}

function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map))
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value))
    return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [map(key), mapStrings(item, map)]))
}
