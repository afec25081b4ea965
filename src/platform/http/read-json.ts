import { keptThreads, newTurns, ThreadLimit, type Asker } from '../threads/index.ts'
import type { JsonTasks } from './json-tasks.ts'
import { Problem } from './problem.ts'

/** Bytes of JSON that are parsed at once: some milliseconds. */
const mostAtOnce = 1_000_000

/** Not among the files that are read: a body is parsed in a moment, and a file may take a minute. */
const parsers = keptThreads<JsonTasks>({
  module: new URL('./json-tasks.ts', import.meta.url),
  limits: { milliseconds: 10_000, megabytes: 768 },
  turns: newTurns({ most: 2, ofOne: 1 }),
})

/**
 * The JSON a request carries; a large one is parsed in a thread, so that it holds up nobody. Throws `not-json` (400), `too-large` (413) for what holds more
 * values than any body, `sender-gone` (499).
 */
export async function readJson(request: Request, asker: Asker): Promise<unknown> {
  const told = Number(request.headers.get('content-length') ?? Infinity)
  if (told <= mostAtOnce) return orNotJson(() => request.json())
  const bytes = await orNotJson(() => bytesOf(request))
  if (bytes.length <= mostAtOnce) return orNotJson(() => JSON.parse(new TextDecoder().decode(bytes)))
  try {
    const said = await parsers(asker).ask('parse', bytes, [bytes])
    if (said.state === 'parsed') return said.value
    throw said.state === 'broken' ? notJson() : tooLarge()
  } catch (error) {
    throw error instanceof ThreadLimit ? tooLarge() : error
  }
}

/** For a body that breaks off as for one that is something else. */
async function orNotJson<Answer>(read: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await read()
  } catch {
    throw notJson()
  }
}

/** All of a body, whose size was looked at before. */
async function bytesOf(request: Request): Promise<Uint8Array> {
  let bytes = new Uint8Array(Number(request.headers.get('content-length') ?? 0))
  let size = 0
  for await (const piece of request.body ?? []) {
    if (size + piece.length > bytes.length) {
      const grown = new Uint8Array(Math.max(size + piece.length, bytes.length * 2))
      grown.set(bytes.subarray(0, size))
      bytes = grown
    }
    bytes.set(piece, size)
    size += piece.length
  }
  return bytes.subarray(0, size)
}

const notJson = () => new Problem({ id: 'not-json', status: 400, detail: 'The body is not valid JSON.' })

/** For a body of more bytes, or of more values, than may be sent. */
export const tooLarge = () =>
  new Problem({
    id: 'too-large',
    status: 413,
    detail: 'The request is too large. Send it in smaller pieces.',
  })
