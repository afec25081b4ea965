import { availableParallelism } from 'node:os'

/** Threads that work at the same time. The rest of the machine is for everybody else. */
const mostAtWork = Math.max(2, availableParallelism() - 1)

/** Has a thread do something for somebody (a workspace) when no more of them are at work than the machine bears. */
export const inTurn = newTurns(mostAtWork)

type Line = { working: number; waiting: (() => void)[] }

/**
 * Places for so much work at a time. A place goes to who has the fewest of them, and of these to who had none for longest: whoever brings a hundred
 * slow files waits behind their own.
 */
export function newTurns(most: number) {
  // In the order in which they came or last gave a place back.
  const lines = new Map<string, Line>()
  let working = 0
  const give = () => {
    while (working < most) {
      let line: Line | undefined
      for (const one of lines.values())
        if (one.waiting.length > 0 && (line === undefined || one.working < line.working)) line = one
      if (line === undefined) return
      working += 1
      line.working += 1
      line.waiting.shift()?.()
    }
  }
  return async <Answer>(whose: string, work: () => Promise<Answer>): Promise<Answer> => {
    const line = lines.get(whose) ?? { working: 0, waiting: [] }
    lines.set(whose, line)
    await new Promise<void>((resolve) => {
      line.waiting.push(resolve)
      give()
    })
    try {
      return await work()
    } finally {
      working -= 1
      line.working -= 1
      lines.delete(whose)
      if (line.working > 0 || line.waiting.length > 0) lines.set(whose, line)
      give()
    }
  }
}
