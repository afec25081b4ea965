import { parentPort } from 'node:worker_threads'
import { getHeapStatistics } from 'node:v8'
import { cutInPieces, type Piece } from './pieces.ts'
import type { FromThread, Tasks, ToThread, Want } from './thread.ts'

/** Called by the module of a thread: answers what it is asked with these tasks. */
export function answerTasks(tasks: Tasks): void {
  const port = parentPort
  if (port === null) throw new Error('this is no thread')
  const wanted = new Map<number, PromiseWithResolvers<unknown>>()
  let wants = 0
  let pieces: Piece[] = []
  const say = (said: FromThread) => port.postMessage(said)
  const want: Want = (name, given) => {
    const waiting = Promise.withResolvers<unknown>()
    wants += 1
    wanted.set(wants, waiting)
    say({ kind: 'want', id: wants, name, given })
    return waiting.promise
  }
  const answer = async ({ name, given }: { name: string; given: unknown }) => {
    try {
      const task = tasks[name]
      if (task === undefined) throw new Error(`this thread has no task "${name}"`)
      const cut = cutInPieces(await task(given as never, want))
      pieces = cut.pieces
      const { used_heap_size: heap, external_memory: beside } = getHeapStatistics()
      say({ kind: 'answer', value: cut.value, pieces: pieces.length, held: heap + beside })
    } catch (error) {
      say(isTooMuch(error) ? { kind: 'too much' } : { kind: 'failed', error })
    }
  }
  const settle = (said: Extract<ToThread, { id: number }>) => {
    const waiting = wanted.get(said.id)
    wanted.delete(said.id)
    if (said.kind === 'wanted') waiting?.resolve(said.value)
    else waiting?.reject(said.error)
  }
  let at = 0
  port.on('message', (said: ToThread) => {
    if (said.kind === 'ask') {
      at = 0
      void answer(said)
    } else if (said.kind === 'next piece') {
      const piece = pieces[at]
      pieces[at] = { path: [], items: [] }
      at += 1
      if (piece) say({ kind: 'piece', piece })
    } else settle(said)
  })
}

/**
 * Whether a fault says that the engine cannot hold more: too long a string, too large a list, too many calls within one another, what no honest file needs.
 * By its words, since a number or date out of range is a RangeError too: V8's message-template.h and Node's ERR_STRING_TOO_LONG and ERR_BUFFER_TOO_LARGE.
 */
function isTooMuch(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:Maximum call stack|Invalid (?:string|array|typed array|array buffer) length|(?:Map|Set) maximum size|Maximum BigInt size|Array buffer allocation failed|Cannot create a (?:string longer|Buffer larger) than)/u.test(
      error.message,
    )
  )
}
