import { sql } from 'kysely'
import { createHmac } from 'node:crypto'
import { Problem, type App } from '../platform/index.ts'

/** How often something may be tried by one account or one address before it is refused for the rest of the window. */
export type Limit = {
  /** What is tried: `sign-in`, `setup`. */
  what: string
  /** By whom: an e-mail or an address. Kept only as a keyed hash. */
  who: string
  most: number
  seconds: number
}

/**
 * Counts one attempt, before it is made, so that many at once cannot slip through. Throws Problem `too-many-attempts`
 * (429) that says how long to wait. Counted in PostgreSQL, so copies of the program count together.
 */
export async function countAttempt(app: App, limit: Limit): Promise<void> {
  const { count, endsAt } = await addAttempt(app, limit)
  if (count <= limit.most) return
  const minutes = Math.max(1, Math.ceil((endsAt.getTime() - app.clock.now().getTime()) / 60_000))
  throw new Problem({
    id: 'too-many-attempts',
    status: 429,
    detail: `Too many attempts. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`,
  })
}

/** Whether nobody has used this before, in so many seconds, at any copy of the program. Of several at once one is first. */
export async function isFirstUse(app: App, once: Omit<Limit, 'most'>): Promise<boolean> {
  return (await addAttempt(app, once)).count === 1
}

async function addAttempt(app: App, limit: Omit<Limit, 'most'>): Promise<{ count: number; endsAt: Date }> {
  const now = app.clock.now()
  const ends = new Date(now.getTime() + limit.seconds * 1000)
  const { rows } = await sql<{ count: number; window_ends_at: Date }>`
    insert into attempts as old (key, count, window_ends_at) values (${keyOf(app, limit)}, 1, ${ends})
    on conflict (key) do update set
      count = case when old.window_ends_at <= ${now} then 1 else old.count + 1 end,
      window_ends_at = case when old.window_ends_at <= ${now} then excluded.window_ends_at else old.window_ends_at end
    returning count, window_ends_at`.execute(app.pg)
  const row = rows[0]
  if (!row) throw new TypeError('an insert that returns a row returned none')
  return { count: row.count, endsAt: row.window_ends_at }
}

/** Forgets the attempts of somebody who got it right. */
export async function forgetAttempts(app: App, limit: Pick<Limit, 'what' | 'who'>): Promise<void> {
  await app.pg.deleteFrom('attempts').where('key', '=', keyOf(app, limit)).execute()
}

/** Takes one attempt back: what succeeded does not count against an address that many people share. */
export async function takeBackAttempt(app: App, limit: Pick<Limit, 'what' | 'who'>): Promise<void> {
  await sql`update attempts set count = greatest(count - 1, 0) where key = ${keyOf(app, limit)}`.execute(
    app.pg,
  )
}

/** Removes windows that are over. */
export async function clearAttempts(app: App): Promise<void> {
  await app.pg.deleteFrom('attempts').where('window_ends_at', '<', app.clock.now()).execute()
}

function keyOf(app: App, { what, who }: Pick<Limit, 'what' | 'who'>): string {
  return `${what}:${createHmac('sha256', app.secret).update(`${what}\n${who}`).digest('base64url')}`
}
