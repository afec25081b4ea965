/** Proposals as later work: asked for, looked at, cancelled; carried out by a job that a restart does not lose. */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { json, notFound, type App, type JobKind } from '../platform/index.ts'
import { workspaceSettings } from '../workspace/index.ts'
import { countSet } from './count-set.ts'
import type { SetCount } from './count-set.ts'
import { loadColumns } from './load-columns.ts'
import type { PackedColumn } from './packed-column.ts'
import type { Proposal } from './proposal.ts'
import { proposeInThread } from './propose-in-thread.ts'
import { Condition } from './segment.ts'
import { Outcome, ProposalId } from './set.schema.ts'

export type Asked = {
  workspaceId: string
  audience: Condition[]
  outcome: Outcome | null
  leaveOut: string[]
  trusted: string[]
}

export const proposalJob: JobKind<{ workspaceId: string; proposalId: string }> = {
  name: 'segments.propose',
  data: z.object({ workspaceId: z.string(), proposalId: z.string() }),
}

/** Asks for a proposal. The same seed would propose the same. */
export async function askProposal(
  app: App,
  asked: Asked & { by: string; seed?: number },
): Promise<ProposalId> {
  const row = await app.pg
    .insertInto('segment_proposals')
    .values({
      workspace_id: asked.workspaceId,
      audience: json(asked.audience),
      outcome: asked.outcome === null ? null : json(asked.outcome),
      leave_out: asked.leaveOut,
      trusted: asked.trusted,
      seed: asked.seed ?? randomInt(2 ** 31 - 1),
      created_by: asked.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await app.jobs.queue(proposalJob, { workspaceId: asked.workspaceId, proposalId: row.id }, { key: row.id })
  return ProposalId.parse(row.id)
}

export const waitingProposals: JobKind<object> = { name: 'segments.propose.waiting', data: z.object({}) }
const longestWaitMs = 120_000

/** Queues proposals again that wait though nobody works on them: the program died between keeping and queueing them. */
export async function requeueProposals(app: App): Promise<void> {
  const rows = await app.pg
    .selectFrom('segment_proposals')
    .select(['id', 'workspace_id'])
    .where('state', '=', 'waiting')
    .where('created_at', '<', new Date(app.clock.now().getTime() - longestWaitMs))
    .orderBy('id')
    .limit(1000)
    .execute()
  // One that is queued already is not queued twice: its id is the key.
  for (const { id, workspace_id: workspaceId } of rows)
    await app.jobs.queue(proposalJob, { workspaceId, proposalId: id }, { key: id })
}

/** Stops a proposal that is not finished; the thread notices within a second. Throws 404. */
export async function cancelProposal(app: App, { workspaceId, proposalId }: InProposal): Promise<void> {
  await findProposal(app, { workspaceId, proposalId })
  await app.pg
    .updateTable('segment_proposals')
    .set({ state: 'cancelled', finished_at: app.clock.now() })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', proposalId)
    .where('state', 'in', ['waiting', 'working'])
    .execute()
}

type InProposal = { workspaceId: string; proposalId: string }
export type KeptResult = { proposal: Proposal; count: SetCount }

/** A proposal as it is kept. Throws 404. */
export async function findProposal(app: App, { workspaceId, proposalId }: InProposal) {
  const row = await app.pg
    .selectFrom('segment_proposals')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', proposalId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('proposal')
  return {
    proposalId: ProposalId.parse(row.id),
    audience: z.array(Condition).parse(row.audience),
    outcome: Outcome.nullable().parse(row.outcome),
    leaveOut: row.leave_out,
    trusted: row.trusted,
    seed: row.seed,
    state: z.enum(['waiting', 'working', 'done', 'failed', 'cancelled']).parse(row.state),
    done: row.done,
    of: row.total,
    problem: row.problem,
    createdAt: row.created_at,
    createdBy: row.created_by,
    finishedAt: row.finished_at,
    // Written by `finish` below and by nothing else.
    result: row.result as KeptResult | null,
  }
}

/** Makes a proposal and keeps it. Running twice does no harm: what is finished or cancelled is left alone. */
export async function makeProposal(app: App, place: InProposal, signal: AbortSignal): Promise<void> {
  const asked = await findProposal(app, place).catch(() => undefined)
  if (asked === undefined || !['waiting', 'working'].includes(asked.state)) return
  await app.pg
    .updateTable('segment_proposals')
    .set({ state: 'working' })
    .where('id', '=', place.proposalId)
    .where('state', '=', 'waiting')
    .execute()
  const cancelled = new AbortController()
  const watch = watchProgress(app, { ...place, cancelled })
  try {
    const stop = AbortSignal.any([signal, cancelled.signal])
    await finish(app, place, await propose(app, { ...asked, ...place, stop, onProgress: watch.note }))
  } catch (error) {
    if (cancelled.signal.aborted) return
    // The program is stopping: the next start goes on.
    if (signal.aborted) throw error
    app.log.error(
      { kind: error instanceof Error ? error.name : typeof error },
      'a proposal of segments failed',
    )
    const problem = error instanceof NothingToPropose ? error.problem : 'unexpected'
    await end(app, place, { state: 'failed', problem })
  } finally {
    watch.stop()
  }
}

class NothingToPropose extends Error {
  readonly problem: string
  constructor(problem: string) {
    super(problem)
    this.problem = problem
  }
}

type Work = Asked & {
  seed: number
  stop: AbortSignal
  onProgress: (progress: { done: number; of: number }) => void
}

async function propose(app: App, work: Work): Promise<KeptResult> {
  const { workspaceId, audience, outcome, seed, leaveOut, trusted, stop, onProgress } = work
  const { minimumGroup: minimum } = await workspaceSettings(app, workspaceId)
  const loaded = await loadColumns(app, { workspaceId, audience, signal: stop })
  if (loaded.of < 2 * minimum) throw new NothingToPropose('too-few-people')
  const mayBeOutcome = ({ name, type, permitted }: PackedColumn) =>
    permitted && type !== 'date' && name === outcome?.column
  if (outcome !== null && !loaded.columns.some(mayBeOutcome)) throw new NothingToPropose('no-such-outcome')
  const { columns, people, of } = loaded
  const task = { columns, outcome, seed, minimum, leaveOut, trusted }
  const proposal = await proposeInThread(task, { signal: stop, onProgress })
  if (people < of) {
    proposal.warnings = proposal.warnings.filter((warning) => warning.kind !== 'sampled')
    proposal.warnings.push({ kind: 'sampled', people, of })
  }
  const rules = proposal.segments.map((segment, index) => ({ name: String(index + 1), all: segment.all }))
  return { proposal, count: await countSet(app, { workspaceId, set: { audience, rules }, outcome }) }
}

async function finish(app: App, place: InProposal, result: KeptResult): Promise<void> {
  await end(app, place, { state: 'done', result: json(result) })
}

async function end(
  app: App,
  { workspaceId, proposalId }: InProposal,
  changes: { state: 'done' | 'failed'; result?: string; problem?: string },
): Promise<void> {
  await app.pg
    .updateTable('segment_proposals')
    .set({ ...changes, finished_at: app.clock.now() })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', proposalId)
    .where('state', '=', 'working')
    .execute()
}

/** Writes how far the work is twice a second and stops it once somebody has cancelled it. */
function watchProgress(app: App, given: InProposal & { cancelled: AbortController }) {
  let progress = { done: 0, of: 0 }
  let isWriting = false
  const write = async () => {
    if (isWriting) return
    isWriting = true
    const row = await app.pg
      .updateTable('segment_proposals')
      .set({ done: progress.done, total: progress.of })
      .where('id', '=', given.proposalId)
      .where('state', '=', 'working')
      .returning('id')
      .executeTakeFirst()
      .catch(() => ({ id: '' }))
    isWriting = false
    if (row === undefined) given.cancelled.abort(new Error('cancelled'))
  }
  const timer = setInterval(() => void write(), 500)
  return {
    note: (now: { done: number; of: number }) => {
      progress = now
    },
    stop: () => clearInterval(timer),
  }
}
