import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { type TestMember, askRoutes, joinWorkspace, openWorkspace } from '../../test/members.ts'
import { freshPermission, listWords, recordConsent } from '../consent/index.ts'
import { findPerson, resolvePeople, writeFacts } from '../people/index.ts'
import { ch } from '../platform/index.ts'
import { rooms, wireRooms } from '../server.ts'
import { createSource } from '../sources/index.ts'
import { beginErasure } from './erasure.ts'
import { keepers } from './routes.ts'
import { Receipt, isOurReceipt } from './index.ts'

const app = await openTestApp()
const ask = askRoutes(
  app,
  rooms.flatMap((room) => room.routes),
)
let owner: TestMember
let sourceId = ''

beforeAll(async () => {
  wireRooms(app)
  owner = await openWorkspace(app)
  const source = await createSource(app, {
    workspaceId: owner.workspaceId,
    name: 'customers.csv',
    party: 'first',
    origin: 'told',
    kind: 'file',
    by: undefined,
    bases: { analysis: { basis: 'contract' } },
  })
  sourceId = source.id
})

const row = {
  identifiers: [
    { kind: 'email', value: 'Eva@example.org' },
    { kind: 'user_id', value: 'u77' },
  ],
}

async function bringEva() {
  const { workspaceId } = owner
  const [eva] = await resolvePeople(app, { workspaceId, sourceId, trust: 'trusted', rows: [row] })
  if (eva === undefined || eva.state === 'refused') throw new Error('Eva was refused')
  const at = new Date('2026-02-01T00:00:00Z')
  const fact = {
    personNo: eva.personNo,
    text: 'Aarhus',
    num: null,
    origin: 'told',
    class: 'geographic',
    at,
  } as const
  await writeFacts(app, { workspaceId, sourceId, facts: [{ ...fact, trait: 'city' }] })
  await recordConsent(app, {
    workspaceId,
    entries: [
      {
        personNo: eva.personNo,
        purpose: 'quoting',
        state: 'given',
        happenedAt: at,
        channel: 'file',
        actor: { kind: 'import' },
      },
    ],
  })
  await app.ch.insert('events', [
    {
      workspace_id: workspaceId,
      name: 'Order Placed',
      id_kind: 'user_id',
      id_value: 'u77',
      message_id: 'm1',
      type: 'track',
      at: at.getTime(),
      received_at: at.getTime(),
      source_id: sourceId,
      anonymous_id: '',
      properties: '{"city":"Aarhus"}',
      traits: '{}',
      context: '{}',
    },
  ])
  await freshPermission(app, workspaceId)
  return eva
}

test('a profile made by an event under the address goes with the person, and nobody finds the address afterwards', async () => {
  const { workspaceId, headers } = owner
  const [customer, visitor, other] = await resolvePeople(app, {
    workspaceId,
    sourceId,
    trust: 'trusted',
    rows: [
      { identifiers: [{ kind: 'email', value: 'big7@example.org' }] },
      { identifiers: [{ kind: 'user_id', value: 'Big7@Example.org' }] },
      { identifiers: [{ kind: 'user_id', value: 'big71@example.org' }] },
    ],
  })
  if (customer?.state !== 'new' || visitor?.state !== 'new' || other?.state !== 'new')
    throw new Error('three people were not made')
  const { pseudonym } = (await findPerson(app, { workspaceId, personId: customer.personId })) ?? {}
  const path = `/api/w/${workspaceId}/people`
  const body = { confirm: pseudonym }
  const begun = await ask('POST', `${path}/${customer.personId}/erase`, { headers, body })
  expect(begun.status).toBe(200)
  for (const { personId, status } of [
    { ...customer, status: 404 },
    { ...visitor, status: 404 },
    { ...other, status: 200 },
  ])
    expect((await ask('GET', `${path}/${personId}`, { headers })).status).toBe(status)
  const found = await ask('POST', `${path}/search`, { headers, body: { search: 'big7@example.org' } })
  expect(await found.json()).toMatchObject({ items: [] })
  const again = [{ identifiers: [{ kind: 'user_id', value: 'big7@example.org' }] }]
  expect(await resolvePeople(app, { workspaceId, sourceId, trust: 'trusted', rows: again })).toMatchObject([
    { state: 'refused', why: 'suppressed' },
  ])
})

test('an erased person is gone from both engines, stays away, and leaves a signed receipt that names nobody', async () => {
  const { workspaceId, headers } = owner
  const eva = await bringEva()
  const path = `/api/w/${workspaceId}/people/${eva.personId}`
  const pseudonym = (await findPerson(app, { workspaceId, personId: eva.personId }))?.pseudonym ?? ''
  const shown = await ask('GET', path, { headers })
  expect(await shown.json()).toMatchObject({ pseudonym, facts: [{ trait: 'city', basis: 'contract' }] })
  const events = await (await ask('GET', `${path}/timeline`, { headers })).text()
  expect(events).toContain('Order Placed')

  const exported = await (await ask('POST', `${path}/export`, { headers })).text()
  for (const known of ['eva@example.org', 'u77', 'Aarhus', 'quoting']) expect(exported).toContain(known)

  const refused = await ask('POST', `${path}/erase`, { headers, body: { confirm: 'Eva' } })
  expect(refused.status).toBe(422)
  const begun = await ask('POST', `${path}/erase`, { headers, body: { confirm: pseudonym } })
  const { requestId } = z.object({ requestId: z.string() }).parse(await begun.json())
  expect((await ask('GET', path, { headers })).status).toBe(404)
  await app.outbox.drain()

  const answer = await ask('GET', `/api/w/${workspaceId}/requests/${requestId}/receipt`, { headers })
  const text = await answer.text()
  const receipt = Receipt.parse(JSON.parse(text))
  expect(isOurReceipt(app.secret, receipt)).toBe(true)
  expect(isOurReceipt(app.secret, { ...receipt, removed: {} })).toBe(false)
  expect(receipt.removed['people']).toBeGreaterThan(4)
  expect(new Set(Object.values(receipt.remaining))).toEqual(new Set([0]))
  for (const known of [eva.personId, 'eva', 'u77', pseudonym]) expect(text).not.toContain(known)
  expect(await inClickHouse(eva.personNo)).toEqual({ facts: 0, traits: 0, identity: 0, permissions: 0 })
  expect(await listWords(app.pg, { workspaceId, personNo: eva.personNo })).toHaveLength(1)

  const again = await resolvePeople(app, {
    workspaceId,
    sourceId,
    trust: 'trusted',
    rows: [row, { identifiers: [{ kind: 'email', value: ' EVA@example.org' }] }],
  })
  expect(again).toEqual([
    { state: 'refused', why: 'suppressed' },
    { state: 'refused', why: 'suppressed' },
  ])
})

test('a room that fails is asked again, and no receipt is written before nothing is left', async () => {
  const { workspaceId, headers } = owner
  const [bo] = await resolvePeople(app, {
    workspaceId,
    sourceId,
    trust: 'trusted',
    rows: [{ identifiers: [{ kind: 'email', value: 'bo@example.org' }] }],
  })
  if (bo === undefined || bo.state === 'refused') throw new Error('Bo was refused')
  const pseudonym = (await findPerson(app, { workspaceId, personId: bo.personId }))?.pseudonym
  const real = { ...app.ch }
  Object.assign(app.ch, { command: async () => Promise.reject(new Error('disk full')) })
  const begun = await ask('POST', `/api/w/${workspaceId}/people/${bo.personId}/erase`, {
    headers,
    body: { confirm: pseudonym },
  })
  const { requestId } = z.object({ requestId: z.string() }).parse(await begun.json())
  await app.outbox.drain()
  Object.assign(app.ch, real)
  const path = `/api/w/${workspaceId}/requests/${requestId}`
  expect(await (await ask('GET', path, { headers })).json()).toMatchObject({
    state: 'running',
    hasReceipt: false,
  })
  await app.pg
    .updateTable('outbox')
    .set({ next_attempt_at: new Date(0) })
    .where('done_at', 'is', null)
    .execute()
  await app.outbox.drain()
  expect(await (await ask('GET', path, { headers })).json()).toMatchObject({
    state: 'done',
    hasReceipt: true,
  })
})

test('two who erase the same person at once get one receipt and leave one line in the trail', async () => {
  const { workspaceId, actor } = owner
  const [cleo] = await resolvePeople(app, {
    workspaceId,
    sourceId,
    trust: 'trusted',
    rows: [{ identifiers: [{ kind: 'email', value: 'cleo@example.org' }] }],
  })
  const personId = cleo === undefined || cleo.state === 'refused' ? '' : cleo.personId
  const person = await findPerson(app, { workspaceId, personId })
  if (person === undefined) throw new Error('Cleo is not there')
  const erase = () => beginErasure(app, { workspaceId, person, keepers, actor })
  const [one, two] = await Promise.all([erase(), erase()])
  expect(one).toBe(two)
  const trail = await app.pg
    .selectFrom('audit')
    .select('action')
    .where('subject_id', '=', one ?? '')
    .execute()
  expect(trail).toEqual([{ action: 'people.erased' }])
  await app.outbox.drain()
  await expect(erase()).rejects.toMatchObject({ status: 404 })
})

test('an erasure that is not in the trail does not happen', async () => {
  const { workspaceId, actor } = owner
  const [dan] = await resolvePeople(app, {
    workspaceId,
    sourceId,
    trust: 'trusted',
    rows: [{ identifiers: [{ kind: 'email', value: 'dan@example.org' }] }],
  })
  const personId = dan === undefined || dan.state === 'refused' ? '' : dan.personId
  const person = await findPerson(app, { workspaceId, personId })
  if (person === undefined) throw new Error('Dan is not there')
  await sql`alter table audit rename to audit_away`.execute(app.pg)
  await expect(beginErasure(app, { workspaceId, person, keepers, actor })).rejects.toThrow('audit')
  await sql`alter table audit_away rename to audit`.execute(app.pg)
  expect(await findPerson(app, { workspaceId, personId })).toBeDefined()
})

test('a viewer sees pseudonyms and no identifiers, and may not open a person', async () => {
  const { workspaceId } = owner
  const viewer = await joinWorkspace(app, { workspaceId, role: 'viewer' })
  const [ann] = await resolvePeople(app, {
    workspaceId,
    sourceId,
    trust: 'trusted',
    rows: [{ identifiers: [{ kind: 'email', value: 'ann@example.org' }] }],
  })
  const list = await (await ask('GET', `/api/w/${workspaceId}/people`, { headers: viewer.headers })).text()
  expect(list).toContain('pseudonym')
  expect(list).not.toContain('ann@example.org')
  const search = { path: `/api/w/${workspaceId}/people/search`, body: { search: 'ann@' } }
  const searched = await ask('POST', search.path, { headers: viewer.headers, body: search.body })
  expect(await searched.json()).toEqual({ items: [], next: null })
  const found = await ask('POST', search.path, { headers: owner.headers, body: search.body })
  expect(await found.json()).toMatchObject({
    items: [{ identifiers: [{ kind: 'email', value: 'ann@example.org' }] }],
  })
  const inAddress = await ask('GET', `/api/w/${workspaceId}/people?search=ann@`, { headers: owner.headers })
  expect(await inAddress.json()).toEqual(
    await (await ask('GET', `/api/w/${workspaceId}/people`, { headers: owner.headers })).json(),
  )
  const personId = ann?.state === 'refused' ? '' : ann?.personId
  const opened = await ask('GET', `/api/w/${workspaceId}/people/${personId}`, { headers: viewer.headers })
  expect(opened.status).toBe(403)
  await ask('GET', `/api/w/${workspaceId}/people/${personId}?purpose=support`, { headers: owner.headers })
  const trail = await app.pg
    .selectFrom('audit')
    .selectAll()
    .where('subject_id', '=', personId ?? '')
    .execute()
  expect(trail).toMatchObject([{ action: 'people.read', purpose: 'support', actor_id: owner.userId }])
})

async function inClickHouse(personNo: number) {
  const counts: Record<string, number> = {}
  for (const table of ['facts', 'traits', 'identity', 'permissions']) {
    const gone = table === 'permissions' ? 'AND gone = 0' : ''
    const [found] = await app.ch.query(
      ch.sql`SELECT count() AS n FROM ${ch.trusted(table)} ${table === 'permissions' ? ch.trusted('FINAL') : ch.trusted('')}
        WHERE workspace_id = ${ch.uuid(owner.workspaceId)} AND person = ${ch.u32(personNo)} ${ch.trusted(gone)}`,
      z.object({ n: z.number() }),
    )
    counts[table] = found?.n ?? -1
  }
  return counts
}
