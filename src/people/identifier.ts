/** The kinds of identifier, strongest first. Other kinds may be kept; these join people and events. */
export const identifierKinds = ['user_id', 'customer_id', 'email', 'anonymous_id'] as const

export type Identifier = { kind: string; value: string }

/** How many a person has at most; a row that would give a second one names somebody else. */
export const limits: Readonly<Record<string, number>> = { user_id: 1, customer_id: 1 }

const longest = 500

/**
 * An identifier as it is matched: trimmed, e-mail in lower case. Undefined where the value says nobody: empty, "null",
 * "anonymous", only zeros and dashes, or longer than 500 characters, as a broken export writes it for thousands of people at once.
 */
export function normaliseIdentifier({ kind, value }: Identifier): Identifier | undefined {
  const trimmed = value.trim()
  const text = kind === 'email' ? trimmed.toLowerCase() : trimmed
  if (text.length > longest || Buffer.byteLength(text) > 4 * longest || isBlocked(text)) return undefined
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text)) return undefined
  return { kind, value: text }
}

/** One text for an identifier, for maps. */
export function identifierKey({ kind, value }: Identifier): string {
  return `${kind}\n${value}`
}

/** The place in the order of strength; unknown kinds come last. */
export function strength(kind: string): number {
  const place = identifierKinds.findIndex((known) => known === kind)
  return place === -1 ? identifierKinds.length : place
}

const blocked = new Set([
  '-1',
  'null',
  'undefined',
  'none',
  'nil',
  'nan',
  'n/a',
  'na',
  'anonymous',
  'anon',
  'unknown',
  'guest',
  'true',
  'false',
  '[object object]',
])

function isBlocked(value: string): boolean {
  return /^[0-]*$/.test(value) || blocked.has(value.toLowerCase())
}
