import { reach } from '../kit/api.ts'

/** Milliseconds a server that is there takes at most to say so. */
const patience = 5_000

/**
 * Fetches the code of a page. Where the server cannot be reached it throws ProblemError `network`, which is told in the page's place; for any other failure (an
 * older page whose code is gone) the router loads the document anew, and offline a browser would put a page of its own there.
 */
export async function pageCode<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    await reach('/health', { signal: AbortSignal.timeout(patience) })
    throw error
  }
}
