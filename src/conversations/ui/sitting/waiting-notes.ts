import { stored } from '../../../../web/kit/index.ts'
import { waitingKey } from './waiting-key.ts'

/**
 * Sends notes that still wait in this browser from an earlier time: before a crash, before signing out. Call it once somebody is signed in; it costs
 * nothing where none wait.
 */
export async function sendWaitingNotes(owner: string): Promise<void> {
  if (stored(waitingKey(owner)) === null) return
  const { sendNotes } = await import('./send-notes.ts')
  await sendNotes(owner)
}
