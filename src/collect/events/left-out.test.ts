import { beforeEach, describe, expect, test } from 'vitest'
import { openTestApp } from '../../../test/app.ts'
import { openWebsite, type Website } from '../../../test/website.ts'
import { defineTraits, releaseHeld } from '../../people/index.ts'
import { findPeople } from './find-people.ts'
import { countArrivals } from './live.ts'

const app = await openTestApp()
let workspaceId: string
let collect: Website['collect']
let stored: Website['stored']
beforeEach(async () => {
  ;({ workspaceId, collect, stored } = await openWebsite(app))
})

const leftOut = async () => (await countArrivals(app, { workspaceId, hours: 1 })).leftOut
const waiting = () =>
  app.pg.selectFrom('held_facts').select(['trait', 'value']).where('workspace_id', '=', workspaceId).execute()

describe('a property whose name says a special category', () => {
  test('is not stored, at any depth, and is told by its name', async () => {
    const consent = { categoryPreferences: { health: false, analytics: true } }
    await collect(
      [
        {
          type: 'track',
          event: 'Booked',
          userId: '1',
          messageId: 'a',
          properties: { religion: 'Muslim', size: 'L', about: [{ diagnosis: 'hiv', floor: 2 }] },
          context: { consent, traits: { sexualOrientation: 'gay', plan: 'free' } },
        },
        { type: 'group', groupId: 'g', userId: '1', messageId: 'b', traits: { tradeUnion: 'x', seats: 3 } },
        { type: 'track', event: 'Booked', userId: '2', messageId: 'c', properties: { religion: 'None' } },
      ],
      { traits: { ethnicity: 'x' }, app: { name: 'Shop' } },
    )
    expect(await stored()).toEqual([
      [
        { size: 'L', about: [{ floor: 2 }] },
        {},
        { app: { name: 'Shop' }, consent, traits: { plan: 'free' } },
      ],
      [{ groupId: 'g' }, { seats: 3 }, { app: { name: 'Shop' }, traits: {} }],
      [{}, {}, { app: { name: 'Shop' }, traits: {} }],
    ])
    expect(await leftOut()).toEqual([
      { name: 'religion', why: 'special', times: 2 },
      { name: 'diagnosis', why: 'special', times: 1 },
      { name: 'ethnicity', why: 'special', times: 1 },
      // A word of consent to a use we do not have.
      { name: 'health', why: 'unread', times: 1 },
      { name: 'sexualOrientation', why: 'special', times: 1 },
      { name: 'tradeUnion', why: 'special', times: 1 },
    ])
  })

  test('is not stored either where more is nested beside it than can be read', async () => {
    for (const depth of [500, 2000, 4000, 8000, 100_000]) {
      const nested: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
      const properties = { religion: 'Muslim', nested }
      const collected = await collect([{ type: 'track', event: 'E', userId: '1', properties }])
      expect(collected.accepted + collected.refused.length).toBe(1)
    }
    expect(JSON.stringify(await stored())).not.toContain('Muslim')
    const refused = await app.pg
      .selectFrom('refused_events')
      .select(['reason', 'body'])
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(refused.at(-1)).toEqual({ reason: 'nested too deeply', body: '' })
  })

  test('comes in once its ground is stated, and where the workspace had decided that it is none', async () => {
    const say = (messageId: string) =>
      collect([
        { type: 'track', event: 'E', userId: '1', messageId, properties: { religion: 'x', race: '10 km' } },
      ])
    await defineTraits(app, {
      workspaceId,
      traits: [{ trait: 'race', type: 'category', class: 'behaviour' }],
    })
    await say('a')
    await releaseHeld(app, { workspaceId, trait: 'religion', ground: 'a explicit consent' })
    await say('b')
    expect((await stored()).map(([properties]) => properties)).toEqual([
      { race: '10 km' },
      { religion: 'x', race: '10 km' },
    ])
  })

  test('as a trait of a person waits as a fact does; inside another trait it is left out', async () => {
    const traits = { religion: 'x', profile: { diagnosis: 'hiv', floor: 2 } }
    await collect([{ type: 'identify', userId: '1', messageId: 'a', traits }])
    await findPeople(app, { others: 'wait' })
    expect(await waiting()).toEqual([{ trait: 'religion', value: 'x' }])
    expect((await stored()).map(([, told]) => told)).toEqual([{ profile: { floor: 2 } }])
    expect(await leftOut()).toEqual([{ name: 'diagnosis', why: 'special', times: 1 }])
  })

  test('as the only thing an identify call says of somebody waits as well', async () => {
    await collect([{ type: 'identify', userId: '1', messageId: 'a', traits: { religion: 'x' } }])
    await findPeople(app, { others: 'wait' })
    expect(await waiting()).toEqual([{ trait: 'religion', value: 'x' }])
    expect(await stored()).toEqual([[{}, {}, {}]])
  })
})

test('names of consent made up without end are counted together', async () => {
  const preferences = (from: number) =>
    Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`made up ${String.fromCharCode(97 + index)}${from}`, true]),
    )
  const say = (from: number) => ({
    ...{
      type: 'track',
      event: 'E',
      userId: '1',
      context: { consent: { categoryPreferences: preferences(from) } },
    },
  })
  await collect([say(1)])
  await collect(Array.from({ length: 14 }, (_, index) => say(index + 2)))
  await collect([say(1), say(99)])
  const told = await app.pg
    .selectFrom('left_out_properties')
    .select(['name', 'times'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const times = new Map(told.map((row) => [row.name, Number(row.times)]))
  expect(times.size).toBe(201)
  expect(times.get('made up a1')).toBe(2)
  expect(times.get('…')).toBe(300 - 200 + 20)
})
