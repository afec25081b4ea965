import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { openWorkspace } from '../../test/members.ts'
import { openWebsite } from '../../test/website.ts'
import { findPeople } from '../collect/events/find-people.ts'
import { personByIdentifier, resolvePeople } from '../people/index.ts'
import { ch } from '../platform/index.ts'
import { wireRooms } from '../server.ts'
import { beginErasure } from './erasure.ts'
import { keepers } from './routes.ts'
import { Receipt } from './receipt.ts'

const app = await openTestApp()
wireRooms(app)
const { workspaceId, actor } = await openWorkspace(app)
const { collect, sourceId } = await openWebsite(app, { workspaceId })

const Texts = z.record(z.string(), z.unknown())

/** Everything both engines keep of the workspace, as one text. */
async function everything(): Promise<string> {
  const kept: unknown[] = []
  for (const table of ['events', 'facts', 'traits'])
    kept.push(
      await app.ch.query(
        ch.sql`SELECT * FROM ${ch.trusted(table)} WHERE workspace_id = ${ch.uuid(workspaceId)}`,
        Texts,
      ),
    )
  for (const table of ['identifiers', 'held_facts', 'refused_events', 'requests', 'outbox'] as const)
    kept.push(await app.pg.selectFrom(table).selectAll().where('workspace_id', '=', workspaceId).execute())
  return JSON.stringify(kept).toLowerCase()
}

/** Rows of a table of ClickHouse that name her. */
async function namedIn(table: string): Promise<number> {
  const rows = await app.ch.query(
    ch.sql`SELECT text FROM ${ch.trusted(table)} WHERE workspace_id = ${ch.uuid(workspaceId)}`,
    z.object({ text: z.string() }),
  )
  return rows.filter(({ text }) => text.toLowerCase() === 'ann@example.dk').length
}

const receiptOf = async (requestId: string) => {
  const { receipt } = await app.pg
    .selectFrom('requests')
    .select('receipt')
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
  return Receipt.parse(receipt)
}

async function erase(value: string): Promise<Receipt> {
  const identifier = { kind: 'user_id', value }
  const person = await personByIdentifier(app, { workspaceId, identifier })
  if (!person) throw new Error(`${value} is not there`)
  const requestId = await beginErasure(app, { workspaceId, person, keepers, actor })
  await app.outbox.drain()
  return receiptOf(requestId)
}

test('an address that stands in what is kept of others goes with its owner, in both engines, and the receipt counts it', async () => {
  const track = (messageId: string, said: object) => ({
    type: 'track',
    event: 'Sent',
    userId: 'bo',
    messageId,
    ...said,
  })
  await collect([
    { type: 'identify', userId: 'ann@example.dk', messageId: 'own', traits: { city: 'Ribe' } },
    {
      type: 'identify',
      userId: 'bo',
      messageId: 'a',
      traits: { invitedBy: 'Ann@Example.dk', religion: 'as ann@example.dk', email: 'joann@example.dk' },
    },
    track('b', { properties: { to: ['ann@example.dk', 'cy@example.dk'], note: 'Hi\nann@example.dk!' } }),
    track('c', { context: { page: { url: 'https://example.dk/?to=ann%40example.dk&n=1' } } }),
    track('d', { event: 'Wrote to ann@example.dk', properties: { n: 1 } }),
    track('e', { properties: { religion: 'that of ann@example.dk', n: 2 } }),
    track('f', { properties: { to: 'joann@example.dk' } }),
  ])
  await findPeople(app, { others: 'wait' })
  expect(await everything()).toContain('"ann@example.dk"')
  for (const table of ['facts', 'traits']) await expect.poll(() => namedIn(table)).toBe(1)

  const receipt = await erase('ann@example.dk')
  const left = await everything()
  expect(left.replaceAll('joann@example.dk', '')).not.toMatch(/ann(@|%40)example\.dk/)
  for (const kept of [
    'joann@example.dk',
    'cy@example.dk',
    '[erased]!',
    '?to=[erased]&n=1',
    'wrote to [erased]',
  ])
    expect(left).toContain(kept)
  expect(receipt.removed).toMatchObject({ 'collect: elsewhere': 6 })
  // A round in the background that writes what is held again leaves the address out already.
  expect([2, 3]).toContain(receipt.removed['people: elsewhere'])
  expect(receipt.remaining).toMatchObject({ 'people: elsewhere': 0, 'collect: elsewhere': 0 })
})

test('a number that says nobody stays where it stands', async () => {
  await collect([
    { type: 'track', event: 'Paid', userId: '4711', messageId: 'h' },
    { type: 'track', event: 'Paid', userId: 'dora', messageId: 'i', properties: { amount: '4711' } },
  ])
  await findPeople(app, { others: 'wait' })
  const receipt = await erase('4711')
  expect(Object.keys(receipt.removed)).not.toContain('collect: elsewhere')
  expect(await everything()).toContain('4711')
})

test('words that a public key claimed as user numbers leave names of events, keys and values of others as they are', async () => {
  const words = ['logged_out', 'google.com', '[erased]', 'visitor-12345']
  await collect([
    ...words.map((userId) => ({ type: 'track', event: 'Paid', userId, messageId: `by ${userId}` })),
    ...words.map((event, n) => ({
      type: 'track',
      event,
      userId: 'eva',
      messageId: `as ${n}`,
      properties: { [event]: event },
    })),
  ])
  await findPeople(app, { others: 'wait' })
  for (const word of words) {
    const receipt = await erase(word)
    expect(Object.keys(receipt.removed)).not.toContain('collect: elsewhere')
  }
  const left = await everything()
  for (const word of words) expect(left).toContain(JSON.stringify({ [word]: word }).replaceAll('"', '\\"'))
})

test('an id that a trusted source vouches for goes from values of others, and stays in keys and names of events', async () => {
  const id = 'crm_77451'
  await resolvePeople(app, {
    ...{ workspaceId, sourceId, trust: 'trusted' },
    rows: [{ identifiers: [{ kind: 'user_id', value: id }] }],
  })
  const properties = { [id]: 1, by: id, child: `${id}_child`, religion: `as ${id}` }
  await collect([{ type: 'track', event: id, userId: 'eva', messageId: 'k', properties }])
  await findPeople(app, { others: 'wait' })
  const receipt = await erase(id)
  expect(receipt.removed).toMatchObject({ 'collect: elsewhere': 2 })
  const left = await everything()
  expect(left).toContain(`{\\"crm_77451\\":1,\\"by\\":\\"[erased]\\",\\"child\\":\\"crm_77451_child\\"}`)
  expect(left).toContain(`"name":"${id}"`)
})
