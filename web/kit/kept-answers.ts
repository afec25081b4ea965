/** What a page shows when it is loaded without the network: answers of the server that the page itself chose to keep in this browser. */
import { useSyncExternalStore } from 'react'
import { ProblemError } from './problem.ts'
import { store, stored } from './stored.ts'

/** Answers by their address (`/api/session`), for one member, until a moment (milliseconds since 1970). */
export type KeptPage = { owner: string; until: number; answers: Readonly<Record<string, unknown>> }

/** Keeps what the page at `path` needs; it takes the place of what was kept for it before. Nothing once somebody is signing out. */
export function keepPage(path: string, page: KeptPage): void {
  if (isLeaving) return
  write({ ...keptPages(), [path]: page })
}

/** Lets go of pages that are over and of those of other members; of all, and for as long as this page stands, for nobody (`null`). Answers how many are left. */
export function tidyPages({ owner, now }: { owner: string | null; now: number }): number {
  // An answer that was under way while somebody signed out must not be kept after all.
  if (owner === null) isLeaving = true
  const all = Object.entries(keptPages())
  const left = all.filter(([, page]) => page.owner === owner && page.until > now)
  if (left.length < all.length) write(Object.fromEntries(left))
  return left.length
}

/**
 * What `ask` answers. Where the server cannot be reached and has not answered this since the page was loaded, what the page kept of it; without
 * that the failure stays a failure.
 */
export async function answerOrKept(address: string, ask: () => Promise<unknown>): Promise<unknown> {
  try {
    const answer = await ask()
    answered.add(address)
    tell('answering')
    return answer
  } catch (error) {
    if (answered.has(address) || !isAway(error)) throw error
    const kept = keptPages()[location.pathname]?.answers[address]
    if (kept === undefined) throw error
    tell('standing in')
    return kept
  }
}

/** Whether this page shows what was kept, because the server has not answered since it was loaded. */
export function useStandingIn(): boolean {
  return useSyncExternalStore(listen, () => state === 'standing in')
}

const name = 'offline'
const answered = new Set<string>()
const listeners = new Set<() => void>()
let isLeaving = false
let state: 'answering' | 'standing in' = 'answering'

function tell(next: typeof state): void {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// A proxy answers for a program that is away.
const isAway = (error: unknown) =>
  error instanceof ProblemError && (error.status === 0 || (error.status >= 502 && error.status <= 504))

function keptPages(): Record<string, KeptPage> {
  const text = stored(name)
  if (text === null) return {}
  try {
    // Written by `write` alone.
    return JSON.parse(text) as Record<string, KeptPage>
  } catch {
    return {}
  }
}

function write(pages: Record<string, KeptPage>): void {
  store(name, Object.keys(pages).length === 0 ? null : JSON.stringify(pages))
}
