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

/** How long an answer is waited for before what was kept of it is shown, milliseconds. It takes its place when it comes after all. */
const patience = 1500
/** A request without an answer is given up after this, milliseconds, so that it does not stand in the way once the network is back. */
const longest = 7000

/**
 * What `ask` answers. Where the server cannot be reached or does not answer, and has not answered this since the page was loaded, what the page kept of
 * it until its moment; without that the failure stays a failure. Who may not read it any more keeps nothing of the page.
 */
export async function answerOrKept(
  address: string,
  ask: (givenUp?: AbortSignal) => Promise<unknown>,
): Promise<unknown> {
  const isKept = keptAnswer(address) !== undefined
  if (!isKept && standIns === 0) return newestOrKept(address, ask())
  const newest = newestOrKept(address, ask(AbortSignal.timeout(longest)))
  if (!isKept || answered.has(address)) return newest
  // Where one does not answer, the others are not waited for.
  const wait = timer(standIns === 0 ? patience : 0)
  const first = await Promise.race([newest.finally(wait.stop), wait.over])
  return first === late ? (standIn(address) ?? newest) : first
}

async function newestOrKept(address: string, asked: Promise<unknown>): Promise<unknown> {
  try {
    const answer = await asked
    settle(address)
    return answer
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    if (!isAway(error)) {
      if ([401, 403, 404].includes(error.status)) dropPage(address)
      settle(address)
    }
    const kept = answered.has(address) ? undefined : standIn(address)
    if (kept === undefined) throw error
    return kept
  }
}

/** What was kept, from now on in the place of what the server would say. */
function standIn(address: string): unknown {
  const kept = keptAnswer(address)
  if (kept === undefined) return undefined
  standingIn.set(address, location.pathname)
  tell()
  return kept
}

const late = Symbol('late')

function timer(ms: number): { over: Promise<typeof late>; stop: () => void } {
  let stop = () => {}
  const over = new Promise<typeof late>((resolve) => {
    const waiting = setTimeout(() => resolve(late), ms)
    stop = () => clearTimeout(waiting)
  })
  return { over, stop }
}

/** Whether this page shows what was kept, because the server has not answered some of it since it was loaded. */
export function useStandingIn(): boolean {
  return useStandIns() > 0
}

/** For how many addresses something kept stands in. Each leaves that number once at most while a page stands, however they come and go. */
export function useStandIns(): number {
  return useSyncExternalStore(listen, () => standIns)
}

const name = 'offline'
const answered = new Set<string>()
/** Addresses for which something kept stands in, with the path of the page that shows it. */
const standingIn = new Map<string, string>()
const listeners = new Set<() => void>()
let isLeaving = false
let standIns = 0

function tell(): void {
  if (standingIn.size === standIns) return
  standIns = standingIn.size
  for (const listener of listeners) listener()
}

/** The server has answered this. What stood in on another page than is shown now is asked again there. */
function settle(address: string): void {
  answered.add(address)
  standingIn.delete(address)
  for (const [other, path] of standingIn) if (path !== location.pathname) standingIn.delete(other)
  tell()
}

function keptAnswer(address: string): unknown {
  const page = Object.entries(keptPages()).find(([path]) => path === location.pathname)?.[1]
  return page && page.until > Date.now() ? page.answers[address] : undefined
}

function dropPage(address: string): void {
  const all = Object.entries(keptPages())
  const left = all.filter(([path, { answers }]) => path !== location.pathname || !(address in answers))
  if (left.length < all.length) write(Object.fromEntries(left))
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// A proxy answers for a program that is away.
const isAway = ({ status }: ProblemError) => status === 0 || (status >= 502 && status <= 504)

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
