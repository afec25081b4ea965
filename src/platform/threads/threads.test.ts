import { describe, expect, onTestFinished, test } from 'vitest'
import { keptThreads, newTurns, startThread, ThreadLimit, type ThreadLimits } from './index.ts'
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

  test('is not ended for what the program and its neighbours take meanwhile', async () => {
    const [honest, large] = [thread({ megabytes: 64 }), thread({ megabytes: 64 })]
    await honest.ask('add', [1, 2])
    const spun = honest.ask('spin', 1500)
    const swollen = large.ask('swellBeside', undefined as never)
    const held = Array.from({ length: 300 }, (_, at) => Buffer.alloc(1 << 20, at + 1))
    await expect(swollen).rejects.toThrow(ThreadLimit)
    expect(await spun).toBe(1500)
    expect(held).toHaveLength(300)
  })

  test.each([
    ['fail', TypeError],
    ['outOfRange', RangeError],
  ] as const)('that fails by a fault of ours fails as that (%s)', async (name, fault) => {
    const faulty = thread()
    await expect(faulty.ask(name, undefined as never)).rejects.toThrow(fault)
    expect(await faulty.ask('add', [1, 2])).toBe(3)
  })

  test('gets what is handed over without a copy: here it is empty afterwards', async () => {
    const numbers = Float64Array.of(1, 2, 3)
    expect(await thread().ask('sum', numbers, [numbers])).toBe(6)
    expect(numbers).toHaveLength(0)
  })

  test('that nobody knows, or that cannot be handed over, fails and leaves the thread as it was', async () => {
    const one = thread()
    await expect(one.ask('unheard' as never, undefined as never)).rejects.toThrow('unheard')
    await expect(one.ask('add', [() => 1, 2] as never)).rejects.toThrow('could not be cloned')
    expect(await one.ask('add', [1, 2])).toBe(3)
    await expect(one.ask('read', 12)).rejects.toThrow('bytes')
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
    const kept = keptThreads<TestingTasks>({ module, limits })({ whose: 'somebody' })
    const asked = [1, 2, 3, 4, 5].map((n) => kept.ask('add', [n, n]))
    const slow = kept.ask('spin', 60_000)
    await expect(slow).rejects.toThrow(ThreadLimit)
    expect(await Promise.all(asked)).toEqual([2, 4, 6, 8, 10])
    expect(await kept.ask('add', [20, 1])).toBe(21)
  })
})

describe('turns', () => {
  /** What is under way, in the order it began; each ends when it is told to. */
  function places(most: number, ofOne = most) {
    const inTurn = newTurns({ most, ofOne })
    const begun: { called: string; end: (said: 'done' | Error) => void }[] = []
    const begin = (whose: string, called: string, signal?: AbortSignal) =>
      inTurn({ whose, signal }, () => {
        const { promise, resolve, reject } = Promise.withResolvers<string>()
        begun.push({ called, end: (said) => (said === 'done' ? resolve(called) : reject(said)) })
        return promise
      })
    const calls = async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return begun.map(({ called }) => called)
    }
    return { begin, begun, calls }
  }

  test('go to who has none before those who have one, so that nobody waits behind all the files of another', async () => {
    const { begin, begun, calls } = places(2)
    const all = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'c1'].map((called) =>
      begin(called.slice(0, 1), called),
    )
    expect(await calls()).toEqual(['a1', 'a2'])
    for (let at = 0; at < all.length; at++) {
      await calls()
      begun[at]?.end('done')
    }
    expect(await calls()).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4', 'a5'])
    expect(await Promise.all(all)).toHaveLength(8)
  })

  test('leave a place for others, however many slow files one brings', async () => {
    const { begin, begun, calls } = places(3, 2)
    const all = ['a1', 'a2', 'a3', 'b1', 'b2'].map((called) => begin(called.slice(0, 1), called))
    expect(await calls()).toEqual(['a1', 'a2', 'b1'])
    begun[2]?.end('done')
    expect(await calls()).toEqual(['a1', 'a2', 'b1', 'b2'])
    begun[0]?.end('done')
    expect(await calls()).toEqual(['a1', 'a2', 'b1', 'b2', 'a3'])
    for (const { end } of begun) end('done')
    expect(await Promise.all(all)).toHaveLength(5)
  })

  test('pass to the next where somebody has gone who waited or never stood in the line', async () => {
    const { begin, begun, calls } = places(1)
    const gone = new AbortController()
    const first = begin('a', 'first')
    const second = begin('b', 'second', gone.signal)
    const third = begin('b', 'third')
    gone.abort()
    await expect(second).rejects.toMatchObject({ id: 'sender-gone' })
    await expect(begin('c', 'fourth', gone.signal)).rejects.toMatchObject({ id: 'sender-gone' })
    begun[0]?.end('done')
    expect(await calls()).toEqual(['first', 'third'])
    begun[1]?.end('done')
    expect(await Promise.all([first, third])).toEqual(['first', 'third'])
  })

  test('stay with whoever is at work, gone or not: what was begun is done', async () => {
    const { begin, begun, calls } = places(1)
    const gone = new AbortController()
    const first = begin('a', 'first', gone.signal)
    await calls()
    gone.abort()
    begun[0]?.end('done')
    expect(await first).toBe('first')
  })

  test('are given back by what fails', async () => {
    const { begin, begun, calls } = places(1)
    const first = begin('a', 'first')
    const second = begin('a', 'second')
    expect(await calls()).toEqual(['first'])
    begun[0]?.end(new Error('a fault'))
    await expect(first).rejects.toThrow('a fault')
    expect(await calls()).toEqual(['first', 'second'])
    begun[1]?.end('done')
    expect(await second).toBe('second')
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
    ['a long record', Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`n${at}`, [at]]))],
    ['a long set', { of: new Set(Array.from({ length: 9000 }, (_, at) => at)) }],
    ['a key of every object', JSON.parse(`{"__proto__":{"all":[${'1,'.repeat(9000)}1]}}`)],
  ]

  test.each(values)('%s is the same when it is put together again', (_, value) => {
    const { value: light, pieces } = cutInPieces(value)
    const whole = structuredClone(light)
    for (const piece of pieces) fillPiece(whole, structuredClone(piece))
    expect(whole).toEqual(value)
  })

  const many = Array.from({ length: 100_000 }, (_, at) => [at])
  test.each([
    ['a list', many],
    ['a record', Object.fromEntries(many.map((item, at) => [`n${at}`, item]))],
    ['a map', new Map(many.map((item, at) => [at, item]))],
    ['a set', new Set(many.keys())],
  ])('holds little in each piece (%s)', (_, rows) => {
    const { value, pieces } = cutInPieces({ rows })
    expect(value).toEqual({ rows: cutInPieces(rows).value })
    expect(JSON.stringify(value)).toHaveLength(11)
    expect(pieces.length).toBeGreaterThan(15)
    for (const { items } of pieces) expect(items.length).toBeLessThanOrEqual(5000)
  })

  test.each([
    ['a map', new Map([[{ at: 1 }, [1]]])],
    ['a set', new Set([{ at: 1 }])],
  ])('is refused where its place could not be named (%s)', (_, value) => {
    expect(() => cutInPieces({ value })).toThrow(TypeError)
  })
})
