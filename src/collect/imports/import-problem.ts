import { UnreadableFile } from '../tables/index.ts'

/** What an error in the middle of an import means: it waits for somebody, it is tried again by itself, or it has failed. */
export function importProblem(error: unknown): { state: 'paused' | 'failed' | 'queued'; id: string } {
  if (error instanceof UnreadableFile) return { state: 'failed', id: error.id }
  if (isDiskFull(error)) return { state: 'paused', id: 'disk-full' }
  if (isEngineDown(error)) return { state: 'queued', id: 'engine-down' }
  return { state: 'failed', id: 'import-failed' }
}

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    ['ENOSPC', '53100', '243'].includes(code) ||
    /No space left on device|NOT_ENOUGH_SPACE|ENOSPC/.test(error.message)
  )
}

function isEngineDown(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003'].includes(code) ||
    (error instanceof Error && /Connection terminated/.test(error.message))
  )
}
