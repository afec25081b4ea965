import { sql } from 'kysely'
import type { Logger } from 'pino'
import { z } from 'zod'
import { json, type Postgres, type PostgresTransaction } from '../store/postgres.ts'

/** What rooms tell each other. Payloads hold ids, never personal data. */
export const topics = {
  'person.erased': z.object({ personId: z.string(), personNo: z.number(), requestId: z.string() }),
  'person.merged': z.object({
    fromNo: z.number(),
    intoNo: z.number(),
    fromId: z.string(),
    intoId: z.string(),
  }),
  /** `purposes`: those somebody spoke of; without them it may be any. */
  'permission.changed': z.object({ purposes: z.array(z.string()).optional() }),
  'special.decided': z.object({}),
  /** On `day` events brought more new names of special categories than are listed. */
  'special.too-many': z.object({ day: z.string() }),
  'interview.brought': z.object({}),
  'team.wrote': z.object({}),
  'two-factor.ended': z.object({ userId: z.string(), at: z.string() }),
  'sitting.changed': z.object({
    sittingId: z.string(),
    what: z.enum(['planned', 'moved', 'cancelled', 'missed', 'held']),
  }),
  'sitting.kept': z.object({ participantId: z.string(), keptId: z.string(), leftIds: z.array(z.string()) }),
  'participant.withdrew': z.object({ withdrawalId: z.string() }),
} as const

export type Topic = keyof typeof topics
export type Payload<T extends Topic> = z.output<(typeof topics)[T]>
type Subscriber = (message: { workspaceId: string; payload: never }) => Promise<void>

export type Outbox = {
  /** Leaves a message in the same transaction as the change it tells of. */
  publish<T extends Topic>(
    tx: PostgresTransaction,
    message: { workspaceId: string; topic: T; payload: Payload<T> },
  ): Promise<void>
  /** Called once for each room at start. A subscriber may be called twice for one message and must not mind. */
  subscribe<T extends Topic>(
    topic: T,
    subscriber: (message: { workspaceId: string; payload: Payload<T> }) => Promise<void>,
  ): void
  /** Delivers what is due now, in order; a message whose subscriber fails is tried again later. Returns how many were delivered. */
  drain(): Promise<number>
  /** Delivers in the background until `stop`. */
  start(): void
  stop(): Promise<void>
}

/** The outbox over one PostgreSQL; several copies of the program may drain it at once. */
export function makeOutbox({ pg, log }: { pg: Postgres; log: Logger }): Outbox {
  const subscribers = new Map<string, Subscriber[]>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()

  async function deliverNext(): Promise<boolean> {
    return pg.transaction().execute(async (tx) => {
      const found = await sql<{
        id: number
        workspace_id: string
        topic: string
        payload: unknown
        attempts: number
      }>`
        select id, workspace_id, topic, payload, attempts from outbox
        where done_at is null and next_attempt_at <= now() order by id limit 1 for update skip locked`.execute(
        tx,
      )
      const row = found.rows[0]
      if (!row) return false
      try {
        const payload = topics[row.topic as Topic].parse(row.payload) as never
        for (const subscriber of subscribers.get(row.topic) ?? [])
          await subscriber({ workspaceId: row.workspace_id, payload })
        await sql`update outbox set done_at = now(), error = null where id = ${row.id}`.execute(tx)
      } catch (error) {
        const wait = Math.min(300, 2 ** row.attempts)
        const kind = error instanceof Error ? error.name : 'unknown'
        log.error({ topic: row.topic, attempts: row.attempts, kind }, 'outbox delivery failed')
        await sql`update outbox set attempts = attempts + 1, error = ${kind}, next_attempt_at = now() + ${wait} * interval '1 second'
          where id = ${row.id}`.execute(tx)
      }
      return true
    })
  }

  async function drain(): Promise<number> {
    let delivered = 0
    while (await deliverNext()) delivered += 1
    return delivered
  }

  function tick(): void {
    running = drain()
      .catch((error: unknown) =>
        log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'outbox not readable'),
      )
      .finally(() => {
        if (timer !== undefined) timer = setTimeout(tick, 500)
      })
  }

  return {
    publish: async (tx, { workspaceId, topic, payload }) => {
      await sql`insert into outbox (workspace_id, topic, payload) values (${workspaceId}, ${topic}, ${json(payload)}::jsonb)`.execute(
        tx,
      )
    },
    subscribe: (topic, subscriber) => {
      subscribers.set(topic, [...(subscribers.get(topic) ?? []), subscriber as Subscriber])
    },
    drain,
    start: () => {
      timer = setTimeout(tick, 0)
    },
    stop: async () => {
      clearTimeout(timer)
      timer = undefined
      await running
    },
  }
}
