import { describe, expect, onTestFinished, test } from 'vitest'
import { keptThreads, startThread, ThreadLimit, type ThreadLimits } from './index.ts'
import { cutInPieces, fillPiece } from './pieces.ts'
import type { TestingTasks } from './testing-tasks.ts'

const module = new URL('./testing-tasks.ts', import.meta.url)

function thread(
  limits: Partial<ThreadLimits> = {},
  wants: Record<string, (given: never) => Promise<unknown>> = {},
) {
  const started = startThread<TestingTasks>({
    module,
    limits: { milliseconds: 30_000, megabytes: 256, ...limits },
    wants,
  })
  onTestFinished(started.end)
  return started
}

describe('work in a thread of its own', () => {
  test('is answered, one question after another', async () => {
    const one = thread()
    expect(await one.ask('add', [1, 2])).toBe(3)
    expect(await one.ask('add', [3, 4])).toBe(7)
    expect(one.state()).toBe('running')
  })

  test('comes whole although it comes in pieces', async () => {
    const { rows, names } = await thread().ask('list', 20_000)
    expect(rows).toHaveLength(20_000)
    expect(rows[19_999]).toEqual({ at: 19_999, words: ['a', 'b'], notes: new Map([[19_999, [19_999]]]) })
    expect(names.get('n12345')).toBe(12_345)
    expect(names.size).toBe(20_000)
  })

  test('that takes too long is ended and says so', async () => {
    const slow = thread({ milliseconds: 300 })
    await expect(slow.ask('spin', 60_000)).rejects.toThrow(ThreadLimit)
    expect(slow.state()).toBe('over')
    await expect(slow.ask('add', [1, 2])).rejects.toThrow('cannot be asked')
  })

  test.each(['swell', 'swellBeside', 'nest'] as const)(
    'that takes more than it may is ended and says so (%s)',
    async (name) => {
      const large = thread({ megabytes: 64 })
      await expect(large.ask(name, undefined as never)).rejects.toThrow(ThreadLimit)
    },
  )

  test('that fails by a fault of ours fails as that', async () => {
    const faulty = thread()
    await expect(faulty.ask('fail', undefined as never)).rejects.toThrow(TypeError)
    expect(await faulty.ask('add', [1, 2])).toBe(3)
  })

  test('gets what it wants, and the time that takes is not its own', async () => {
    const reading = thread(
      { milliseconds: 1500 },
      {
        bytes: async (length: number) => {
          await new Promise((resolve) => setTimeout(resolve, 2500))
          return new Uint8Array(length)
        },
      },
    )
    expect(await reading.ask('read', 12)).toBe(12)
  })

  test('hears when what it wants cannot be had', async () => {
    const reading = thread({}, { bytes: () => Promise.reject(new Error('the disk is gone')) })
    await expect(reading.ask('read', 12)).rejects.toThrow('the disk is gone')
  })
})

describe('kept threads', () => {
  const limits = { milliseconds: 2000, megabytes: 128 }

  test('answer many at once, and go on after one of them was ended', async () => {
    const kept = keptThreads<TestingTasks>({ module, limits })
    const asked = [1, 2, 3, 4, 5].map((n) => kept.ask('add', [n, n]))
    const slow = kept.ask('spin', 60_000)
    await expect(slow).rejects.toThrow(ThreadLimit)
    expect(await Promise.all(asked)).toEqual([2, 4, 6, 8, 10])
    expect(await kept.ask('add', [20, 1])).toBe(21)
  })
})

describe('a value cut in pieces', () => {
  const values: [string, unknown][] = [
    ['a word', 'word'],
    ['nothing', null],
    ['a short list', [1, 2, 3]],
    [
      'a long list of long lists',
      Array.from({ length: 3 }, () => Array.from({ length: 9000 }, (_, at) => at)),
    ],
    ['a long list of objects', { all: Array.from({ length: 9000 }, (_, at) => ({ at, own: [at, { at }] })) }],
    [
      'a map of lists',
      new Map<string, unknown>([
        ['a', Array.from({ length: 6000 }, (_, at) => [at])],
        ['b', [1]],
      ]),
    ],
    ['a long map', { map: new Map(Array.from({ length: 9000 }, (_, at) => [at, { at, list: [at] }])) }],
    ['bytes', { bytes: new Uint8Array(20_000) }],
  ]

  test.each(values)('%s is the same when it is put together again', (_, value) => {
    const { value: light, pieces } = cutInPieces(value)
    const whole = structuredClone(light)
    for (const piece of pieces) fillPiece(whole, structuredClone(piece))
    expect(whole).toEqual(value)
  })

  test('holds little in each piece', () => {
    const { value, pieces } = cutInPieces({ rows: Array.from({ length: 100_000 }, (_, at) => [at]) })
    expect(value).toEqual({ rows: [] })
    expect(pieces.length).toBeGreaterThan(30)
    for (const { items } of pieces) expect(items.length).toBeLessThanOrEqual(5000)
  })
})
