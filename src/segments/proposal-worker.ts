/** A thread in which one proposal is made, so that long arithmetic keeps nobody waiting. */
import { parentPort, workerData } from 'node:worker_threads'
import { unpackColumn } from './packed-column.ts'
import type { ProposalTask } from './propose-in-thread.ts'
import { proposeSegments } from './propose.ts'

const { columns, outcome, ...task } = workerData as ProposalTask
const proposal = await proposeSegments({
  ...task,
  ...(outcome === null ? {} : { outcome }),
  columns: columns.map(unpackColumn),
  onProgress: (progress) => parentPort?.postMessage({ progress }),
})
parentPort?.postMessage({ proposal })
