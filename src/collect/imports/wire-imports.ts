import { z } from 'zod'
import type { App, JobKind } from '../../platform/index.ts'
import { importJob } from './import-job.ts'
import { runThroughOutage } from './run-import.ts'
import { forgetFiles, forgetFilesJob } from './upload-retention.ts'

/**
 * Imports that stand still although nobody stopped them are begun again: their job may have been given up while an engine was down. With
 * the engine inside the program there is no other program: what moved before this one started was broken off.
 */
const wakeImportsJob: JobKind<Record<string, never>> = {
  name: 'wake-imports',
  data: z.object({}).strict(),
}

const stillMs = 5 * 60_000

/** Declares the work of imports. */
export function wireImports(app: App): void {
  app.jobs.handle(importJob, (at, signal) => runThroughOutage(app, at, signal))
  const begun = app.clock.now().getTime()
  const brokenOff = () => {
    const still = app.clock.now().getTime() - stillMs
    return new Date(app.ch.kind === 'embedded' ? Math.max(begun, still) : still)
  }
  const rhythm = { cron: '* * * * *', first: 'at start' } as const
  app.jobs.handle(wakeImportsJob, () => wakeImports(app, { brokenOff: brokenOff(), begun }), rhythm)
  app.jobs.handle(forgetFilesJob, () => forgetFiles(app), { cron: '17 3 * * *' })
}

async function wakeImports(
  app: App,
  { brokenOff, begun }: { brokenOff: Date; begun: number },
): Promise<void> {
  const still = await app.pg
    .selectFrom('imports')
    .select(['id', 'workspace_id'])
    .where('state', 'in', ['queued', 'running'])
    .where('progressed_at', '<', brokenOff)
    .execute()
  for (const { id, workspace_id } of still)
    await app.jobs.queue(
      importJob,
      { workspaceId: workspace_id, importId: id },
      { key: `wake ${id} ${begun}` },
    )
}
