import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { forgetPerson } from '../../people/erasure.ts'
import { defineTraits, releaseHeld, resolvePeople, writeFacts } from '../../people/index.ts'
import { ch } from '../../platform/index.ts'
import { collectEvents } from './collect-events.ts'
import { findPeople } from './find-people.ts'
import { eventHoldings } from './holdings.ts'
import { parseExactly } from './json-exact.ts'
import { countArrivals } from './live.ts'
import { forgetSealed, letInSealed } from './sealed.ts'

let app: TestApp
let workspaceId: string
let sourceId: string

beforeAll(async () => {
  app = await openTestApp()
})

beforeEach(async () => {
  const made = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  workspaceId = made.id
  const values = {
    workspace_id: workspaceId,
    name: 'Website',
    party: 'first',
    origin: 'observed',
    kind: 'events',
  }
  sourceId = (await app.pg.insertInto('sources').values(values).returning('id').executeTakeFirstOrThrow()).id
})

const collect = (messages: readonly unknown[], context?: unknown) =>
  collectEvents(app, { workspaceId, sourceId }, { messages, envelope: { sentAt: undefined, context } })

const Stored = z.object({ properties: z.string(), traits: z.string(), context: z.string() })

async function stored() {
  const rows = await app.ch.query(
    ch.sql`SELECT properties, traits, context FROM events WHERE workspace_id = ${ch.uuid(workspaceId)} ORDER BY message_id`,
    Stored,
  )
  return rows.map(({ properties, traits, context }): unknown[] => [
    JSON.parse(properties),
    JSON.parse(traits),
    JSON.parse(context),
  ])
}

/** Properties and traits as they will be once the parts of the table are merged. */
const merged = () =>
  app.ch.query(
    ch.sql`SELECT properties, traits FROM events FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} ORDER BY message_id`,
    z.object({ properties: z.string(), traits: z.string() }),
  )
const newest = async () =>
  (await merged()).map(({ properties, traits }): unknown[] => [JSON.parse(properties), JSON.parse(traits)])

async function sealed(): Promise<number> {
  const [row] = await app.ch.query(
    ch.sql`SELECT countIf(sealed != '') AS n FROM events WHERE workspace_id = ${ch.uuid(workspaceId)}`,
    z.object({ n: z.number() }),
  )
  return row?.n ?? 0
}

const leftOut = async () => (await countArrivals(app, { workspaceId, hours: 1 })).leftOut

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

  test('comes in once its ground is stated, and where the workspace decided that it is none', async () => {
    const say = (messageId: string) =>
      collect([
        { type: 'track', event: 'E', userId: '1', messageId, properties: { religion: 'x', race: '10 km' } },
      ])
    await say('a')
    await releaseHeld(app, { workspaceId, trait: 'religion', ground: 'a explicit consent' })
    await defineTraits(app, {
      workspaceId,
      traits: [{ trait: 'race', type: 'category', class: 'behaviour' }],
    })
    await say('b')
    expect((await stored()).map(([properties]) => properties)).toEqual([{}, { religion: 'x', race: '10 km' }])
  })

  test('as a trait of a person waits as a fact does; inside another trait it is left out', async () => {
    const traits = { religion: 'x', profile: { diagnosis: 'hiv', floor: 2 } }
    await collect([{ type: 'identify', userId: '1', messageId: 'a', traits }])
    await findPeople(app, { others: 'wait' })
    const held = await app.pg
      .selectFrom('held_facts')
      .select(['trait', 'value'])
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(held).toEqual([{ trait: 'religion', value: 'x' }])
    expect((await stored()).map(([, told]) => told)).toEqual([{ profile: { floor: 2 } }])
    expect(await leftOut()).toEqual([{ name: 'diagnosis', why: 'special', times: 1 }])
  })

  test('as the only thing an identify call says of somebody waits as well', async () => {
    await collect([{ type: 'identify', userId: '1', messageId: 'a', traits: { religion: 'x' } }])
    await findPeople(app, { others: 'wait' })
    const held = await app.pg
      .selectFrom('held_facts')
      .select(['trait', 'value'])
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(held).toEqual([{ trait: 'religion', value: 'x' }])
    expect(await stored()).toEqual([[{}, {}, {}]])
  })

  test('lies sealed with its event, and takes its place once the ground is stated, each event once', async () => {
    const number = '12345678901234567890'
    const properties = { religion: 'x', diagnosis: 'hiv', size: 'L', nul: '\u0000' }
    await collect(
      [
        { type: 'track', event: 'Booked', userId: '1', messageId: 'a', properties },
        { type: 'identify', userId: '1', messageId: 'b', traits: { religion: 'x', plan: 'free' } },
        { type: 'track', event: 'Paid', userId: '2', messageId: 'c', properties: { size: 'M' } },
        parseExactly(
          `{"type":"track","event":"Said","userId":"2","messageId":"d","properties":{"n":${number},"religion":[1]}}`,
        ),
      ],
      { traits: { ethnicity: 'y' } },
    )
    await findPeople(app, { others: 'wait' })
    await letInSealed(app, workspaceId)
    expect(JSON.stringify(await stored())).not.toMatch(/religion|diagnosis|ethnicity/)

    await releaseHeld(app, { workspaceId, trait: 'religion', ground: 'a explicit consent' })
    const told = await app.pg
      .selectFrom('outbox')
      .select('topic')
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(told).toContainEqual({ topic: 'special.decided' })
    for (const round of [1, 2]) {
      await letInSealed(app, workspaceId)
      expect(await newest(), `after ${round} rounds`).toEqual([
        [{ religion: 'x', size: 'L', nul: '\u0000' }, {}],
        [{}, { religion: 'x', plan: 'free' }],
        [{ size: 'M' }, {}],
        [{ n: Number(number), religion: [1] }, {}],
      ])
    }
    expect((await merged())[3]?.properties).toContain(number)
    expect(await countArrivals(app, { workspaceId, hours: 1 })).toMatchObject({
      accepted: 4,
      leftOut: [
        { name: 'diagnosis', why: 'special', times: 1 },
        { name: 'ethnicity', why: 'special', times: 1 },
      ],
    })
    await releaseHeld(app, { workspaceId, trait: 'diagnosis', ground: 'a explicit consent' })
    await letInSealed(app, workspaceId)
    expect((await newest())[0]).toEqual([properties, {}])
  })

  test('is in what the person is given of their own, goes when they do, and is forgotten after a month', async () => {
    const properties = { religion: 'Muslim', size: 'L' }
    const say = (userId: string) =>
      collect([{ type: 'track', event: 'Booked', userId, messageId: userId, properties }])
    await say('1')
    await say('2')
    await findPeople(app, { others: 'wait' })
    const people = await app.pg
      .selectFrom('people')
      .select(['id', 'no'])
      .where('workspace_id', '=', workspaceId)
      .orderBy('no')
      .execute()
    const [first] = people.map(({ id, no }) => ({ workspaceId, personId: id, personNo: no }))
    if (first === undefined) throw new Error('nobody was found')
    expect(await eventHoldings.exportPerson(app, first)).toMatchObject({
      events: [{ properties: { size: 'L' }, heldBack: { properties } }],
    })
    expect(await sealed()).toBe(2)
    await eventHoldings.erasePerson(app, first)
    expect(await sealed()).toBe(1)
    await forgetSealed(app)
    expect(await sealed()).toBe(1)
    const nextMonth = new Date(app.clock.now().getTime() + 31 * 86_400_000)
    await forgetSealed({ ...app, clock: { ...app.clock, now: () => nextMonth } })
    expect(await sealed()).toBe(0)
    expect(await stored()).toEqual([[{ size: 'L' }, {}, {}]])
  })

  test('counts for the size of its event, and is not kept with one that is refused', async () => {
    const properties = { religion: 'Muslim '.repeat(5000), size: 'L' }
    const collected = await collect([{ type: 'track', event: 'E', userId: '1', properties }])
    expect(collected).toMatchObject({ accepted: 0, refused: [{ reason: 'larger than 32 KB' }] })
    const [kept] = await app.pg
      .selectFrom('refused_events')
      .select('body')
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(JSON.parse(kept?.body ?? '')).toMatchObject({ properties: { size: 'L' } })
    expect(kept?.body).not.toContain('Muslim')
  })

  test('of somebody who says no to analysis is not kept at all', async () => {
    const context = { consent: { categoryPreferences: { analysis: false } } }
    await collect([
      { type: 'track', event: 'E', userId: '1', messageId: 'a', properties: { religion: 'x' }, context },
    ])
    expect(await sealed()).toBe(0)
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

describe('the address of somebody erased', () => {
  const address = `erased-${randomUUID()}@example.dk`
  const written = ` ${address.toUpperCase()} `

  beforeEach(async () => {
    const of = { workspaceId, sourceId, trust: 'trusted' } as const
    const [person] = await resolvePeople(app, {
      ...of,
      rows: [{ identifiers: [{ kind: 'email', value: address }] }],
    })
    if (person === undefined || person.state === 'refused') throw new Error('nobody made')
    const { personNo } = person
    await app.pg.transaction().execute((tx) => forgetPerson({ app, tx }, { workspaceId, personNo }))
  })

  test('does not come back as a trait, a property or what a message is about', async () => {
    const collected = await collect([
      { type: 'identify', userId: 'other-1', messageId: 'a', traits: { email: written, city: 'Aarhus' } },
      { type: 'track', event: 'E', userId: 'other-1', messageId: 'b', properties: { to: [address, 'you'] } },
      { type: 'group', groupId: address, userId: 'other-1', messageId: 'c', traits: { owner: written } },
      { type: 'track', event: 'E', userId: written, messageId: 'd' },
      { type: 'alias', userId: 'other-1', previousId: address, messageId: 'e' },
      { type: 'track', event: 'E', anonymousId: address, messageId: 'f' },
    ])
    expect(collected).toMatchObject({
      accepted: 3,
      refused: [3, 4, 5].map((index) => ({ index, reason: 'somebody erased' })),
    })
    expect(await stored()).toEqual([
      [{}, { city: 'Aarhus' }, {}],
      [{ to: ['you'] }, {}, {}],
      [{}, {}, {}],
    ])
    const refused = await app.pg
      .selectFrom('refused_events')
      .select('body')
      .where('workspace_id', '=', workspaceId)
      .execute()
    expect(refused).toEqual([{ body: '' }, { body: '' }, { body: '' }])
    expect((await leftOut()).map(({ name, why, times }) => `${why} ${name} ${times}`)).toEqual([
      'erased email 1',
      'erased groupId 1',
      'erased owner 1',
      'erased to 1',
    ])
  })

  test('does not come back as a user number or a fact of another', async () => {
    const of = { workspaceId, sourceId, trust: 'trusted' } as const
    const resolved = await resolvePeople(app, {
      ...of,
      rows: [
        { identifiers: [{ kind: 'user_id', value: written }] },
        { identifiers: [{ kind: 'user_id', value: 'u2' }] },
      ],
    })
    expect(resolved).toMatchObject([{ state: 'refused', why: 'suppressed' }, { state: 'new' }])
    const personNo = resolved[1]?.state === 'new' ? resolved[1].personNo : 0
    const fact = { personNo, num: null, origin: 'told', class: 'none', at: app.clock.now() } as const
    const facts = [
      { ...fact, trait: 'second address', text: written },
      { ...fact, trait: 'city', text: 'Aarhus' },
    ]
    expect(await writeFacts(app, { workspaceId, sourceId, facts })).toEqual({ written: 1, held: 0 })
  })

  test('erased as a user number does not come back as an address', async () => {
    const of = { workspaceId, sourceId, trust: 'public' } as const
    const other = `Other-${randomUUID()}@Example.dk`
    const [person] = await resolvePeople(app, {
      ...of,
      rows: [{ identifiers: [{ kind: 'user_id', value: other }] }],
    })
    const personNo = person?.state === 'new' ? person.personNo : 0
    await app.pg.transaction().execute((tx) => forgetPerson({ app, tx }, { workspaceId, personNo }))
    const rows = [{ identifiers: [{ kind: 'email', value: other.toLowerCase() }] }]
    expect(await resolvePeople(app, { ...of, rows })).toEqual([{ state: 'refused', why: 'suppressed' }])
  })
})
