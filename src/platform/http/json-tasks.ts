import { answerTasks } from '../threads/answer-tasks.ts'

// Runs in a thread of its own: a body of forty megabytes takes a third of a second to parse.

type Parsed = { state: 'parsed'; value: unknown } | { state: 'broken' } | { state: 'too much' }

const tasks = { parse }
export type JsonTasks = typeof tasks

answerTasks(tasks)

function parse(bytes: Uint8Array): Parsed {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return { state: 'broken' }
  }
  return isModest(value) ? { state: 'parsed', value } : { state: 'too much' }
}

/** What a body may hold, far more than any: checking each value against what was asked for takes its time. */
const mostValues = 100_000
const deepest = 50

function isModest(value: unknown): boolean {
  let level = [value]
  for (let depth = 0, values = 0; level.length > 0; depth++) {
    values += level.length
    if (values > mostValues || depth > deepest) return false
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return true
}
