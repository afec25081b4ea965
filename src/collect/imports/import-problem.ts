import { engineFault } from '../../platform/index.ts'
import { UnreadableFile } from '../tables/index.ts'

/** What an error in the middle of an import means: it waits for somebody, it is tried again by itself, or it has failed. */
export function importProblem(error: unknown): { state: 'paused' | 'failed' | 'queued'; id: string } {
  if (error instanceof UnreadableFile) return { state: 'failed', id: error.id }
  const fault = engineFault(error)
  if (fault === 'disk full') return { state: 'paused', id: 'disk-full' }
  if (fault === 'down') return { state: 'queued', id: 'engine-down' }
  return { state: 'failed', id: 'import-failed' }
}
