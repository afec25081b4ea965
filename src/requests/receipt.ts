import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Proof that somebody's data were removed, without saying whose. */
export const Receipt = z.object({
  format: z.literal('samtale-erasure-1'),
  requestId: z.string(),
  workspaceId: z.string(),
  requestedAt: z.string(),
  completedAt: z.string(),
  /** Rows removed, by room; under `<room>: elsewhere` rows of others that named them, and have a mark there now. */
  removed: z.record(z.string(), z.int()),
  /** Rows found afterwards, by room: all 0, or there is no receipt. */
  remaining: z.record(z.string(), z.int()),
  /** What stays: the words about consent, by number only, as proof of what was allowed. */
  kept: z.literal('consent ledger, by number'),
  /** HMAC-SHA-256 (base64url) over the lines above with this installation's secret. */
  signature: z.string(),
})
export type Receipt = z.output<typeof Receipt>

/** Signs what a receipt says. */
export function signReceipt(secret: Buffer, said: Omit<Receipt, 'signature'>): Receipt {
  return { ...said, signature: signatureOf(secret, said) }
}

/** Whether this installation signed exactly this. */
export function isOurReceipt(secret: Buffer, receipt: Receipt): boolean {
  const { signature, ...said } = receipt
  const ours = Buffer.from(signatureOf(secret, said))
  const theirs = Buffer.from(signature)
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

function signatureOf(secret: Buffer, said: Omit<Receipt, 'signature'>): string {
  return createHmac('sha256', secret).update(canonical(said)).digest('base64url')
}

/** JSON with sorted keys: the same words give the same text, in whatever order they were stored. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}
