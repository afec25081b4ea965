/** Pages that open again without the network: what they show is kept by `keepPage`, what they are made of by a service worker of our own. */
import { tidyPages } from './kept-answers.ts'

/**
 * Keeps the program's own files that such a page is made of, with the words of one language, and renews them with every build. Browsers do so on
 * https and on this machine only; elsewhere the page needs the network to open.
 */
export async function keepProgram(locale: string): Promise<void> {
  await workers()
    ?.register(`/offline.js?${locale}`)
    .catch(() => undefined)
}

/** Lets go of what is kept for nobody any more; with the last page the program's files and the worker go too. `owner` is who is signed in now. */
export async function tidyOffline(owner: string | null): Promise<void> {
  if (tidyPages({ owner, now: Date.now() }) > 0) return
  const worker = await workers()?.getRegistration('/')
  // A page may have asked for it meanwhile.
  if (!worker || tidyPages({ owner, now: Date.now() }) > 0) return
  await worker.unregister()
  for (const name of await caches.keys()) if (name.startsWith('samtale-')) await caches.delete(name)
}

/** Whether this browser keeps pages of ours at this address. */
export const keepsPages = () => workers() !== undefined

/** Whether a page of ours that is loaded now without the network would open. */
export const opensWithoutNetwork = () => workers()?.controller != null

// Missing on pages without TLS, and refused by some private windows.
const workers = () => (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker
