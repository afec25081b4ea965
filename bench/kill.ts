import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { startPostgres } from '../src/platform/engines/embedded-postgres.ts'
import { ch, openEmbeddedClickHouse, openPostgres } from '../src/platform/index.ts'
import { seededRandom } from '../test/seeded-random.ts'
import type { Acknowledged } from './kill-writer.ts'
import { endLeftBehind, setUpSamtale, startSamtale, type RunningSamtale } from './running-samtale.ts'

export type KillRun = {
  data: string
  port: number
  moments: number
  seed: number
  say?: (line: string) => void
}

/** What was acknowledged while processes were killed, and what of it was not found afterwards (must be none). */
export type KillResult = {
  moments: { program: number; supervisor: number; postgres: number }
  acknowledged: { clickhouse: number; postgres: number }
  lost: { clickhouse: string[]; postgres: string[] }
  /** Events counted twice although each was sent with one id (must be 0). */
  countedTwice: number
  /** Batches that had to be sent again because a process died under them. */
  sentAgain: number
}

/**
 * Kills the program, its supervisor (which leaves PostgreSQL behind) or PostgreSQL at seeded moments while both engines are
 * written to, starts again on the same data, and looks for every acknowledged id in the files of both engines.
 */
export async function killAtMoments(run: KillRun): Promise<KillResult> {
  const random = seededRandom(run.seed)
  const moments = { program: 0, supervisor: 0, postgres: 0 }
  let samtale = await startSamtale(run)
  const keys = await setUpSamtale(samtale)
  const writer = startWriter(samtale.url, keys.writeKey)
  try {
    for (let moment = 1; moment <= run.moments; moment++) {
      await pause(100 + random() * 700)
      const victim =
        (['program', 'supervisor', 'program', 'postgres'] as const)[Math.floor(random() * 4)] ?? 'program'
      moments[victim] += 1
      const before = writer.count()
      samtale = await killAndRestart(samtale, { ...run, victim })
      await untilMore(writer, before)
      run.say?.(`${moment}/${run.moments} killed: ${victim}; ${writer.count()} batches acknowledged`)
    }
    // The last word is a kill as well: what is looked at is what lies on the disk.
    samtale.kill('supervisor')
    samtale.kill('program')
  } finally {
    await writer.stop()
    await samtale.stop()
    await endLeftBehind(run.data)
  }
  return { moments, ...(await lookFor(run.data, writer)) }
}

type Victim = KillRun & { victim: 'program' | 'supervisor' | 'postgres' }

async function killAndRestart(samtale: RunningSamtale, run: Victim): Promise<RunningSamtale> {
  const { program } = samtale.processes()
  samtale.kill(run.victim)
  if (run.victim === 'supervisor') {
    await samtale.stop()
    return await startSamtale(run)
  }
  if (run.victim === 'program')
    for (const limit = performance.now() + 30_000; samtale.processes().program === program; await pause(20))
      if (performance.now() > limit)
        throw new Error(`The program was not started again.\n${samtale.output()}`)
  await samtale.untilHealthy()
  return samtale
}

/** Writes going on in a process of their own, and what of them was acknowledged so far. */
export type Writer = {
  taken: string[]
  refused: string[]
  count: () => number
  sentAgain: () => number
  stop: () => Promise<void>
}

/** Starts writing to both engines until stopped. */
export function startWriter(url: string, writeKey: string): Writer {
  const child: ChildProcess = fork(join(import.meta.dirname, 'kill-writer.ts'), [url, writeKey])
  const [taken, refused]: [string[], string[]] = [[], []]
  let [batches, again] = [0, 0]
  child.on('message', (message) => {
    const acknowledged = message as Acknowledged
    taken.push(...acknowledged.taken)
    refused.push(...acknowledged.refused)
    batches += 1
    again += acknowledged.tries - 1
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { taken, refused, count: () => batches, sentAgain: () => again, stop }
}

/** Waits until a few more batches than so many are acknowledged. */
export async function untilMore(writer: Writer, before: number): Promise<void> {
  for (const limit = performance.now() + 30_000; writer.count() <= before + 3; await pause(20))
    if (performance.now() > limit) throw new Error('Nothing is acknowledged any more after a restart.')
}

const Counted = z.object({ message_id: z.string(), n: z.number() })

/** Looks for everything acknowledged in the files of both engines; nothing may run on the folder. */
export async function lookFor(
  data: string,
  writer: Pick<Writer, 'taken' | 'refused' | 'sentAgain'>,
): Promise<Omit<KillResult, 'moments'>> {
  const server = await startPostgres({ folder: join(data, 'postgres') })
  const pg = openPostgres({ url: server.url, max: 2 })
  const clickhouse = openEmbeddedClickHouse({ path: join(data, 'clickhouse'), readers: 1 })
  try {
    const events = await clickhouse.query(
      ch.sql`SELECT message_id, count() AS n FROM events FINAL WHERE name = 'Written' GROUP BY message_id`,
      Counted,
    )
    const kept = await pg.selectFrom('refused_events').select('body').execute()
    const bodies = new Set(kept.map(({ body }) => idOf(body)))
    const found = new Set(events.map((event) => event.message_id))
    return {
      acknowledged: { clickhouse: writer.taken.length, postgres: writer.refused.length },
      lost: {
        clickhouse: writer.taken.filter((id) => !found.has(id)),
        postgres: writer.refused.filter((id) => !bodies.has(id)),
      },
      countedTwice: events.filter(({ n }) => n > 1).length,
      sentAgain: writer.sentAgain(),
    }
  } finally {
    await pg.destroy()
    await clickhouse.close()
    await server.stop()
  }
}

function idOf(body: string): string {
  return z.object({ messageId: z.string() }).parse(JSON.parse(body)).messageId
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
