import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { takenBackKinds } from './own-uses.ts'

/** Proof of what somebody took back and when. It holds ids and the words shown, no name and nothing they said. */
export const WithdrawalReceipt = z.object({
  format: z.literal('samtale-withdrawal-1'),
  receiptId: z.string(),
  workspaceId: z.string(),
  studyId: z.string(),
  at: z.string(),
  language: z.string(),
  withdrawn: z.array(z.object({ use: z.enum(takenBackKinds), wording: z.string() })),
  /** How many earlier exports held their words; those who took them are told. */
  exportsTold: z.int(),
  /** HMAC-SHA-256 (base64url) over the lines above with this installation's secret. */
  signature: z.string(),
})
export type WithdrawalReceipt = z.output<typeof WithdrawalReceipt>

/** Signs what a receipt says. */
export function signWithdrawal(
  secret: Buffer,
  said: Omit<WithdrawalReceipt, 'signature'>,
): WithdrawalReceipt {
  return { ...said, signature: signatureOf(secret, said) }
}

/** Whether this installation signed exactly this. */
export function isOurWithdrawal(secret: Buffer, { signature, ...said }: WithdrawalReceipt): boolean {
  const ours = Buffer.from(signatureOf(secret, said))
  const theirs = Buffer.from(signature)
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

function signatureOf(secret: Buffer, said: Omit<WithdrawalReceipt, 'signature'>): string {
  const { format, receiptId, workspaceId, studyId, at, language, withdrawn, exportsTold } = said
  const lines = [format, receiptId, workspaceId, studyId, at, language, String(exportsTold)]
  // JSON keeps apart what a joined text would run together.
  const text = JSON.stringify([...lines, ...withdrawn.map(({ use, wording }) => [use, wording])])
  return createHmac('sha256', secret).update(text).digest('base64url')
}
