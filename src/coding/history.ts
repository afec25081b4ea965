import { sql } from 'kysely'
import { z } from 'zod'
import { type App, type PostgresTransaction, jsonMeanwhile } from '../platform/index.ts'
import { audit, type AuditAction, type Doer } from '../workspace/index.ts'
import { History, type Replayed, type Skip } from './coding.schema.ts'
import { writeCodeHistory } from './code-history.ts'
import { stepToKeep } from './code-words.ts'
import { tellCoders } from './coding-changes.ts'
import { isPassageStep, takePassageSteps, type PassageStep } from './passage-steps.ts'
import { takeStep } from './replay.ts'
import { Step, inverse } from './steps.ts'
import { takeCorrectionStep, tieCorrections } from './turn-corrections.ts'
import { whatWasDone } from './what-was-done.ts'

/** Whose history, and of what: one study, or (null) the workspace's codebook. */
export type Line = { workspaceId: string; studyId: string | null; actor: Doer }

/** Runs a change of coding alone in its workspace, and keeps its steps for undo. What this member had undone before is forgotten. */
export async function keepSteps<T>(
  app: App,
  line: Line,
  change: (tx: PostgresTransaction) => Promise<{ steps: Step[]; result: T }>,
): Promise<T> {
  return app.pg.transaction().execute(async (tx) => {
    await lockCoding(tx, line.workspaceId)
    const { steps, result } = await change(tx)
    const { workspaceId, studyId, actor } = line
    const userId = userOf(actor)
    await writeCodeHistory(tx, { workspaceId, userId, steps, put: 'added' })
    if (steps.some(isShared)) await tellCoders(tx, workspaceId)
    // What the program itself marks (a sample workspace) is nobody's to take back.
    if (steps.length === 0 || userId === null) return result
    await sql`delete from coding_log where ${ofLine(line)} and undone_at is not null`.execute(tx)
    const kept = await jsonMeanwhile(steps)
    const { id: logId } = await tx
      .insertInto('coding_log')
      .values({
        ...{ workspace_id: workspaceId, study_id: studyId, user_id: userId, steps: kept },
        what: whatWasDone(steps),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tieCorrections(tx, { logId, steps })
    return result
  })
}

/** Takes back the member's last change that is not taken back yet. Steps that cannot be taken are left out, and said. */
export async function undo(app: App, line: Line): Promise<Replayed> {
  return replay(app, line, {
    which: sql`undone_at is null order by id desc`,
    order: sql`desc`,
    stepOf: inverse,
    mark: sql`now()`,
    action: 'coding.undone',
  })
}

/** Does again what the member took back last. */
export async function redo(app: App, line: Line): Promise<Replayed> {
  return replay(app, line, {
    which: sql`undone_at is not null order by id asc`,
    order: sql`asc`,
    stepOf: (step) => step,
    mark: sql`null`,
    action: 'coding.redone',
  })
}

/** Whether there is something to undo and to redo; also after a reload, since both are kept. */
export async function historyOf(pg: App['pg'], line: Line): Promise<History> {
  const { rows } = await sql`
    select coalesce(bool_or(undone_at is null), false) as undo, coalesce(bool_or(undone_at is not null), false) as redo,
      (array_agg(what order by id desc) filter (where undone_at is null))[1] as undoes,
      (array_agg(what order by id) filter (where undone_at is not null))[1] as redoes
    from coding_log where ${ofLine(line)}`.execute(pg)
  return History.parse(rows[0])
}

type Direction = {
  which: ReturnType<typeof sql>
  order: ReturnType<typeof sql>
  stepOf: (step: Step) => Step
  mark: ReturnType<typeof sql>
  action: AuditAction
}

async function replay(app: App, line: Line, direction: Direction): Promise<Replayed> {
  const { workspaceId, actor } = line
  return app.pg.transaction().execute(async (tx) => {
    await lockCoding(tx, workspaceId)
    const { rows } = await sql<{ id: number }>`
      select id from coding_log where ${ofLine(line)} and ${direction.which} limit 1`.execute(tx)
    const entry = rows[0]
    if (!entry) return { state: 'nothing', skipped: [] }
    const skipped: Skip[] = []
    let isTold = false
    for await (const page of keptSteps(tx, { logId: entry.id, order: direction.order })) {
      const done = await takePage({ app, tx }, { workspaceId, actor, steps: page.map(direction.stepOf) })
      skipped.push(...done.skipped)
      await writeCodeHistory(tx, { workspaceId, userId: userOf(actor), steps: done.taken, put: 'put back' })
      isTold ||= done.taken.some(isShared) || done.passages > 0
    }
    await sql`update coding_log set undone_at = ${direction.mark} where id = ${entry.id}`.execute(tx)
    if (isTold || skipped.length > 0)
      await audit(tx, { workspaceId, actor, action: direction.action, detail: { skipped: skipped.length } })
    if (isTold) await tellCoders(tx, workspaceId)
    return { state: 'done', skipped: [...new Set(skipped)] }
  })
}

/** Steps read and taken at a time: an import keeps hundreds of thousands, and others are served between. */
const atOnce = 2000

/** The steps of a change as they were kept, some at a time. */
async function* keptSteps(
  tx: PostgresTransaction,
  { logId, order }: { logId: number; order: ReturnType<typeof sql> },
): AsyncGenerator<Step[]> {
  await sql`
    declare kept_steps no scroll cursor for select kept.step from coding_log l, jsonb_array_elements(l.steps) with ordinality as kept (step, place)
    where l.id = ${logId} order by kept.place ${order}`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ step: unknown }>`fetch ${sql.lit(atOnce)} from kept_steps`.execute(tx)
    if (rows.length === 0) break
    yield z.array(Step).parse(rows.map(({ step }) => step))
  }
  await sql`close kept_steps`.execute(tx)
}

type Page = { workspaceId: string; actor: Doer; steps: readonly Step[] }

/** Takes steps in their order, those of passages many at once. `taken` holds the others, `passages` how many of passages were taken. */
async function takePage(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, actor, steps }: Page,
): Promise<{ taken: Step[]; passages: number; skipped: Skip[] }> {
  const done = { taken: [] as Step[], passages: 0, skipped: [] as Skip[] }
  for (const run of runsOf(steps)) {
    if (Array.isArray(run)) {
      const { taken, skipped } = await takePassageSteps(tx, { workspaceId, steps: run })
      done.passages += taken
      done.skipped.push(...skipped)
      continue
    }
    const step = await stepToKeep({ app, tx }, { workspaceId, step: run })
    const outcome =
      step.do === 'correct turn'
        ? await takeCorrectionStep({ app, tx }, { workspaceId, step, actor })
        : await takeStep(tx, { workspaceId, step })
    if (outcome === 'done') done.taken.push(step)
    else done.skipped.push(outcome)
  }
  return done
}

/** Steps of passages of one kind that follow one another together, the others alone. */
function runsOf(steps: readonly Step[]): (Exclude<Step, PassageStep> | PassageStep[])[] {
  const runs: (Exclude<Step, PassageStep> | PassageStep[])[] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (!isPassageStep(step)) runs.push(step)
    else if (Array.isArray(last) && last[0]?.do === step.do) last.push(step)
    else runs.push([step])
  }
  return runs
}

/** Changes of coding are short; one at a time keeps steps and their history in one order. */
export async function lockCoding(tx: PostgresTransaction, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('coding:' || ${workspaceId}, 0))`.execute(tx)
}

// What is marked blind is nobody's news: not even that something was.
const isShared = (step: Step) => step.do !== 'give mark' && step.do !== 'take mark'

/** The member behind a change; null for keys and the program. */
export function userOf(actor: Doer): string | null {
  return actor.kind === 'member' ? actor.userId : null
}

function ofLine({ workspaceId, studyId, actor }: Line) {
  return sql`workspace_id = ${workspaceId} and user_id = ${userOf(actor)}::uuid and study_id is not distinct from ${studyId}::uuid`
}
