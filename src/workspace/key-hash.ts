import { createHash } from 'node:crypto'

/** A key as it is kept. Keys are 256 random bits, so a plain hash cannot be guessed back. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** A new key and how it is recognised; `random` are 32 random bytes. */
export function makeKey(given: { kind: 'write' | 'secret'; random: Buffer }): { key: string; hint: string } {
  const key = `samtale_${given.kind}_${given.random.toString('base64url')}`
  return { key, hint: `samtale_${given.kind}_…${key.slice(-4)}` }
}
