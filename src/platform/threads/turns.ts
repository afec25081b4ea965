import { availableParallelism } from 'node:os'
import { Problem } from '../http/problem.ts'

/** Whose turn it is (a workspace's), and how to hear that they no longer wait. */
export type Asker = { whose: string; signal?: AbortSignal | undefined }

/** Threads at work for one workspace. The rest of the machine is for everybody else. */
const ofOne = Math.max(2, availableParallelism() - 1)

/** Has a thread do something for somebody when no more of them are at work than the machine bears. One place is kept for others. */
export const inTurn = newTurns({ most: ofOne + 1, ofOne })

type Line = { working: number; waiting: (() => void)[] }

/**
 * Places for so much work at a time, for one workspace no more than `ofOne`: whoever fills theirs with slow files keeps nobody else out. A place goes to who
 * has the fewest of them, and of these to who had none for longest. Whoever goes away while they wait leaves the line: `sender-gone` (499).
 */
export function newTurns({ most, ofOne }: { most: number; ofOne: number }) {
  // In the order in which they came or last gave a place back.
  const lines = new Map<string, Line>()
  let working = 0
  const give = () => {
    while (working < most) {
      let line: Line | undefined
      for (const one of lines.values())
        if (one.waiting.length > 0 && one.working < (line?.working ?? ofOne)) line = one
      if (line === undefined) return
      working += 1
      line.working += 1
      line.waiting.shift()?.()
    }
  }
  const wait = (line: Line, signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        line.waiting.splice(line.waiting.indexOf(go), 1)
        reject(senderGone())
      }
      if (signal?.aborted === true) return reject(senderGone())
      signal?.addEventListener('abort', leave, { once: true })
      line.waiting.push(go)
      give()
    })
  return async <Answer>({ whose, signal }: Asker, work: () => Promise<Answer>): Promise<Answer> => {
    const line = lines.get(whose) ?? { working: 0, waiting: [] }
    lines.set(whose, line)
    try {
      await wait(line, signal)
    } catch (error) {
      if (line.working === 0 && line.waiting.length === 0) lines.delete(whose)
      throw error
    }
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

const senderGone = () =>
  new Problem({
    id: 'sender-gone',
    status: 499,
    detail: 'Whoever asked went away while this waited for its turn. Nothing was kept; send it again.',
  })
