import { Worker } from 'node:worker_threads'
import { fillPiece, type Piece } from './pieces.ts'

/** What a thread can be asked, by name. Each takes and gives what can be cloned. */
export type Tasks = Record<string, (given: never, want: Want) => unknown>

/** Asks whoever asked for something it has, such as the next bytes of a file. */
export type Want = (name: string, given: unknown) => Promise<unknown>

type Bytes = { buffer: ArrayBufferLike }

type Given<Task> = Task extends (given: infer Value, want: Want) => unknown ? Value : never
type Answer<Task> = Task extends (...given: never[]) => infer Value ? Awaited<Value> : never

/** A thread of its own. It is asked one thing at a time. */
export type Thread<All extends Tasks> = {
  /**
   * Throws `ThreadLimit` where that takes more time or memory than it may, and what the task throws; the thread is over after a limit. What of `given`
   * is handed over is not copied, and empty here afterwards.
   */
  ask: <Name extends keyof All & string>(
    name: Name,
    given: Given<All[Name]>,
    handedOver?: readonly Bytes[],
  ) => Promise<Answer<All[Name]>>
  state: () => 'running' | 'over'
  /** Bytes the thread held after its last answer. */
  held: () => number
  /** Lets the program end although the thread waits; asking holds it again. */
  rest: () => void
  end: () => void
}

/** How long one question may take, without the time it waits for what it wants, and how much the thread may hold meanwhile, in its heap and in buffers beside it. */
export type ThreadLimits = { milliseconds: number; megabytes: number }

/** A thread took more time or memory than it may and was ended. */
export class ThreadLimit extends Error {
  override readonly name = 'ThreadLimit'
}

export type ToThread =
  | { kind: 'ask'; name: string; given: unknown }
  | { kind: 'wanted'; id: number; value: unknown }
  | { kind: 'wanted failed'; id: number; error: unknown }
  | { kind: 'next piece' }

export type FromThread =
  | { kind: 'answer'; value: unknown; pieces: number; held: number }
  | { kind: 'piece'; piece: Piece }
  | { kind: 'failed'; error: unknown }
  | { kind: 'too much' }
  | { kind: 'want'; id: number; name: string; given: unknown }

export type ThreadWish = {
  /** A module that calls `answerTasks`. */
  module: URL
  limits: ThreadLimits
  /** What the thread may want, by name. */
  wants?: Record<string, (given: never) => Promise<unknown>>
}

/** Megabytes no thread takes in the time between two looks. */
const roomBetweenLooks = 4096

/**
 * Starts a thread, so that work on what strangers wrote holds up nobody and can be ended. Its answers come in pieces of a few thousand
 * values: taking in a million at once would hold the program up as the work itself did.
 */
export function startThread<All extends Tasks>({ module, limits, wants = {} }: ThreadWish): Thread<All> {
  const worker = new Worker(module, {
    // The engine ends the whole program when a thread outruns its own limit between two looks: the limit is kept by looking, its own lies far above.
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes + roomBetweenLooks },
    stdout: true,
    stderr: true,
  })
  let asked: Asked | undefined
  let state: 'running' | 'over' = 'running'
  let held = 0
  const end = () => {
    state = 'over'
    void worker.terminate()
  }
  const fail = (error: unknown) => {
    end()
    asked?.fail(error)
  }
  const serve = async ({ id, name, given }: Extract<FromThread, { kind: 'want' }>) => {
    asked?.watch.pause()
    try {
      const wanted = wants[name]
      if (wanted === undefined) throw new Error(`nobody has "${name}" for this thread`)
      const value = await wanted(given as never)
      worker.postMessage({ kind: 'wanted', id, value } satisfies ToThread)
    } catch (error) {
      worker.postMessage({ kind: 'wanted failed', id, error } satisfies ToThread)
    }
    asked?.watch.resume()
  }
  worker.on('message', (said: FromThread) => {
    if (said.kind === 'want') void serve(said)
    else if (said.kind === 'failed') asked?.fail(said.error)
    else if (said.kind === 'too much') fail(new ThreadLimit('more than the engine can hold'))
    else if (said.kind === 'piece') asked?.piece(said.piece)
    else {
      held = said.held
      asked?.answer(said)
    }
  })
  worker.on('error', (error: Error & { code?: string }) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimit('too much memory') : error),
  )
  worker.on('exit', () => fail(new Error('the thread ended early')))
  return {
    state: () => state,
    held: () => held,
    rest: () => worker.unref(),
    end,
    ask: async (name, given, handedOver = []) => {
      if (state === 'over' || asked !== undefined) throw new Error('this thread cannot be asked now')
      const reached = () => fail(new ThreadLimit('too much time or memory'))
      const watch = watchLimits(worker, { limits, reached })
      asked = newAsked(watch, () => worker.postMessage({ kind: 'next piece' } satisfies ToThread))
      try {
        worker.ref()
        const buffers = handedOver.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []))
        worker.postMessage({ kind: 'ask', name, given } satisfies ToThread, buffers)
        return (await asked.promise) as Answer<All[typeof name]>
      } finally {
        watch.stop()
        asked = undefined
      }
    },
  }
}

type Asked = {
  watch: LimitWatch
  promise: Promise<unknown>
  answer: (said: { value: unknown; pieces: number }) => void
  piece: (piece: Piece) => void
  fail: (error: unknown) => void
}

/** A question under way: its answer is whole when the last piece is in. Between two pieces others are served. */
function newAsked(watch: LimitWatch, next: () => void): Asked {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  let value: unknown
  let left = 0
  const goOn = () => {
    if (left === 0) resolve(value)
    else setImmediate(next)
  }
  return {
    watch,
    promise,
    answer: (said) => {
      watch.stop()
      value = said.value
      left = said.pieces
      goOn()
    },
    piece: (piece) => {
      fillPiece(value, piece)
      left -= 1
      goOn()
    },
    fail: reject,
  }
}

type LimitWatch = { pause: () => void; resume: () => void; stop: () => void }

/**
 * Looks twenty times a second whether a thread has used up its time or its memory. The thread itself is asked, at work or not: what the program and other
 * threads hold is not its fault.
 */
function watchLimits(
  worker: Worker,
  { limits, reached }: { limits: ThreadLimits; reached: () => void },
): LimitWatch {
  let left = limits.milliseconds
  let waiting = 0
  let last = performance.now()
  let state: 'watching' | 'asking' | 'over' = 'watching'
  const weigh = async () => {
    if (state !== 'watching') return
    state = 'asking'
    const held = await heldBy(worker)
    if (state !== 'asking') return
    state = 'watching'
    if (held > limits.megabytes * 1024 * 1024) reached()
  }
  const timer = setInterval(() => {
    const now = performance.now()
    if (waiting === 0) left -= now - last
    last = now
    if (left <= 0) reached()
    else void weigh()
  }, 50)
  return {
    pause: () => (waiting += 1),
    resume: () => (waiting -= 1),
    stop: () => {
      state = 'over'
      clearInterval(timer)
    },
  }
}

/** Bytes in a thread's heap and in buffers beside it; none before it has begun and after its end. */
async function heldBy(worker: Worker): Promise<number> {
  try {
    const { used_heap_size: heap, external_memory: beside } = await worker.getHeapStatistics()
    return heap + beside
  } catch {
    return 0
  }
}
