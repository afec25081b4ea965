import { createHmac, createSecretKey, type Hmac, type KeyObject } from 'node:crypto'

const keys = new WeakMap<Buffer, KeyObject>()

/**
 * HMAC-SHA-256 with the installation's secret, to be fed and read. Made ready once: a secret given as bytes costs most of the time of a short hash, and
 * imports hash each of their people.
 */
export function keyedHash(secret: Buffer): Hmac {
  const key = keys.get(secret) ?? createSecretKey(secret)
  keys.set(secret, key)
  return createHmac('sha256', key)
}
