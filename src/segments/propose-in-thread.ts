import { startThread } from '../platform/index.ts'
import type { PackedColumn } from './packed-column.ts'
import type { ProposalTasks } from './proposal-tasks.ts'
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

/** Far more than the largest sample takes: whoever waits sees how far it is and may cancel. */
const limits = { milliseconds: 3_600_000, megabytes: 4096 }

/** Makes a proposal in a thread of its own. The columns are handed over and are empty here afterwards. Stops when aborted. */
export async function proposeInThread(
  task: ProposalTask,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<Proposal> {
  signal.throwIfAborted()
  const thread = startThread<ProposalTasks>({
    module: new URL('./proposal-tasks.ts', import.meta.url),
    limits,
    wants: { progress: async (progress: Progress) => onProgress(progress) },
  })
  signal.addEventListener('abort', thread.end, { once: true })
  try {
    return await thread.ask('propose', task, task.columns.map(numbersOf))
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', thread.end)
    thread.end()
  }
}

const numbersOf = (column: PackedColumn) => (column.type === 'category' ? column.codes : column.values)
