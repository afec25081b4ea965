import { answerTasks } from '../platform/threads/answer-tasks.ts'
import type { Want } from '../platform/threads/thread.ts'
import { unpackColumn } from './packed-column.ts'
import type { Proposal } from './proposal.ts'
import type { ProposalTask } from './propose-in-thread.ts'
import { proposeSegments } from './propose.ts'

// Runs in a thread of its own, in which one proposal is made: long arithmetic keeps nobody waiting.

const tasks = { propose }
export type ProposalTasks = typeof tasks

answerTasks(tasks)

function propose({ columns, outcome, ...task }: ProposalTask, want: Want): Promise<Proposal> {
  return proposeSegments({
    ...task,
    ...(outcome === null ? {} : { outcome }),
    columns: columns.map(unpackColumn),
    onProgress: (progress) => void want('progress', progress),
  })
}
