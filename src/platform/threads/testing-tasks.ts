import { answerTasks } from './answer-tasks.ts'
import type { Want } from './thread.ts'

// What the tests of threads ask.

const tasks = {
  add: ([a, b]: [number, number]) => a + b,
  sum: (numbers: Float64Array) => numbers.reduce((sum, number) => sum + number, 0),
  list: (length: number) => ({
    rows: Array.from({ length }, (_, at) => ({ at, words: ['a', 'b'], notes: new Map([[at, [at]]]) })),
    names: new Map(Array.from({ length }, (_, at) => [`n${at}`, at])),
  }),
  spin: (milliseconds: number) => {
    const until = performance.now() + milliseconds
    while (performance.now() < until);
    return milliseconds
  },
  swell: () => {
    const held: string[][] = []
    for (;;) held.push(Array.from({ length: 10_000 }, (_, at) => `${at} ${held.length}`))
  },
  swellBeside: () => {
    const held: Buffer[] = []
    for (let at = 0; at < 4000; at++) held.push(Buffer.alloc(1 << 20, at))
    return held.length
  },
  nest: (): number => nested(1),
  fail: () => {
    throw new TypeError('a fault')
  },
  outOfRange: () => new Date(Number.NaN).toISOString(),
  read: async (bytes: number, want: Want) => {
    const piece = (await want('bytes', bytes)) as Uint8Array
    return piece.length
  },
}
export type TestingTasks = typeof tasks

answerTasks(tasks)

function nested(depth: number): number {
  return nested(depth + 1) + 1
}
