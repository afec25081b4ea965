import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'

let app: TestApp
const workspaceId = randomUUID()
const heard: string[] = []
let failing = false

beforeAll(async () => {
  app = await openTestApp()
  app.outbox.subscribe('person.erased', async ({ payload }) => {
    if (failing) throw new Error('not now')
    heard.push(payload.personId)
  })
})

async function tell(personId: string): Promise<void> {
  const payload = { personId, personNo: 1, requestId: randomUUID() }
  await app.pg
    .transaction()
    .execute((tx) => app.outbox.publish(tx, { workspaceId, topic: 'person.erased', payload }))
}

test('messages arrive in the order of their changes, once', async () => {
  await tell('a')
  await tell('b')
  expect(await app.outbox.drain()).toBe(2)
  expect(await app.outbox.drain()).toBe(0)
  expect(heard).toEqual(['a', 'b'])
})

test('a change that is rolled back tells nothing', async () => {
  const payload = { personId: 'never', personNo: 1, requestId: randomUUID() }
  const undone = app.pg.transaction().execute(async (tx) => {
    await app.outbox.publish(tx, { workspaceId, topic: 'person.erased', payload })
    throw new Error('rolled back')
  })
  await expect(undone).rejects.toThrow('rolled back')
  expect(await app.outbox.drain()).toBe(0)
})

test('a message whose subscriber fails is kept and delivered later', async () => {
  failing = true
  await tell('late')
  await app.outbox.drain()
  expect(heard).not.toContain('late')
  failing = false
  await new Promise((resolve) => setTimeout(resolve, 1100))
  await app.outbox.drain()
  expect(heard).toContain('late')
})

test('several copies of the program deliver each message once', async () => {
  heard.length = 0
  const ids = Array.from({ length: 30 }, (_, index) => `side-${index}`)
  for (const id of ids) await tell(id)
  await Promise.all([app.outbox.drain(), app.outbox.drain(), app.outbox.drain()])
  expect(heard.toSorted()).toEqual(ids.toSorted())
})
