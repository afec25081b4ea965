import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { answerError } from '../http/mount.ts'
import { Problem } from '../http/problem.ts'
import type { PostgresTransaction } from './postgres.ts'
import { repeatedTransactions } from './repeated-transactions.ts'

const app = await openTestApp()

beforeEach(async () => {
  await sql`drop table if exists counted`.execute(app.pg)
  await sql`create table counted (id int primary key, n int not null)`.execute(app.pg)
  await sql`insert into counted values (1, 0), (2, 0)`.execute(app.pg)
})

const add = (tx: PostgresTransaction, id: number) =>
  sql`update counted set n = n + 1 where id = ${id}`.execute(tx)

async function counted(): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`select n from counted order by id`.execute(app.pg)
  return rows.map(({ n }) => n)
}

/** Lets nobody on before two have come, and afterwards anybody. */
function meeting(): () => Promise<void> {
  const gate = Promise.withResolvers<void>()
  let come = 0
  return () => {
    if (++come === 2) gate.resolve()
    return gate.promise
  }
}

test('of two transactions that wait for each other one is begun again, and both are done once', async () => {
  const before = repeatedTransactions()
  const meet = meeting()
  let runs = 0
  const addBoth = ([first, second]: [number, number]) =>
    app.pg.transaction().execute(async (tx) => {
      runs++
      await add(tx, first)
      await meet()
      await add(tx, second)
    })
  await Promise.all([addBoth([1, 2]), addBoth([2, 1])])
  expect(await counted()).toEqual([2, 2])
  expect([runs, repeatedTransactions() - before]).toEqual([3, 1])
})

test('of two who look and write the same the second finds what the first has written', async () => {
  const meet = meeting()
  const make = () =>
    app.pg.transaction().execute(async (tx) => {
      const { rows } = await sql`select from counted where id = 3`.execute(tx)
      if (rows.length > 0) return 'known'
      await meet()
      await sql`insert into counted values (3, 0)`.execute(tx)
      return 'made'
    })
  expect((await Promise.all([make(), make()])).toSorted()).toEqual(['known', 'made'])
})

test('a refusal is told at once, and what collides each time is told to try again, with nothing written', async () => {
  const collided = Object.assign(new Error('deadlock detected'), { code: '40P01' })
  for (const [thrown, times] of [
    [new Problem({ id: 'x', status: 409, detail: '' }), 1],
    [collided, 3],
  ] as const) {
    let runs = 0
    const work = app.pg.transaction().execute(async (tx) => {
      runs++
      await add(tx, 1)
      throw thrown
    })
    await expect(work).rejects.toBe(thrown)
    expect(runs).toBe(times)
  }
  expect(await counted()).toEqual([0, 0])
  const answer = answerError(app, collided)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
  expect(await answer.json()).toMatchObject({ id: 'too-many-at-once', status: 503 })
})
