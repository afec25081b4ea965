import { Worker } from 'node:worker_threads'
import type { PackedColumn } from './packed-column.ts'
import type { Proposal } from './proposal.ts'
import type { Outcome } from './set.schema.ts'

export type ProposalTask = {
  columns: PackedColumn[]
  outcome: Outcome | null
  seed: number
  minimum: number
  leaveOut: string[]
  trusted: string[]
  runs?: number
}
type Progress = { done: number; of: number }
type Said = { progress: Progress } | { proposal: Proposal }

/** Makes a proposal in a thread of its own. The columns are handed over and are empty here afterwards. Stops when aborted. */
export function proposeInThread(
  task: ProposalTask,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<Proposal> {
  signal.throwIfAborted()
  const transferList = task.columns.map((column) =>
    column.type !== 'category' ? column.values.buffer : column.codes.buffer,
  ) as ArrayBuffer[]
  const worker = new Worker(new URL('./proposal-worker.ts', import.meta.url), {
    workerData: task,
    transferList,
  })
  const { promise, resolve, reject } = Promise.withResolvers<Proposal>()
  const stop = () => reject(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  worker.on('message', (said: Said) => {
    if ('progress' in said) onProgress(said.progress)
    else resolve(said.proposal)
  })
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('the thread of a proposal ended early')))
  return promise.finally(() => {
    signal.removeEventListener('abort', stop)
    void worker.terminate()
  })
}
