import { sql, type RawBuilder } from 'kysely'
import { expect } from 'vitest'
import { repeatedTransactions, type App } from '../src/platform/index.ts'

/**
 * Does some work beside a transaction that has taken the first of two things, and takes the second once the work waits. Where each would wait for the other, PostgreSQL
 * ends one of the two, which is then begun again: that must not have happened.
 */
export async function beside<T>(
  { pg }: Pick<App, 'pg'>,
  given: { first: RawBuilder<unknown>; second: RawBuilder<unknown>; work: () => Promise<T> },
): Promise<T> {
  const { first, second, work } = given
  const before = repeatedTransactions()
  const { done } = await pg.transaction().execute(async (tx) => {
    await first.execute(tx)
    const working = work()
    working.catch(() => undefined)
    await waitsFor({ pg })
    await second.execute(tx)
    return { done: working }
  })
  const result = await done
  expect(repeatedTransactions()).toBe(before)
  return result
}

/** Done once so many transactions of this database wait for another. */
export async function waitsFor({ pg }: Pick<App, 'pg'>, { n = 1 } = {}): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from pg_stat_activity
          where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`.execute(pg)
        return rows[0]?.n
      },
      { timeout: 20_000 },
    )
    .toBe(n)
}
