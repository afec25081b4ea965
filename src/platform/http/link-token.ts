import { createHmac, timingSafeEqual } from 'node:crypto'

const idLength = 22
const tokenShape = /^[\w-]{65}$/

/**
 * What stands in the address of a page that needs no account: the link's id (22 characters) and an HMAC-SHA-256 over it with the
 * installation's secret (43), for one kind of page (`what`) and no other. Nothing that is kept lets anybody make one, and nothing in it tells
 * who it is for.
 */
export function linkToken(secret: Buffer, { what, id: linkId }: { what: string; id: string }): string {
  const id = Buffer.from(linkId.replaceAll('-', ''), 'hex').toString('base64url')
  return id + signatureOf(secret, { what, id })
}

/** The link's id, or undefined where this installation has not made the token for this kind of page. */
export function readLinkToken(
  secret: Buffer,
  { what, token }: { what: string; token: string },
): string | undefined {
  if (!tokenShape.test(token)) return undefined
  const id = token.slice(0, idLength)
  const given = Buffer.from(token.slice(idLength))
  const ours = Buffer.from(signatureOf(secret, { what, id }))
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined
  const hex = Buffer.from(id, 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function signatureOf(secret: Buffer, { what, id }: { what: string; id: string }): string {
  return createHmac('sha256', secret).update(`${what}\n${id}`).digest('base64url')
}
