import { z } from 'zod'
import type { App, JobKind } from '../../platform/index.ts'
import { findPeople } from './find-people.ts'

/** After a crash or in another copy of the program, events wait at most this long for their people. */
const findPeopleJob: JobKind<Record<string, never>> = {
  name: 'find-people-in-events',
  data: z.object({}).strict(),
}

/** One round at a time; `again`: events came while it ran. */
type Rounds = { state: 'idle' | 'waiting' | 'running'; again: boolean; lastTook: number }

const rounds = new WeakMap<App['pg'], Rounds>()
const soonMs = 700
const latestMs = 15_000

/** Declares the round made every minute. */
export function wireFindPeople(app: App): void {
  app.jobs.handle(findPeopleJob, async () => void (await findPeople(app)), { cron: '* * * * *' })
}

/**
 * Events came in: their people are looked up within a second, once for all that come meanwhile. Where a round takes long, the
 * next one waits four times as long (at most 15 s), so that taking events in always comes first.
 */
export function noteArrival(app: App): void {
  const round = rounds.get(app.pg) ?? { state: 'idle', again: false, lastTook: 0 }
  rounds.set(app.pg, round)
  if (round.state === 'running') round.again = true
  if (round.state !== 'idle') return
  round.state = 'waiting'
  const pause = Math.min(latestMs, Math.max(soonMs, 4 * round.lastTook))
  setTimeout(() => void runRound(app, round), pause).unref()
}

const turns = new WeakMap<App['pg'], { running?: Promise<unknown>; next?: Promise<void> | undefined }>()

/**
 * Somebody said no in an event: resolved means their word is in the ledger, so that it holds at the next read. Calls that come
 * while a round runs share the one after it.
 */
export function findPeopleNow(app: App): Promise<void> {
  const turn = turns.get(app.pg) ?? {}
  turns.set(app.pg, turn)
  turn.next ??= (async () => {
    await turn.running?.catch(() => undefined)
    // From here on a new call must have a round of its own: this one may have looked already.
    turn.next = undefined
    turn.running = findPeople(app, { others: 'wait' })
    await turn.running
  })()
  return turn.next
}

async function runRound(app: App, round: Rounds): Promise<void> {
  round.state = 'running'
  round.again = false
  const begun = performance.now()
  try {
    await findPeople(app)
  } catch (error) {
    app.log.error(
      { kind: error instanceof Error ? error.name : 'unknown' },
      'people of new events not found yet',
    )
  }
  round.lastTook = performance.now() - begun
  round.state = 'idle'
  if (round.again) noteArrival(app)
}
