import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../../test/app.ts'
import { openWebsite, type Website } from '../../../test/website.ts'
import { forgetPerson } from '../../people/erasure.ts'
import { defineTraits, releaseHeld } from '../../people/index.ts'
import { ch } from '../../platform/index.ts'
import { findPeople } from './find-people.ts'
import { eventHoldings } from './holdings.ts'
import { parseExactly } from './json-exact.ts'
import { countArrivals } from './live.ts'
import { carryOut, forgetSealed, letInSealed, lookAgain, sealOpen } from './sealed.ts'

const app = await openTestApp()
let workspaceId: string
let sourceId: string
let collect: Website['collect']
let stored: Website['stored']
beforeEach(async () => {
  ;({ workspaceId, sourceId, collect, stored } = await openWebsite(app))
})

/** Every row as it lies on the disk, also those that others take the place of. */
const rows = () =>
  app.ch.query(
    ch.sql`SELECT message_id AS id, properties, traits, sealed != '' AS sealed FROM events WHERE workspace_id = ${ch.uuid(workspaceId)}
      ORDER BY id, length(properties), length(traits)`,
    z.object({ id: z.string(), properties: z.string(), traits: z.string(), sealed: z.coerce.boolean() }),
  )
const told = () =>
  app.pg.selectFrom('outbox').select('topic').where('workspace_id', '=', workspaceId).execute()
const countSealed = async () => (await rows()).filter(({ sealed }) => sealed).length

/** Properties and traits as they will be once the parts of the table are merged. */
const merged = () =>
  app.ch.query(
    ch.sql`SELECT properties, traits FROM events FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} ORDER BY message_id`,
    z.object({ properties: z.string(), traits: z.string() }),
  )
const newest = async () =>
  (await merged()).map(({ properties, traits }): unknown[] => [JSON.parse(properties), JSON.parse(traits)])

test('a property that looks special lies sealed with its event, and takes its place once the ground is stated, each event once', async () => {
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
  expect(await told()).toContainEqual({ topic: 'special.decided' })
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

test('what lies sealed is in what the person is given of their own, goes when they do, and is forgotten after a month', async () => {
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
  expect(await countSealed()).toBe(2)
  await eventHoldings.erasePerson(app, first)
  expect(await countSealed()).toBe(1)
  await forgetSealed(app)
  expect(await countSealed()).toBe(1)
  const nextMonth = new Date(app.clock.now().getTime() + 31 * 86_400_000)
  await forgetSealed({ ...app, clock: { ...app.clock, now: () => nextMonth } })
  expect(await countSealed()).toBe(0)
  expect(await stored()).toEqual([[{ size: 'L' }, {}, {}]])
})

test('what is to be sealed counts for the size of its event, and is not kept with one that is refused', async () => {
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

test('what would be sealed of somebody who says no to analysis is not kept at all', async () => {
  const context = { consent: { categoryPreferences: { analysis: false } } }
  await collect([
    { type: 'track', event: 'E', userId: '1', messageId: 'a', properties: { religion: 'x' }, context },
  ])
  expect(await countSealed()).toBe(0)
})

test('what a workspace calls special is sealed in the events of before, and lies nowhere in the open', async () => {
  await collect([
    {
      type: 'track',
      event: 'Booked',
      userId: '1',
      messageId: 'a',
      properties: { club: 'Rainbow', size: 'L' },
    },
    { type: 'track', event: 'Booked', userId: '2', messageId: 'b', properties: { kind: 'club', size: 'M' } },
    {
      type: 'track',
      event: 'Booked',
      userId: '3',
      messageId: 'c',
      properties: { religion: 'x', about: [{ club: 'Rainbow' }] },
    },
  ])
  const club = { trait: 'club', type: 'category', class: 'none' }
  await defineTraits(app, { workspaceId, traits: [{ ...club, special: 'sexual life or orientation' }] })
  expect(await told()).toContainEqual({ topic: 'special.decided' })
  for (const round of [1, 2]) {
    await sealOpen(app, workspaceId)
    expect(await rows(), `after ${round} rounds`).toEqual([
      { id: 'a', properties: '{"size":"L"}', traits: '{}', sealed: true },
      { id: 'b', properties: '{"kind":"club","size":"M"}', traits: '{}', sealed: false },
      { id: 'c', properties: '{"about":[{}]}', traits: '{}', sealed: true },
    ])
  }
  await releaseHeld(app, { workspaceId, trait: 'club', ground: 'a explicit consent' })
  await letInSealed(app, workspaceId)
  expect((await rows()).map(({ properties }) => properties)).toEqual([
    '{"size":"L"}',
    '{"club":"Rainbow","size":"L"}',
    '{"kind":"club","size":"M"}',
    '{"about":[{}]}',
    '{"about":[{"club":"Rainbow"}]}',
  ])
})

test('a trait that looks special by its answers only is taken out of the calls that told it', async () => {
  const answers = ['Straight', 'Gay', 'Bisexual', 'Straight']
  const identify = (q7: string, index: number) => ({
    ...{ type: 'identify', userId: `u${index}`, messageId: String(index), traits: { q7, plan: 'free' } },
  })
  await collect(answers.map(identify))
  await findPeople(app, { others: 'wait' })
  const held = await app.pg
    .selectFrom('held_facts')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .orderBy('person_no')
    .execute()
  expect(held.map(({ value }) => value).toSorted()).toEqual(answers.toSorted())
  await sealOpen(app, workspaceId)
  expect((await rows()).map(({ traits }) => traits)).toEqual(answers.map(() => '{"plan":"free"}'))
})

test('somebody who is erased while their events are written again does not come back', async () => {
  const properties = { religion: 'x', size: 'L' }
  await collect(
    ['1', '2'].map((userId) => ({ type: 'track', event: 'E', userId, messageId: userId, properties })),
  )
  await findPeople(app, { others: 'wait' })
  await releaseHeld(app, { workspaceId, trait: 'religion', ground: 'a explicit consent' })
  const first = await app.pg
    .selectFrom('identifiers')
    .innerJoin('people', 'people.no', 'identifiers.person_no')
    .select(['people.no', 'people.id'])
    .where('identifiers.workspace_id', '=', workspaceId)
    .where('identifiers.value', '=', '1')
    .executeTakeFirstOrThrow()
  const person = { workspaceId, personNo: first.no, personId: first.id }
  const erase = async () => {
    await app.pg.transaction().execute((tx) => forgetPerson({ app, tx }, person))
    await eventHoldings.erasePerson(app, person)
  }
  const insert: typeof app.ch.insert = async (table, written) => {
    await erase()
    await app.ch.insert(table, written)
  }
  await letInSealed({ ...app, ch: { ...app.ch, insert } }, workspaceId)
  const left = await rows()
  expect([...new Set(left.map(({ id }) => id))]).toEqual(['2'])
  expect(left.at(-1)?.properties).toContain('religion')
})

test('what is called special long after it came lies sealed for a month from then, and comes back whole', async () => {
  const since = (days: number) => {
    const moment = new Date(app.clock.now().getTime() + days * 86_400_000)
    return { ...app, clock: { ...app.clock, now: () => moment } }
  }
  const texts = async () => (await rows()).map(({ properties, sealed }) => [properties, sealed])
  const club = { trait: 'club', type: 'category', class: 'none' }
  const team = { trait: 'team', type: 'category', class: 'none' }
  await collect([
    {
      type: 'track',
      event: 'Booked',
      userId: '1',
      messageId: 'a',
      properties: { club: 'Rainbow', team: 'Pink', size: 'L' },
    },
  ])
  const special = 'sexual life or orientation'
  await defineTraits(app, {
    workspaceId,
    traits: [
      { ...club, special },
      { ...team, special },
    ],
  })
  await sealOpen(since(60), workspaceId)
  await forgetSealed(since(60))
  await forgetSealed(since(89))
  expect(await texts()).toEqual([['{"size":"L"}', true]])
  await releaseHeld(app, { workspaceId, trait: 'club', ground: 'a explicit consent' })
  await letInSealed(since(80), workspaceId)
  expect((await texts()).at(-1)).toEqual(['{"club":"Rainbow","size":"L"}', true])
  await forgetSealed(since(89))
  expect((await texts()).at(-1)).toEqual(['{"club":"Rainbow","size":"L"}', true])
  await forgetSealed(since(91))
  expect((await texts()).map(([, sealed]) => sealed)).toEqual([false, false])
})

test('a name met for the first time has what came of it before sealed, once', async () => {
  const message = { type: 'track', event: 'E', userId: '1', properties: { religion: 'x' } }
  await collect([message])
  await collect([message])
  expect(await told()).toEqual([{ topic: 'special.decided' }])
})

test('what is sealed is looked at again, so that a decision taken meanwhile is not missed', async () => {
  const asked: unknown[] = []
  const queue: typeof app.jobs.queue = (_kind, data) => Promise.resolve(void asked.push(data))
  const watched = { ...app, jobs: { ...app.jobs, queue } }
  await collect([{ type: 'track', event: 'E', userId: '1', properties: { size: 'L' } }])
  await lookAgain(watched)
  expect(asked).not.toContainEqual({ workspaceId })
  await collect([{ type: 'track', event: 'E', userId: '1', properties: { religion: 'x' } }])
  await lookAgain(watched)
  expect(asked).toContainEqual({ workspaceId })
})

test('names held back before events were sealed are told at the upgrade, once a workspace', async () => {
  const held = { workspace_id: workspaceId, type: 'text', class: 'none', special: 'health', held: true }
  const traits = [
    { ...held, trait: 'club' },
    { ...held, trait: 'team' },
  ]
  await app.pg.insertInto('trait_definitions').values(traits).execute()
  const file = join(import.meta.dirname, '../../people/migrations/1663-names-held-before.pg.sql')
  await sql.raw(readFileSync(file, 'utf8')).execute(app.pg)
  expect(await told()).toEqual([{ topic: 'special.decided' }])
})

test('events of one call with the same message id are sealed each for itself', async () => {
  const booked = (userId: string, properties: Record<string, string>) => ({
    ...{ type: 'track', event: 'Booked', userId, messageId: 'a', properties },
  })
  await collect([
    booked('1', { club: 'Rainbow', size: 'L' }),
    booked('2', { size: 'M' }),
    { ...booked('1', { size: 'S' }), event: 'Paid' },
    { ...booked('1', { size: 'XL' }), timestamp: '2025-03-01T12:00:00Z' },
  ])
  const club = { trait: 'club', type: 'category', class: 'none' }
  await defineTraits(app, { workspaceId, traits: [{ ...club, special: 'sexual life or orientation' }] })
  await sealOpen(app, workspaceId)
  const left = (await rows()).map(({ properties, sealed }): [string, boolean] => [properties, sealed])
  expect(new Map(left)).toEqual(
    new Map([
      ['{"size":"L"}', true],
      ['{"size":"M"}', false],
      ['{"size":"S"}', false],
      ['{"size":"XL"}', false],
    ]),
  )
  expect(left.length).toBe(4)
})

test('thousands of events are sealed by one rewriting of the disk', async () => {
  const at = app.clock.now().getTime()
  const booked = (index: number) => ({
    ...{ workspace_id: workspaceId, source_id: sourceId, name: `Booked ${index % 3}`, type: 'track' },
    ...{ id_kind: 'user_id', id_value: `u${index % 7}`, anonymous_id: '', message_id: String(index) },
    ...{ at: at - (index % 500) * 86_400_000, received_at: at, traits: '{}', context: '{}' },
    properties: `{"club":"Rainbow","n":${index}}`,
  })
  const all = Array.from({ length: 10_500 }, (_, index) => index)
  await app.ch.insert('events', all.map(booked))
  const club = { trait: 'club', type: 'category', class: 'none' }
  await defineTraits(app, { workspaceId, traits: [{ ...club, special: 'sexual life or orientation' }] })
  const commands: string[] = []
  const command: typeof app.ch.command = async (statement) => {
    commands.push(statement.text)
    await app.ch.command(statement)
  }
  await sealOpen({ ...app, ch: { ...app.ch, command } }, workspaceId)
  expect(commands.filter((text) => text.includes('ALTER TABLE events'))).toHaveLength(1)
  const numbers = (await rows()).map(({ properties, sealed }) => (sealed ? properties : ''))
  expect(new Set(numbers)).toEqual(new Set(all.map((index) => `{"n":${index}}`)))
})

test('what is decided while values are sealed is carried out at the end of it', async () => {
  await collect([
    {
      type: 'track',
      event: 'E',
      userId: '1',
      messageId: 'a',
      properties: { club: 'x', team: 'y', size: 'L' },
    },
  ])
  const special = 'sexual life or orientation'
  const define = (trait: string) =>
    defineTraits(app, { workspaceId, traits: [{ trait, type: 'category', class: 'none', special }] })
  await define('club')
  let isDecided = false
  const insert: typeof app.ch.insert = async (table, written) => {
    if (!isDecided) await define('team')
    isDecided = true
    await app.ch.insert(table, written)
  }
  await carryOut({ ...app, ch: { ...app.ch, insert } }, workspaceId)
  expect((await rows()).map(({ properties }) => properties)).toEqual(['{"size":"L"}'])
})
