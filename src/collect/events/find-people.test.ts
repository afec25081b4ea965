import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { declareBases, freshPermission, mayUse } from '../../consent/index.ts'
import { personByIdentifier, resolvePeople, writeFacts } from '../../people/index.ts'
import { ch } from '../../platform/index.ts'
import { forgetPerson } from '../../people/erasure.ts'
import { peopleHoldings } from '../../people/holdings.ts'
import { collectEvents, keepRefused } from './collect-events.ts'
import { findPeople } from './find-people.ts'
import { forgetRefused } from './forget-refused.ts'
import { eventHoldings } from './holdings.ts'

type Place = { app: TestApp; workspaceId: string; sourceId: string }
let place: Place

beforeAll(async () => {
  const app = await openTestApp()
  const { id: workspaceId } = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  place = { app, workspaceId, sourceId: await newSource(app, workspaceId, 'Website') }
})

async function newSource(app: TestApp, workspaceId: string, name: string): Promise<string> {
  const values = {
    workspace_id: workspaceId,
    name,
    party: 'first',
    origin: 'observed',
    kind: 'events',
  } as const
  const source = await app.pg.insertInto('sources').values(values).returning('id').executeTakeFirstOrThrow()
  await declareBases(app, {
    workspaceId,
    declarer: { kind: 'source', id: source.id },
    by: undefined,
    bases: { analysis: { basis: 'legitimate interest' }, advertising: { basis: 'consent' } },
  })
  return source.id
}

async function collect(...messages: object[]): Promise<void> {
  const { app, workspaceId, sourceId } = place
  const collected = await collectEvents(
    app,
    { workspaceId, sourceId },
    { messages, envelope: { sentAt: undefined, context: undefined } },
  )
  expect(collected.refused).toEqual([])
  // A round begun in the background by an earlier event may hold the turn.
  await findPeople(app, { others: 'wait' })
}

const personOf = (kind: 'user_id' | 'anonymous_id', value: string) =>
  personByIdentifier(place.app, { workspaceId: place.workspaceId, identifier: { kind, value } })

async function eventsOfPerson(personNo: number): Promise<string[]> {
  const rows = await place.app.ch.query(
    ch.sql`SELECT name FROM events INNER JOIN (SELECT workspace_id, key, person FROM identity FINAL) AS i USING (workspace_id, key)
      WHERE person = ${ch.u32(personNo)} ORDER BY name LIMIT 1 BY message_hash`,
    z.object({ name: z.string() }),
  )
  return rows.map((row) => row.name)
}

describe('people in events', () => {
  test('somebody not seen before becomes a person, once, with their events', async () => {
    const userId = `new-${randomUUID()}`
    await collect({ type: 'track', event: 'A', userId }, { type: 'track', event: 'B', userId })
    await collect({ type: 'track', event: 'C', userId })
    const person = await personOf('user_id', userId)
    expect(await eventsOfPerson(person?.personNo ?? 0)).toEqual(['A', 'B', 'C'])
  })

  test('what a device did before it was known belongs to the user it turned out to be', async () => {
    const [userId, anonymousId] = [`u-${randomUUID()}`, `d-${randomUUID()}`]
    await collect({ type: 'page', anonymousId })
    await collect({ type: 'identify', userId, anonymousId, traits: { plan: 'gold', age: 42 } })
    const person = await personOf('user_id', userId)
    expect(await eventsOfPerson(person?.personNo ?? 0)).toEqual(['Identified', 'Page viewed'])
  })

  test('traits become facts of the person, observed', async () => {
    const userId = `t-${randomUUID()}`
    await collect({ type: 'identify', userId, traits: { plan: 'gold', age: 42, tags: ['a'], empty: '' } })
    const person = await personOf('user_id', userId)
    const facts = await place.app.ch.query(
      ch.sql`SELECT trait, text, num, origin FROM facts FINAL WHERE person = ${ch.u32(person?.personNo ?? 0)} ORDER BY trait`,
      z.object({ trait: z.string(), text: z.string(), num: z.number().nullable(), origin: z.string() }),
    )
    expect(facts).toEqual([
      { trait: 'age', text: '42', num: 42, origin: 'observed' },
      { trait: 'plan', text: 'gold', num: null, origin: 'observed' },
      { trait: 'tags', text: '["a"]', num: null, origin: 'observed' },
    ])
  })

  test('a public key does not tie a device to somebody a trusted source knows', async () => {
    const { app, workspaceId } = place
    const sourceId = await newSource(app, workspaceId, 'CRM')
    const [userId, anonymousId] = [`crm-${randomUUID()}`, `stranger-${randomUUID()}`]
    await resolvePeople(app, {
      workspaceId,
      sourceId,
      trust: 'trusted',
      rows: [{ identifiers: [{ kind: 'user_id', value: userId }] }],
    })
    await collect({ type: 'track', event: 'Strange', anonymousId }, { type: 'identify', userId, anonymousId })
    const [known, device] = [await personOf('user_id', userId), await personOf('anonymous_id', anonymousId)]
    expect(known?.personNo).not.toBe(device?.personNo)
    expect(await eventsOfPerson(known?.personNo ?? 0)).toEqual(['Identified'])
  })

  test('a public key takes consent away from anybody and gives it only for somebody nobody else knows', async () => {
    const { app, workspaceId } = place
    const may = async (personNo: number, purpose: 'analysis' | 'advertising') => {
      await freshPermission(app, workspaceId)
      return mayUse(app.pg, { workspaceId, personNo, purpose })
    }
    const sourceId = await newSource(app, workspaceId, 'Shop')
    const [known, fresh] = [`known-${randomUUID()}`, `fresh-${randomUUID()}`]
    await resolvePeople(app, {
      workspaceId,
      sourceId,
      trust: 'trusted',
      rows: [{ identifiers: [{ kind: 'user_id', value: known }] }],
    })
    const yes = { consent: { categoryPreferences: { advertising: true } } }
    await collect(
      { type: 'page', userId: known, context: yes },
      { type: 'page', userId: fresh, context: yes },
    )
    const [knownNo, freshNo] = [
      (await personOf('user_id', known))?.personNo ?? 0,
      (await personOf('user_id', fresh))?.personNo ?? 0,
    ]
    expect(await may(knownNo, 'advertising')).toBe(false)
    expect(await may(freshNo, 'advertising')).toBe(true)
    expect(await may(knownNo, 'analysis')).toBe(true)
    await collect({
      type: 'page',
      userId: known,
      context: { consent: { categoryPreferences: { analytics: false } } },
    })
    expect(await may(knownNo, 'analysis')).toBe(false)
  })

  test('more new people than are looked up at once are all found', async () => {
    const { app, workspaceId, sourceId } = place
    const users = Array.from({ length: 25 }, (_, index) => `crowd-${String(index).padStart(2, '0')}`)
    const messages = users.map((userId) => ({ type: 'page', userId, anonymousId: `device of ${userId}` }))
    const envelope = { sentAt: undefined, context: undefined }
    await collectEvents(app, { workspaceId, sourceId }, { messages, envelope })
    await findPeople(app, { pageRows: 4, others: 'wait' })
    const found = await app.pg
      .selectFrom('identifiers')
      .select('value')
      .where('value', 'in', users)
      .orderBy('value')
      .execute()
    expect(found.map(({ value }) => value)).toEqual(users)
  })

  test('a no in an event holds at the next read, many at once too', async () => {
    const { app, workspaceId, sourceId } = place
    const users = Array.from({ length: 5 }, () => `no-${randomUUID()}`)
    await collect(...users.map((userId) => ({ type: 'page', userId })))
    const context = { consent: { categoryPreferences: { analytics: false } } }
    const envelope = { sentAt: undefined, context: undefined }
    await Promise.all(
      users.map((userId) =>
        collectEvents(
          app,
          { workspaceId, sourceId },
          { messages: [{ type: 'page', userId, context }], envelope },
        ),
      ),
    )
    for (const userId of users) {
      const personNo = (await personOf('user_id', userId))?.personNo ?? 0
      expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'analysis' })).toBe(false)
    }
  })

  test('a no holds however it is spelt, and a yes that is no true gives nothing', async () => {
    const { app, workspaceId } = place
    const userId = `spelt-${randomUUID()}`
    const said = (categoryPreferences: object) =>
      collect({ type: 'page', userId, context: { consent: { categoryPreferences } } })
    const may = async (purpose: 'analysis' | 'advertising') => {
      const personNo = (await personOf('user_id', userId))?.personNo ?? 0
      return mayUse(app.pg, { workspaceId, personNo, purpose })
    }
    await said({ advertising: 'true', statistics: true })
    expect(await may('advertising')).toBe(false)
    await said({ Advertising: true })
    expect(await may('advertising')).toBe(true)
    await said({ 'AD-storage': 'no' })
    expect(await may('advertising')).toBe(false)
    expect(await may('analysis')).toBe(true)
    await said({ Analytics_Storage: 'denied' })
    expect(await may('analysis')).toBe(false)
  })

  test('what a key in a web page says of somebody known does not replace what a trusted source told', async () => {
    const { app, workspaceId } = place
    const crm = await newSource(app, workspaceId, `CRM ${randomUUID()}`)
    const userId = `told-${randomUUID()}`
    const rows = [{ identifiers: [{ kind: 'user_id' as const, value: userId }] }]
    const [resolved] = await resolvePeople(app, { workspaceId, sourceId: crm, trust: 'trusted', rows })
    if (resolved?.state !== 'new') throw new Error('not new')
    const { personNo } = resolved
    const fact = {
      personNo,
      trait: 'plan',
      text: 'gold',
      num: null,
      origin: 'told' as const,
      class: 'none',
      at: new Date('2025-01-01'),
    }
    await writeFacts(app, { workspaceId, sourceId: crm, facts: [fact] })
    await collect({ type: 'identify', userId, traits: { plan: 'free', colour: 'blue' } })
    const now = await app.ch.query(
      ch.sql`SELECT trait, text FROM traits FINAL WHERE person = ${ch.u32(personNo)} ORDER BY trait`,
      z.object({ trait: z.string(), text: z.string() }),
    )
    expect(now).toEqual([
      { trait: 'colour', text: 'blue' },
      { trait: 'plan', text: 'gold' },
    ])
  })

  test('what was found before a crash is found once after it', async () => {
    const { app } = place
    const userId = `again-${randomUUID()}`
    await collect({ type: 'track', event: 'A', userId })
    await app.pg.deleteFrom('watermarks').execute()
    // A round begun in the background by an earlier event may hold the turn.
    await findPeople(app, { others: 'wait' })
    expect(
      await app.pg.selectFrom('identifiers').selectAll().where('value', '=', userId).execute(),
    ).toHaveLength(1)
  })
})

describe('somebody who is erased', () => {
  test('takes their events along, refused ones too, and is not collected again', async () => {
    const { app, workspaceId, sourceId } = place
    const userId = `erased-${randomUUID()}`
    await collect({ type: 'track', event: 'Before', userId, properties: { size: 'L' } })
    await keepRefused(app, { workspaceId, sourceId }, [
      { reason: 'no event name', body: JSON.stringify({ userId }) },
    ])
    const person = await personOf('user_id', userId)
    if (!person) throw new Error('nobody found')
    const who = { workspaceId, ...person }
    expect(await eventHoldings.exportPerson(app, who)).toMatchObject({
      events: [{ name: 'Before', properties: { size: 'L' } }],
    })
    await app.pg
      .transaction()
      .execute((tx) => forgetPerson({ app, tx }, { workspaceId, personNo: person.personNo }))
    await eventHoldings.erasePerson(app, who)
    expect(await eventHoldings.countPerson(app, who)).toBe(0)
    expect(
      await app.pg.selectFrom('refused_events').selectAll().where('workspace_id', '=', workspaceId).execute(),
    ).toEqual([])
    await peopleHoldings.erasePerson(app, who)
    await collect({ type: 'track', event: 'After', userId })
    const left = await app.ch.query(
      ch.sql`SELECT count() AS n FROM events WHERE id_value = ${ch.text(userId)}`,
      z.object({ n: z.number() }),
    )
    expect(left).toEqual([{ n: 0 }])
    expect(await personOf('user_id', userId)).toBeUndefined()
  })
})

test('refused events are kept a month', async () => {
  const { app, workspaceId, sourceId } = place
  await keepRefused(app, { workspaceId, sourceId }, [{ reason: 'not an object', body: '1' }])
  app.setNow(new Date(Date.now() + 29 * 86_400_000))
  await forgetRefused(app)
  const left = () =>
    app.pg.selectFrom('refused_events').select('id').where('workspace_id', '=', workspaceId).execute()
  expect(await left()).toHaveLength(1)
  app.setNow(new Date(Date.now() + 31 * 86_400_000))
  await forgetRefused(app)
  expect(await left()).toHaveLength(0)
})
