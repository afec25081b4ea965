import { sql } from 'kysely'
import { z } from 'zod'
import type { App, JobKind } from '../../platform/index.ts'

/** Days a file is kept after its import ended or its upload stopped, and days rejected lines wait to be mended. */
const fileDays = 7
const rejectDays = 30

/** Files and rejected lines hold personal data nobody looks at any more: they go when they have served. */
export const forgetFilesJob: JobKind<Record<string, never>> = {
  name: 'forget-imported-files',
  data: z.object({}).strict(),
}

/**
 * Removes files a week after their import ended (or their upload stopped), with them the values shown beside each guessed column,
 * and rejected lines after a month.
 */
export async function forgetFiles(app: App): Promise<void> {
  const before = (days: number) => new Date(app.clock.now().getTime() - days * 86_400_000)
  await sql`
    delete from uploads where created_at < ${before(fileDays)} and not exists (
      select from imports where imports.upload_id = uploads.id and (imports.finished_at >= ${before(fileDays)}
        or imports.state in ('mapped', 'queued', 'running', 'paused') and imports.created_at >= ${before(rejectDays)}))`.execute(
    app.pg,
  )
  await sql`
    update imports set guesses = (
      select jsonb_agg(guess || '{"sample": []}' order by place) from jsonb_array_elements(guesses) with ordinality as g (guess, place))
    where upload_id is null and jsonb_path_exists(guesses, '$[*].sample[*]')`.execute(app.pg)
  await sql`
    delete from import_rejects where exists (
      select from imports where imports.id = import_rejects.import_id and imports.finished_at < ${before(rejectDays)})`.execute(
    app.pg,
  )
}
