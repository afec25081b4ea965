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

/** Removes files a week after their import ended (or their upload stopped) and rejected lines after a month. */
export async function forgetFiles(app: App): Promise<void> {
  const before = (days: number) => new Date(app.clock.now().getTime() - days * 86_400_000)
  await app.pg
    .deleteFrom('uploads')
    .where('created_at', '<', before(fileDays))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('imports')
            .select('imports.id')
            .whereRef('imports.upload_id', '=', 'uploads.id')
            .where(({ or, eb }) =>
              or([
                eb('imports.state', 'in', ['mapped', 'queued', 'running', 'paused']).and(
                  'imports.created_at',
                  '>=',
                  before(rejectDays),
                ),
                eb('imports.finished_at', '>=', before(fileDays)),
              ]),
            ),
        ),
      ),
    )
    .execute()
  await app.pg
    .deleteFrom('import_rejects')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('imports')
          .select('imports.id')
          .whereRef('imports.id', '=', 'import_rejects.import_id')
          .where('imports.finished_at', '<', before(rejectDays)),
      ),
    )
    .execute()
}
