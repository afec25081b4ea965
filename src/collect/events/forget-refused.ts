import { z } from 'zod'
import type { App, JobKind } from '../../platform/index.ts'

const forgetRefusedJob: JobKind<Record<string, never>> = {
  name: 'forget-refused-events',
  data: z.object({}).strict(),
}
const keptDays = 30

/** Refused events may hold anything: they are kept a month to be mended, then removed. */
export function wireForgetRefused(app: App): void {
  app.jobs.handle(forgetRefusedJob, () => forgetRefused(app), { cron: '17 3 * * *' })
}

/** Removes refused events of more than a month ago. */
export async function forgetRefused(app: App): Promise<void> {
  const before = new Date(app.clock.now().getTime() - keptDays * 86_400_000)
  await app.pg.deleteFrom('refused_events').where('received_at', '<', before).execute()
}
