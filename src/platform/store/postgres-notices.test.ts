import pg from 'pg'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { makeNotices } from './postgres-notices.ts'

const still = (heard: Promise<void>) =>
  Promise.race([
    heard.then(() => 'heard' as const),
    new Promise<'waiting'>((resolve) => setTimeout(() => resolve('waiting'), 300)),
  ])

test('a connection that broke and says so again later wakes nobody who listens on the next one', async () => {
  const app = await openTestApp()
  const clients: pg.Client[] = []
  const notices = makeNotices({
    connect: () => {
      const client = new pg.Client({ connectionString: app.databaseUrl })
      clients.push(client)
      return client
    },
  })
  const asked = { channel: 'notices_test', payload: 'here', ms: 60_000 }
  const first = await notices.listen(asked)
  clients[0]?.emit('error', new Error('terminating connection due to administrator command'))
  expect(await still(first.heard)).toBe('heard')
  const second = await notices.listen(asked)
  await clients[0]?.end()
  clients[0]?.emit('end')
  expect(await still(second.heard)).toBe('waiting')
  await sql`select pg_notify('notices_test', 'here')`.execute(app.pg)
  await second.heard
  expect(clients).toHaveLength(2)
  await notices.stop()
})
