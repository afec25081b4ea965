import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { z } from 'zod'

/** One kind of later work. A job may run twice (after a crash) and must not mind. */
export type JobKind<T> = { readonly name: string; readonly data: z.ZodType<T> }

export type Jobs = {
  /**
   * Declares how a kind of work is done; called once for each kind before `start`. `cron` (UTC) also queues it at that rhythm, with `{}`;
   * `first: 'at start'` when the program starts too.
   */
  handle<T>(
    kind: JobKind<T>,
    work: (data: T, signal: AbortSignal) => Promise<void>,
    options?: { cron?: string; first?: 'at start' },
  ): void
  /** Queues work. With `key`, a second one of the same key is not queued while the first waits or runs. Survives a restart. */
  queue<T>(kind: JobKind<T>, data: T, options?: { key?: string; afterSeconds?: number }): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** Jobs kept in PostgreSQL (pg-boss). Work that was running when the program died is run again after half a minute. */
export function makeJobs({ url, log }: { url: string; log: Logger }): Jobs {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 4, application_name: 'samtale jobs' })
  boss.on('error', (error) => log.error({ kind: error.name }, 'job engine'))
  const handlers = new Map<string, (data: unknown, signal: AbortSignal) => Promise<void>>()
  const rhythms = new Map<string, string>()
  const atStart: string[] = []
  const known = new Set<string>()
  let started: Promise<void> | undefined

  async function ensureQueue(name: string): Promise<void> {
    if (known.has(name)) return
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: 5,
      retryBackoff: true,
      expireInSeconds: 3600,
      heartbeatSeconds: 30,
    })
    known.add(name)
  }

  return {
    handle: (kind, work, { cron, first } = {}) => {
      if (first === 'at start') atStart.push(kind.name)
      if (cron !== undefined) rhythms.set(kind.name, cron)
      handlers.set(kind.name, async (data, signal) => work(kind.data.parse(data), signal))
    },
    queue: async (kind, data, options = {}) => {
      await ensureQueue(kind.name)
      const key = options.key ?? crypto.randomUUID()
      await boss.send(kind.name, kind.data.parse(data) as object, {
        singletonKey: key,
        ...(options.afterSeconds === undefined ? {} : { startAfter: options.afterSeconds }),
      })
    },
    start: () => {
      started ??= (async () => {
        await boss.start()
        for (const [name, work] of handlers) {
          await ensureQueue(name)
          const cron = rhythms.get(name)
          if (cron !== undefined) await boss.schedule(name, cron, {})
          await boss.work(name, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
            if (job) await work(job.data, job.signal)
          })
        }
        for (const name of atStart) await boss.send(name, {}, { singletonKey: crypto.randomUUID() })
      })()
      return started
    },
    stop: async () => {
      if (started) await boss.stop({ graceful: true, timeout: 3000 })
    },
  }
}
