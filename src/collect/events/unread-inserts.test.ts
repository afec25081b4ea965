import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { ch } from '../../platform/index.ts'
import { readInserts } from './unread-inserts.ts'

let app: TestApp
let names: string[]

beforeAll(async () => {
  app = await openTestApp()
})

beforeEach(async () => {
  await app.ch.command(ch.sql`TRUNCATE TABLE events`)
  names = []
})

const now = Date.UTC(2026, 0, 2, 12)

async function insert(name: string, storedAt: number): Promise<void> {
  const row = { workspace_id: randomUUID(), name, id_kind: 'user_id', id_value: '1', message_id: name }
  const moments = { at: now, received_at: now, stored_at: storedAt }
  await app.ch.insert('events', [{ ...row, type: 'track', source_id: randomUUID(), ...moments }])
}

async function read(mark: number): Promise<number> {
  names = []
  return readInserts(app, {
    mark,
    read: async (written) => {
      const rows = await app.ch.query(
        ch.sql`SELECT name FROM events WHERE ${written} ORDER BY name`,
        z.object({ name: z.string() }),
      )
      names.push(...rows.map((row) => row.name))
    },
  })
}

test('an insert is read once, also one that appears after a later one', async () => {
  await insert('first', now - 3000)
  await insert('third', now)
  const mark = await read(0)
  expect([mark, names]).toEqual([now, ['first', 'third']])
  await insert('second', now - 2000)
  expect([await read(mark), names]).toEqual([now, ['second']])
  expect([await read(mark), names]).toEqual([now, []])
})

test('where the mark is not the one left here, the last seconds are read again and no more', async () => {
  await insert('long ago', now - 60_000)
  await insert('lately', now - 3000)
  await read(0)
  expect([await read(now), names]).toEqual([now, ['lately']])
})

test('what could not be kept is read again', async () => {
  await insert('first', now)
  const failing = readInserts(app, { mark: 0, read: () => Promise.reject(new Error('engine down')) })
  await expect(failing).rejects.toThrow('engine down')
  expect([await read(0), names]).toEqual([now, ['first']])
})
