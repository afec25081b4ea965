import { z } from 'zod'
import type { App, JobKind } from '../../platform/index.ts'
import { findPeople } from './find-people.ts'

/** After a crash or in another copy of the program, events wait at most this long for their people. */
const findPeopleJob: JobKind<Record<string, never>> = {
  name: 'find-people-in-events',
  data: z.object({}).strict(),
}

const waiting = new WeakMap<App['pg'], NodeJS.Timeout>()
const soonMs = 700

/** Declares the round made every minute. */
export function wireFindPeople(app: App): void {
  app.jobs.handle(findPeopleJob, async () => void (await findPeople(app)), { cron: '* * * * *' })
}

/** Events came in: their people are looked up within a second, once for all that come meanwhile. */
export function noteArrival(app: App): void {
  if (waiting.has(app.pg)) return
  const timer = setTimeout(() => {
    waiting.delete(app.pg)
    findPeople(app).catch((error: unknown) =>
      app.log.error(
        { kind: error instanceof Error ? error.name : 'unknown' },
        'people of new events not found yet',
      ),
    )
  }, soonMs)
  timer.unref()
  waiting.set(app.pg, timer)
}
