import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { forgetPerson } from '../../people/erasure.ts'
import { defineTraits, releaseHeld, resolvePeople, writeFacts } from '../../people/index.ts'
import { ch } from '../../platform/index.ts'
import { collectEvents } from './collect-events.ts'
import { findPeople } from './find-people.ts'
import { countArrivals } from './live.ts'

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
    expect((await stored()).map(([, told]) => told)).toEqual([{ religion: 'x', profile: { floor: 2 } }])
    expect(await leftOut()).toEqual([{ name: 'diagnosis', why: 'special', times: 1 }])
  })
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
