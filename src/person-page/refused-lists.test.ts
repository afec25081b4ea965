import { sql } from 'kysely'
import { beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../test/members.ts'
import { recordConsent } from '../consent/index.ts'
import { insightRoutes } from '../insights/index.ts'
import { mergePeople, resolvePeople, writeFacts } from '../people/index.ts'
import { createSet, listSegments } from '../segments/index.ts'
import { rooms, wireRooms } from '../server.ts'
import { createSource } from '../sources/index.ts'
import type { PersonNo } from '../workspace/index.ts'
import { personPageRoutes } from './index.ts'
import { tellListTakers } from './withdrawals.ts'

let app: TestApp
let ann: TestMember
let ben: TestMember
let ask: ReturnType<typeof askRoutes>
let people: { personNo: PersonNo; personId: string }[]
let segmentId: string

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  ask = askRoutes(app, [...insightRoutes, ...personPageRoutes])
  ann = await openWorkspace(app)
  const { workspaceId, userId, name } = ann
  ben = await joinWorkspace(app, { workspaceId, role: 'owner' })
  const source = await createSource(app, {
    workspaceId,
    name: 'Customers',
    party: 'first',
    origin: 'told',
    kind: 'file',
    by: undefined,
    bases: {
      analysis: { basis: 'legitimate interest' },
      invitation: { basis: 'legitimate interest' },
      email_marketing: { basis: 'legitimate interest' },
    },
  })
  const found = await resolvePeople(app, {
    workspaceId,
    sourceId: source.id,
    trust: 'trusted',
    rows: Array.from({ length: 60 }, () => ({
      identifiers: [{ kind: 'email' as const, value: `${crypto.randomUUID()}@example.org` }],
    })),
  })
  people = found.flatMap((one) => (one.state === 'refused' ? [] : [one]))
  await writeFacts(app, {
    workspaceId,
    sourceId: source.id,
    facts: people.map(({ personNo }) => ({
      personNo,
      trait: 'town',
      text: 'Aarhus',
      num: null,
      origin: 'told' as const,
      class: 'geographic',
      at: new Date('2026-01-05T08:00:00Z'),
    })),
  })
  await createSet(app, {
    workspaceId,
    by: { kind: 'user', userId, name },
    name: 'Towns',
    audience: [],
    outcome: null,
    rules: [{ name: 'Aarhus', all: [{ kind: 'trait', trait: 'town', op: 'is', value: 'Aarhus' }] }],
  })
  const [segment] = await listSegments(app, workspaceId)
  segmentId = segment?.segmentId ?? ''
}, 120_000)

type Place = Parameters<typeof recordConsent>[0]

const path = () => `/api/w/${ann.workspaceId}`
const Lists = z.object({
  lists: z.array(
    z.object({
      listId: z.string(),
      purpose: z.string(),
      isMine: z.boolean(),
      people: z.array(z.string()),
      refusals: z.int(),
      erased: z.int(),
      doneAt: z.string().nullable(),
    }),
  ),
})
const lists = async (who = ann) =>
  Lists.parse(await (await ask('GET', `${path()}/withdrawals`, { headers: who.headers })).json()).lists

async function take(purpose: string, who = ann): Promise<string> {
  const at = `${path()}/segments/${segmentId}/contacts?purpose=${purpose}&format=csv`
  return (await ask('GET', at, { headers: who.headers })).text()
}

async function refuse(at: number, purpose: 'invitation' | 'email_marketing'): Promise<string> {
  await writeNo(at, purpose)
  while ((await app.outbox.drain()) > 0);
  return pseudonymOf(at)
}

const noOf = (at: number): PersonNo => {
  const personNo = people[at]?.personNo
  if (personNo === undefined) throw new Error('nobody')
  return personNo
}

async function pseudonymOf(at: number): Promise<string> {
  const row = await app.pg
    .selectFrom('people')
    .select('pseudonym')
    .where('no', '=', noOf(at))
    .executeTakeFirstOrThrow()
  return row.pseudonym
}

const writeNo = (at: number, purpose: 'invitation' | 'email_marketing', place: Place = app) =>
  say({ at, purpose, state: 'objected', happenedAt: new Date(), place })

type Said = {
  at: number
  purpose: 'invitation' | 'email_marketing'
  state: 'given' | 'objected'
  happenedAt: Date
  place?: Place
}

async function say({ at, place = app, ...said }: Said): Promise<void> {
  await recordConsent(place, {
    workspaceId: ann.workspaceId,
    entries: [{ ...said, personNo: noOf(at), channel: 'by hand', actor: { kind: 'person' } }],
  })
}

async function join(from: number, into: number): Promise<void> {
  const { workspaceId } = ann
  await app.pg
    .transaction()
    .execute((tx) => mergePeople({ app, tx, workspaceId }, { fromNo: noOf(from), intoNo: noOf(into) }))
  while ((await app.outbox.drain()) > 0);
}

async function letters(to = ann): Promise<string[]> {
  const rows = await app.pg.selectFrom('mails').select('subject').where('recipient', '=', to.email).execute()
  return rows.map(({ subject }) => subject)
}

test('whoever has a list is told of those who refuse afterwards what it was taken for, once, and says when they are out of it', async () => {
  expect((await take('invitation')).trim().split('\n')).toHaveLength(61)
  await take('email_marketing', ben)
  expect(await lists()).toEqual([])

  const first = await refuse(0, 'invitation')
  expect(await lists()).toMatchObject([
    { purpose: 'invitation', isMine: true, people: [first], doneAt: null },
  ])
  expect(await lists(ben)).toMatchObject([{ isMine: false }])
  expect(await letters()).toEqual([expect.stringContaining('somebody in a list')])
  await refuse(0, 'invitation')
  expect(await letters()).toHaveLength(1)

  const [{ listId } = { listId: '' }] = await lists()
  const done = `${path()}/contact-lists/${listId}/done`
  expect((await ask('POST', done, { headers: ben.headers })).status).toBe(404)
  expect((await ask('POST', done, { headers: ann.headers })).status).toBe(204)
  expect((await lists())[0]?.doneAt).not.toBeNull()
  const second = await refuse(1, 'invitation')
  expect(await lists()).toMatchObject([{ people: [second, first], refusals: 2, doneAt: null }])
  expect(await letters()).toHaveLength(2)
})

test('somebody who is erased is named by no list any more, and whoever has one is told that one of it is gone', async () => {
  const gone = people[2]
  if (!gone) throw new Error('nobody')
  const keeper = rooms.find(({ name }) => name === 'insights')?.holdings
  const person = { ...gone, workspaceId: ann.workspaceId }
  expect(await keeper?.countPerson(app, person)).toBe(2)
  await keeper?.erasePerson(app, person)
  await keeper?.erasePerson(app, person)
  expect(await keeper?.countPerson(app, person)).toBe(0)
  expect((await lists()).map(({ erased }) => erased)).toEqual([1, 1])
})

test('a letter that cannot be kept holds up nobody’s for good, and nobody gets theirs twice', async () => {
  await take('invitation')
  await take('invitation', ben)
  while ((await app.outbox.drain()) > 0);
  const before = { ann: await letters(), ben: await letters(ben) }
  await writeNo(5, 'invitation')
  let tries = 0
  const send: TestApp['mail']['send'] = (letter) => {
    tries += 1
    return tries === 1 ? Promise.reject(new Error('no room')) : app.mail.send(letter)
  }
  const failing = { ...app, mail: { ...app.mail, send } }
  await expect(tellListTakers(failing, ann.workspaceId)).rejects.toThrow('no room')
  await tellListTakers(failing, ann.workspaceId)
  while ((await app.outbox.drain()) > 0);
  expect(await letters()).toHaveLength(before.ann.length + 1)
  expect(await letters(ben)).toHaveLength(before.ben.length + 1)
})

test('who was told and stopped before it was written down is not told again', async () => {
  const before = (await letters()).length
  await refuse(6, 'invitation')
  await app.pg
    .updateTable('contact_list_refusals')
    .set({ mailed_at: null })
    .where('person_no', '=', people[6]?.personNo ?? null)
    .execute()
  await tellListTakers(app, ann.workspaceId)
  expect(await letters()).toHaveLength(before + 1)
})

test('whoever has a list is told of somebody in it who turns out to be one who had refused before, by what the list calls them', async () => {
  await refuse(10, 'invitation')
  await take('invitation')
  const before = (await letters()).length
  const listed = await pseudonymOf(11)
  await join(11, 10)
  expect((await lists())[0]).toMatchObject({
    purpose: 'invitation',
    people: [listed],
    refusals: 1,
    doneAt: null,
  })
  expect(await letters()).toHaveLength(before + 1)
})

test('is told, too, where the one who stays stands in the list and the other had refused, however long ago and whatever was settled meanwhile', async () => {
  await refuse(12, 'invitation')
  await take('invitation')
  const first = await refuse(14, 'invitation')
  const [{ listId } = { listId: '' }] = await lists()
  await ask('POST', `${path()}/contact-lists/${listId}/done`, { headers: ann.headers })
  const listed = await pseudonymOf(13)
  await join(12, 13)
  expect((await lists())[0]).toMatchObject({ listId, people: [listed, first], doneAt: null })
})

test('is told once of two in a list who are one, by both names, and one is erased when they are', async () => {
  await take('invitation')
  const [one, other] = [await pseudonymOf(15), await refuse(16, 'invitation')]
  const before = (await letters()).length
  await join(16, 15)
  const [{ people: named, refusals } = { people: [] }] = await lists()
  expect([new Set(named), refusals]).toEqual([new Set([one, other]), 1])
  expect(await letters()).toHaveLength(before)
  const keeper = rooms.find(({ name }) => name === 'insights')?.holdings
  const { workspaceId } = ann
  for (const at of [15, 16]) {
    const person = { workspaceId, personNo: noOf(at), personId: people[at]?.personId ?? '' }
    await keeper?.erasePerson(app, person)
    expect(await keeper?.countPerson(app, person)).toBe(0)
  }
  expect((await lists())[0]).toMatchObject({ people: [], refusals: 1, erased: 1 })
})

test('is not told of an old no that a newer yes has followed', async () => {
  const longAgo = new Date('2026-01-01T08:00:00Z')
  await say({ at: 17, purpose: 'invitation', state: 'objected', happenedAt: longAgo })
  await say({ at: 18, purpose: 'invitation', state: 'given', happenedAt: new Date() })
  await take('invitation')
  const before = (await lists()).length
  await join(17, 18)
  expect(await lists()).toHaveLength(before)
})

test('a list taken while a no is being written is without them', async () => {
  let text = Promise.resolve('')
  let hasEnded = false
  const refused = await pseudonymOf(7)
  await app.pg.transaction().execute(async (tx) => {
    await writeNo(7, 'invitation', { tx, outbox: app.outbox })
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    text = take('invitation').finally(() => {
      hasEnded = true
    })
    await vi.waitUntil(async () => hasEnded || (await isWaitedFor(rows[0]?.pid ?? 0)), { timeout: 20_000 })
  })
  expect(await text).not.toContain(refused)
}, 30_000)

async function isWaitedFor(pid: number): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity a where ${pid}::int = any(pg_blocking_pids(a.pid))`.execute(app.pg)
  return rows.length > 0
}
