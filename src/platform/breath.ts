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

const pieceBytes = 256 << 10

/** The same bytes in small pieces, others served between them. */
export async function* inBreaths(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const breathe = newBreath()
  for await (const bytes of source)
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      await breathe()
      yield bytes.subarray(at, at + pieceBytes)
    }
}
