import { expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { joinWorkspace, openWorkspace } from '../../../test/members.ts'
import { openWebsite } from '../../../test/website.ts'
import { peopleRoom } from '../../people/index.ts'
import { findPeople } from './find-people.ts'
import { countArrivals } from './live.ts'
import { carryOut } from './sealed.ts'

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
    .where('listed', '=', true)
    .orderBy('trait')
    .execute()
const waiting = () =>
  app.pg
    .selectFrom('held_facts')
    .select(['trait', 'value'])
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
  expect(await waiting()).toEqual([900, 901, 902].map((no) => ({ trait: `religion_of_${no}x`, value: 'y' })))
  expect(await listed()).toHaveLength(101)
  expect(await further()).toMatchObject({ times: 140 })
})

test('a trait that is special by its answers is held back and sealed also when the number of the day is used up', async () => {
  const beliefs = ['Muslim', 'Christian', 'Jewish', 'Hindu', 'Buddhist', 'Muslim', 'Christian', 'Jewish']
  await collect(
    beliefs.map((q7, index) => ({
      type: 'identify',
      userId: `${20 + index}`,
      messageId: `q${index}`,
      traits: { q7 },
    })),
  )
  await findPeople(app, { others: 'wait' })
  const answers = (await waiting()).filter(({ trait }) => trait === 'q7')
  expect(answers.map(({ value }) => value).toSorted()).toEqual(beliefs.toSorted())
  expect(await listed()).not.toContainEqual({ trait: 'q7' })
  await carryOut(app, workspaceId)
  const open = await stored()
  expect(open).toHaveLength(5 + beliefs.length)
  expect(open.filter(([, traits]) => JSON.stringify(traits).includes('q7'))).toEqual([])

  await collect([{ type: 'track', event: 'E', userId: '1', messageId: 'z', properties: { q7: 'Sikh' } }])
  expect((await stored()).at(-1)).toEqual([{}, {}, {}])
  expect(await further()).toMatchObject({ times: 141 })
})

test('a day later there is room again, for names that still come', async () => {
  onDay(1)
  await collect([
    { type: 'track', event: 'E', userId: '1', messageId: 'f', properties: madeUp({ from: 400, many: 50 }) },
  ])
  expect(await listed()).toHaveLength(151)
  expect(await further()).toMatchObject({ times: 141 })
  await collect([{ type: 'identify', userId: '2', messageId: 'g', traits: { q7: 'Sikh' } }])
  await findPeople(app, { others: 'wait' })
  expect(await listed()).toContainEqual({ trait: 'q7' })
})

test('names that come in many calls at the same moment take one place each', async () => {
  onDay(2)
  const before = (await listed()).length
  const properties = madeUp({ from: 700, many: 2 })
  await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      collect([{ type: 'track', event: 'E', userId: '1', messageId: `same${index}`, properties }]),
    ),
  )
  expect(await listed()).toHaveLength(before + 2)
  await collect([
    { type: 'track', event: 'E', userId: '1', messageId: 'h', properties: madeUp({ from: 500, many: 99 }) },
  ])
  expect(await listed()).toHaveLength(before + 100)
  expect(await further()).toMatchObject({ times: 142 })
})
