import { setImmediate as others } from 'node:timers/promises'

/** Longest time in which nobody else is served. */
const longest = 50

/** Serves others when it has been long since they were; called again and again in long work. */
export function newBreath(): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < longest) return
    await others()
    last = performance.now()
  }
}
