import { createHash } from 'node:crypto'

/**
 * A GUID that is the same for the same things every time: for what has none of its own (a code given to a passage, a note). UUID version 8,
 * RFC 9562 §5.8.
 */
export function guidOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
