import { createHmac, timingSafeEqual } from 'node:crypto'

const idLength = 22
const tokenShape = /^[\w-]{65}$/

/**
 * What stands behind `/p/`: the link's id (22 characters) and an HMAC-SHA-256 over it with the installation's secret (43). Nothing that is
 * kept lets anybody make one, and nothing in it tells who it is for.
 */
export function linkToken(secret: Buffer, linkId: string): string {
  const id = Buffer.from(linkId.replaceAll('-', ''), 'hex').toString('base64url')
  return id + signatureOf(secret, id)
}

/** The link's id, or undefined where this installation has not made the token. */
export function readToken(secret: Buffer, token: string): string | undefined {
  if (!tokenShape.test(token)) return undefined
  const id = token.slice(0, idLength)
  const given = Buffer.from(token.slice(idLength))
  const ours = Buffer.from(signatureOf(secret, id))
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined
  const hex = Buffer.from(id, 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function signatureOf(secret: Buffer, id: string): string {
  return createHmac('sha256', secret).update(`person-link\n${id}`).digest('base64url')
}
