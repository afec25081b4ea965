import type { App } from '../../platform/index.ts'
import { checkRecording, checkRecordingJob } from './check-recording.ts'
import { dropRefused, tidyRecordings, tidyRecordingsJob } from './delete-recordings.ts'
import { queueLeftBehind, transcribe, transcribeJob } from './transcribe.ts'

/** Declares the work that recordings make, and hears of those who take back that they may be recorded. */
export function wireRecordings(app: App): void {
  app.jobs.handle(checkRecordingJob, (at) => checkRecording(app, at))
  app.jobs.handle(transcribeJob, (run, signal) => transcribe(app, { ...run, signal }))
  app.jobs.handle(
    tidyRecordingsJob,
    async () => {
      await tidyRecordings(app)
      await queueLeftBehind(app)
    },
    { cron: '*/5 * * * *', first: 'at start' },
  )
  app.outbox.subscribe('permission.changed', (message) => dropRefused(app, message))
}
