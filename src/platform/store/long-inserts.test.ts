import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../../test/app.ts'
import * as ch from './sql.ts'

test('an insert of fifty thousand rows, put together in parts, has every row once', async () => {
  const { ch: store } = await openTestApp()
  await store.command(
    ch.sql`CREATE TABLE long_insert (number UInt32, text String) ENGINE = MergeTree ORDER BY number`,
  )
  const rows = Array.from({ length: 50_001 }, (_, number) => ({ number, text: `line\n${number}` }))
  await store.insert('long_insert', rows)
  const [found] = await store.query(
    ch.sql`SELECT count() AS rows, uniqExact(number) AS numbers, countIf(text = concat('line\n', toString(number))) AS whole FROM long_insert`,
    z.object({ rows: z.number(), numbers: z.number(), whole: z.number() }),
  )
  expect(found).toEqual({ rows: 50_001, numbers: 50_001, whole: 50_001 })
})
