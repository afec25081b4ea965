import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

/** What a sealed text is for and whose it is: it opens under the same words only. */
type Seal = { secret: Buffer; purpose: string; owner: string }

/**
 * Seals a text with a key made from the installation's secret (AES-256-GCM, key by HKDF-SHA-256), so that the database alone does not tell it.
 * The same text sealed twice looks different.
 */
export function seal(text: string, { secret, purpose, owner }: Seal): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The text that was sealed. Throws where it was changed, or sealed for something else, for another owner or by another installation. */
export function unseal(box: string, { secret, purpose, owner }: Seal): string {
  const bytes = Buffer.from(box, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), bytes.subarray(0, 12))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

const keys = new WeakMap<Buffer, Map<string, KeyObject>>()

function keyOf(secret: Buffer, purpose: string): KeyObject {
  const made = keys.get(secret) ?? new Map<string, KeyObject>()
  keys.set(secret, made)
  const known = made.get(purpose)
  if (known) return known
  // A key object is taken as it is; bytes are looked at anew by every cipher.
  const key = createSecretKey(
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `samtale ${purpose}`, 32)),
  )
  made.set(purpose, key)
  return key
}
