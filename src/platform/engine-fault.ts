import { statfsSync } from 'node:fs'

/** What an error says of the engines: one has no room to write, or one does not answer; undefined where it is about something else. */
export function engineFault(error: unknown): 'disk full' | 'down' | undefined {
  for (const one of chain(error)) {
    if (isDiskFull(one)) return 'disk full'
    if (isDown(one)) return 'down'
  }
  return undefined
}

/**
 * Whether the disk a folder lies on is as good as full. PostgreSQL stops where it cannot write its log, and then only says that it is away;
 * a piece of its log has 16 MB, and it needs a second one.
 */
export function isDiskOf(folder: string): 'full' | 'roomy' {
  try {
    const { bavail, bsize, blocks } = statfsSync(folder)
    return blocks > 0 && bavail * bsize < leastRoom ? 'full' : 'roomy'
  } catch {
    return 'roomy'
  }
}

const leastRoom = 32 * 1024 * 1024

/** The error, what it came from (`fetch` hides why in its cause), and those of several tries. */
function* chain(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > 4) return
  yield error
  yield* chain(error.cause, depth + 1)
  if (error instanceof AggregateError) for (const one of error.errors) yield* chain(one, depth + 1)
}

const codeOf = (error: Error) => ('code' in error ? String(error.code) : '')

function isDiskFull(error: Error): boolean {
  return (
    ['ENOSPC', '53100', '243'].includes(codeOf(error)) ||
    /No space left on device|NOT_ENOUGH_SPACE|ENOSPC/.test(error.message)
  )
}

/** Network codes of Node, and classes 08 and 57P of PostgreSQL (appendix A): it ends, has crashed, or is not there yet. */
const downCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
])

function isDown(error: Error): boolean {
  const code = codeOf(error)
  // The socket of the PostgreSQL inside is gone while it starts anew; another missing file is another matter.
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  return (
    downCodes.has(code) ||
    /Connection terminated|Client has encountered a connection error/.test(error.message)
  )
}
