import { expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { joinWorkspace, openWorkspace } from '../../../test/members.ts'
import { openWebsite } from '../../../test/website.ts'
import { peopleRoom } from '../../people/index.ts'
import { findPeople } from './find-people.ts'
import { countArrivals } from './live.ts'

const app = await openTestApp()
peopleRoom.wire?.(app)
const { workspaceId } = await openWorkspace(app)
await joinWorkspace(app, { workspaceId, role: 'privacy officer' })
const { collect, stored } = await openWebsite(app, { workspaceId })
let day = 0
const onDay = (of: number) => {
  day = of
}
const noon = new Date().setUTCHours(12, 0, 0, 0)
Object.assign(app.clock, { now: () => new Date(noon + day * 86_400_000) })

const listed = () =>
  app.pg
    .selectFrom('trait_definitions')
    .select('trait')
    .where('workspace_id', '=', workspaceId)
    .orderBy('trait')
    .execute()
const further = async () =>
  (await countArrivals(app, { workspaceId, hours: 1 })).leftOut.find(({ name }) => name === '…')
const letters = () =>
  app.pg.selectFrom('mails').select('subject').where('workspace_id', '=', workspaceId).execute()

/** One event with so many names of religions that somebody made up. */
const madeUp = ({ from, many }: { from: number; many: number }) =>
  Object.fromEntries(Array.from({ length: many }, (_, index) => [`religion_of_${from + index}x`, 'y']))

test('of made-up names of special categories a hundred a day are listed, all are held back, and the privacy officer is told once', async () => {
  await collect([
    {
      type: 'track',
      event: 'E',
      userId: '1',
      messageId: 'a',
      properties: { size: 'L', ...madeUp({ from: 100, many: 90 }) },
    },
  ])
  await app.outbox.drain()
  expect(await listed()).toHaveLength(90)
  expect(await letters()).toEqual([])
  for (const [index, messageId] of ['b', 'c', 'd'].entries()) {
    const properties = { size: 'M', ...madeUp({ from: 200 + 100 * index, many: 50 }) }
    const collected = await collect([{ type: 'track', event: 'E', userId: '1', messageId, properties }])
    expect(collected).toMatchObject({ accepted: 1, refused: [] })
  }
  expect(await stored()).toEqual([
    [{ size: 'L' }, {}, {}],
    ...['b', 'c', 'd'].map(() => [{ size: 'M' }, {}, {}]),
  ])
  expect(await listed()).toHaveLength(100)
  expect(await further()).toEqual({ name: '…', why: 'special', times: 140 })
  await app.outbox.drain()
  await app.outbox.drain()
  expect(await letters()).toHaveLength(1)

  await collect([
    {
      type: 'identify',
      userId: '2',
      messageId: 'e',
      traits: { city: 'Ribe', ...madeUp({ from: 900, many: 3 }) },
    },
  ])
  await findPeople(app, { others: 'wait' })
  const waiting = await app.pg
    .selectFrom('held_facts')
    .select('trait')
    .where('workspace_id', '=', workspaceId)
    .execute()
  expect(waiting).toEqual([])
  expect(await listed()).toHaveLength(101)
  expect(await further()).toMatchObject({ times: 143 })
})

test('a day later there is room again, for names that still come', async () => {
  onDay(1)
  await collect([
    { type: 'track', event: 'E', userId: '1', messageId: 'f', properties: madeUp({ from: 400, many: 50 }) },
  ])
  expect(await listed()).toHaveLength(151)
  expect(await further()).toMatchObject({ times: 143 })
})
