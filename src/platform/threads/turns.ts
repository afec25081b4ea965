import { availableParallelism } from 'node:os'

/** Threads that work at the same time. The rest of the machine is for everybody else. */
const most = Math.max(2, availableParallelism() - 1)

let working = 0
const waiting: (() => void)[] = []

/** Has a thread do something when no more of them are at work than the machine bears; whoever asked first goes first. */
export async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  if (working < most) working += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    // Whoever waits takes the place as it is.
    const next = waiting.shift()
    if (next) next()
    else working -= 1
  }
}
