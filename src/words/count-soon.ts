import { z } from 'zod'
import type { App, JobKind } from '../platform/index.ts'
import { freshWords } from './fresh-words.ts'

const countWords: JobKind<{ workspaceId: string }> = {
  name: 'words.count',
  data: z.object({ workspaceId: z.uuid() }),
}

/** Counts words soon after interviews were brought in, so that the first who reads does not wait. Reading counts what is left anyway. */
export function wireCounting(app: App): void {
  app.jobs.handle(countWords, async ({ workspaceId }, signal) => {
    // What comes in while it counts is not queued again.
    while (!signal.aborted && (await freshWords(app, workspaceId)));
  })
  // Many at once are one piece of work: while it waits, the next adds nothing.
  app.outbox.subscribe('interview.brought', ({ workspaceId }) =>
    app.jobs.queue(countWords, { workspaceId }, { key: workspaceId, afterSeconds: 2 }),
  )
}
