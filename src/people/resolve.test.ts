import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { mayUse, recordConsent } from '../consent/index.ts'
import { ch } from '../platform/index.ts'
import { createSource } from '../sources/index.ts'
import { personByIdentifier, resolvePeople, writeFacts, type Identifier, type Resolved } from './index.ts'
import { listFacts } from './profile.ts'
import { peopleRoom } from './room.ts'

const app = await openTestApp()
peopleRoom.wire?.(app)
let workspaceId = ''
let sourceId = ''

beforeEach(async () => {
  const workspace = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  workspaceId = workspace.id
  const source = await createSource(app, {
    workspaceId,
    name: 'customers.csv',
    party: 'first',
    origin: 'told',
    kind: 'file',
    by: undefined,
    bases: { analysis: { basis: 'contract' } },
  })
  sourceId = source.id
})

type Ids = Record<string, string>
const asRow = (ids: Ids) => ({
  identifiers: Object.entries(ids).map(([kind, value]): Identifier => ({ kind, value })),
})

async function resolve(trust: 'trusted' | 'public', ...rows: Ids[]): Promise<Resolved[]> {
  return resolvePeople(app, { workspaceId, sourceId, trust, rows: rows.map(asRow) })
}

const noOf = (resolved: Resolved | undefined) =>
  resolved === undefined || resolved.state === 'refused' ? undefined : resolved.personNo

test('a row names a new person once, and the same person the next time', async () => {
  const [first, again] = await resolve(
    'trusted',
    { email: ' Ann@Example.ORG ' },
    { email: 'ann@example.org' },
  )
  expect(first).toMatchObject({ state: 'new' })
  expect(again).toMatchObject({ state: 'known' })
  const [later] = await resolve('trusted', { email: 'ANN@example.org' })
  expect([noOf(again), noOf(later)]).toEqual([noOf(first), noOf(first)])
})

test('values that thousands of rows share by mistake name nobody', async () => {
  const blocked = [
    '',
    '  ',
    '0',
    '0000',
    '-',
    '00-00',
    '-1',
    'null',
    'NULL',
    'undefined',
    'Anonymous',
    'unknown',
  ]
  const resolved = await resolve('trusted', ...blocked.map((value) => ({ user_id: value })))
  expect(resolved.map((row) => (row.state === 'refused' ? row.why : row.state))).toEqual([
    'no identifier',
    'no identifier',
    ...blocked.slice(2).map(() => 'blocked identifier'),
  ])
})

test('a trusted row that names two people makes them one, with both their words: a withdrawal survives', async () => {
  const [byMail, byUser] = await resolve('trusted', { email: 'eva@example.org' }, { user_id: 'u1' })
  const mail = noOf(byMail) ?? 0
  const user = noOf(byUser) ?? 0
  const say = (personNo: number, state: 'given' | 'withdrawn', day: string) => ({
    personNo,
    state,
    purpose: 'quoting' as const,
    happenedAt: new Date(day),
    channel: 'by hand',
    actor: { kind: 'member' },
  })
  await recordConsent(app, {
    workspaceId,
    entries: [say(mail, 'given', '2026-01-01'), say(user, 'withdrawn', '2026-02-01')],
  })
  const at = new Date('2026-03-01')
  const fact = { trait: 'city', num: null, origin: 'told', class: 'geographic', at } as const
  await writeFacts(app, { workspaceId, sourceId, facts: [{ ...fact, personNo: user, text: 'Aarhus' }] })
  const [joined] = await resolve('trusted', { email: 'eva@example.org', user_id: 'u1' })
  expect(noOf(joined)).toBe(mail)
  expect(await mayUse(app.pg, { workspaceId, personNo: mail, purpose: 'quoting' })).toBe(false)
  expect(await mayUse(app.pg, { workspaceId, personNo: user, purpose: 'analysis' })).toBe(false)
  await app.outbox.drain()
  expect(await listFacts(app, { workspaceId, personNo: mail })).toMatchObject([
    { trait: 'city', text: 'Aarhus' },
  ])
  expect(await listFacts(app, { workspaceId, personNo: user })).toEqual([])
  const keys = await app.ch.query(
    ch.sql`SELECT person, count() AS n FROM identity FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} GROUP BY person`,
    z.object({ person: z.number(), n: z.number() }),
  )
  expect(keys).toEqual([{ person: mail, n: 2 }])
})

test('nobody gets a second user number: two customers who share a mailbox stay two', async () => {
  const [one, two] = await resolve(
    'trusted',
    { user_id: 'u1', email: 'family@example.org' },
    { user_id: 'u2', email: 'family@example.org' },
  )
  expect(noOf(one)).not.toBe(noOf(two))
  const mailbox = await personByIdentifier(app, {
    workspaceId,
    identifier: { kind: 'email', value: 'family@example.org' },
  })
  expect(mailbox?.personNo).toBe(noOf(one))
})

test('a public key makes visitors, but joins and names nobody whom a trusted source knows', async () => {
  const [customer] = await resolve('trusted', { user_id: 'u1', email: 'eva@example.org' })
  const [visitor] = await resolve('public', { anonymous_id: 'a1' })
  const [claim] = await resolve('public', { anonymous_id: 'a1', user_id: 'u1' })
  expect(noOf(claim)).toBe(noOf(customer))
  const [stillVisitor] = await resolve('public', { anonymous_id: 'a1' })
  expect(noOf(stillVisitor)).toBe(noOf(visitor))
  expect(noOf(visitor)).not.toBe(noOf(customer))
  const [byMail] = await resolve('public', { email: 'eva@example.org' })
  expect(byMail).toEqual({ state: 'refused', why: 'untrusted merge' })
})

test('what a public key said under a number nobody knew is not inherited by its true owner', async () => {
  const [claimed] = await resolve('public', { anonymous_id: 'a1', user_id: 'u9' })
  const [owner] = await resolve('trusted', { user_id: 'u9', email: 'owner@example.org' })
  expect(noOf(owner)).not.toBe(noOf(claimed))
  const [visitor] = await resolve('public', { anonymous_id: 'a1' })
  expect(noOf(visitor)).toBe(noOf(claimed))
})

test('two files at once that name the same new people make each of them once', async () => {
  const rows = Array.from({ length: 200 }, (_, index) => ({ email: `p${index}@example.org` }))
  const [one, two] = await Promise.all([resolve('trusted', ...rows), resolve('trusted', ...rows)])
  expect(one.map(noOf)).toEqual(two.map(noOf))
})

test('the same value in another workspace is somebody else', async () => {
  const [here] = await resolve('trusted', { email: 'eva@example.org' })
  const before = workspaceId
  const other = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Other' })
    .returning('id')
    .executeTakeFirstOrThrow()
  workspaceId = other.id
  const [there] = await resolve('trusted', { email: 'eva@example.org' })
  expect(noOf(there)).not.toBe(noOf(here))
  const found = await personByIdentifier(app, {
    workspaceId: before,
    identifier: { kind: 'email', value: 'eva@example.org' },
  })
  expect(found?.personNo).toBe(noOf(here))
})
