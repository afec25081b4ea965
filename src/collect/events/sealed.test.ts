import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { forgetPerson } from '../../people/erasure.ts'
import { defineTraits, releaseHeld } from '../../people/index.ts'
import { ch } from '../../platform/index.ts'
import { collectEvents } from './collect-events.ts'
import { findPeople } from './find-people.ts'
import { eventHoldings } from './holdings.ts'
import { forgetSealed, letInSealed, lookAgain, sealOpen } from './sealed.ts'

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
  const source = { name: 'Website', party: 'first', origin: 'observed', kind: 'events' }
  const values = { workspace_id: workspaceId, ...source }
  sourceId = (await app.pg.insertInto('sources').values(values).returning('id').executeTakeFirstOrThrow()).id
})

const collect = (messages: readonly unknown[]) =>
  collectEvents(
    app,
    { workspaceId, sourceId },
    { messages, envelope: { sentAt: undefined, context: undefined } },
  )

/** Every row as it lies on the disk, also those that others take the place of. */
const rows = () =>
  app.ch.query(
    ch.sql`SELECT message_id AS id, properties, traits, sealed != '' AS sealed FROM events WHERE workspace_id = ${ch.uuid(workspaceId)}
      ORDER BY id, length(properties), length(traits)`,
    z.object({ id: z.string(), properties: z.string(), traits: z.string(), sealed: z.coerce.boolean() }),
  )
const told = () =>
  app.pg.selectFrom('outbox').select('topic').where('workspace_id', '=', workspaceId).execute()

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
