import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { bankSource, bringIn, lookAt } from '../../../test/imports.ts'
import { openWorkspace } from '../../../test/members.ts'
import { freshPermission, mayUse, type Purpose } from '../../consent/index.ts'
import { personByIdentifier } from '../../people/index.ts'
import { collectEvents } from '../events/collect-events.ts'
import { findPeople } from '../events/find-people.ts'
import { countArrivals } from '../events/live.ts'
import { putMapping } from './change-import.ts'
import type { ImportDetail } from './import.ts'

const app: TestApp = await openTestApp()
beforeAll(() => app.jobs.start())
let workspaceId: string
let sourceId: string
beforeEach(async () => {
  workspaceId = (await openWorkspace(app)).workspaceId
  const source = {
    workspace_id: workspaceId,
    name: 'Web',
    party: 'first',
    origin: 'observed',
    kind: 'events',
  }
  const row = await app.pg.insertInto('sources').values(source).returning('id').executeTakeFirstOrThrow()
  sourceId = row.id
})

const customers = (numbers: readonly string[]) =>
  Buffer.from(
    `customer_id,city,visits\n${numbers.map((number, n) => `${number},Aarhus,${n % 9}`).join('\n')}\n`,
  )
const numbers = Array.from({ length: 40 }, (_, n) => `B${String(n).padStart(6, '0')}`)

async function collect(...userIds: string[]): Promise<void> {
  const messages = userIds.map((userId) => ({ type: 'track', event: 'Visited', userId }))
  const envelope = { sentAt: undefined, context: undefined }
  await collectEvents(app, { workspaceId, sourceId }, { messages, envelope })
  await findPeople(app, { others: 'wait' })
}

async function refuse(userId: string, category: string): Promise<void> {
  const context = { consent: { categoryPreferences: { [category]: false } } }
  const messages = [{ type: 'page', userId, context }]
  await collectEvents(
    app,
    { workspaceId, sourceId },
    { messages, envelope: { sentAt: undefined, context: {} } },
  )
  await findPeople(app, { others: 'wait' })
}

const customerOf = async (value: string) =>
  (await personByIdentifier(app, { workspaceId, identifier: { kind: 'customer_id', value } }))?.personNo ?? 0
async function may(value: string, purpose: Purpose): Promise<boolean> {
  await freshPermission(app, workspaceId)
  return mayUse(app.pg, { workspaceId, personNo: await customerOf(value), purpose })
}
const columnOf = ({ mapping }: ImportDetail) =>
  mapping.kind === 'people' ? mapping.mapping.columns['customer_id'] : undefined

async function bringSaid(found: ImportDetail): Promise<void> {
  if (found.mapping.kind !== 'people') throw new Error('not people')
  const column = { use: 'identifier', kind: 'customer_id', isUserId: true } as const
  const columns = { ...found.mapping.mapping.columns, customer_id: column }
  await putMapping(app, {
    workspaceId,
    importId: found.id,
    mapping: { kind: 'people', mapping: { ...found.mapping.mapping, columns } },
    grounds: {},
  })
  await bringIn(app, { workspaceId, importId: found.id, source: bankSource })
}

describe('customer numbers that are the user ids of events', () => {
  test('are proposed as such where events with them have come in', async () => {
    await collect(...numbers.slice(0, 5))
    expect(columnOf(await lookAt(app, { workspaceId, file: customers(numbers) }))).toEqual({
      use: 'identifier',
      kind: 'customer_id',
      isUserId: true,
    })
  })

  test('are not where nothing, or only short numbers of both, say so', async () => {
    const plain = { use: 'identifier', kind: 'customer_id' }
    expect(columnOf(await lookAt(app, { workspaceId, file: customers(numbers) }))).toEqual(plain)
    const short = numbers.map((_, n) => String(n + 1))
    await collect(...short.slice(0, 8))
    expect(columnOf(await lookAt(app, { workspaceId, file: customers(short) }))).toEqual(plain)
  })

  test('once said, what is refused by an event reaches the customer', async () => {
    await bringSaid(await lookAt(app, { workspaceId, file: customers(numbers) }))
    expect(await may('B000005', 'analysis')).toBe(true)
    await refuse('B000005', 'analytics')
    expect(await may('B000005', 'analysis')).toBe(false)
    expect(await may('B000006', 'analysis')).toBe(true)
  })

  test('what was refused before the file came holds for the customer too; what was given does not', async () => {
    await collect(...numbers.slice(0, 5))
    await refuse('B000003', 'analytics')
    const context = { consent: { categoryPreferences: { advertising: true } } }
    const messages = [{ type: 'page', userId: 'B000003', context }]
    await collectEvents(
      app,
      { workspaceId, sourceId },
      { messages, envelope: { sentAt: undefined, context: {} } },
    )
    await findPeople(app, { others: 'wait' })
    await bringSaid(await lookAt(app, { workspaceId, file: customers(numbers) }))
    expect(await may('B000003', 'analysis')).toBe(false)
    expect(await may('B000003', 'advertising')).toBe(false)
    expect(await may('B000004', 'analysis')).toBe(true)
  })

  test('the live view tells of them; said of a file that is in already, its customers are joined to their events', async () => {
    const file = customers(numbers)
    const first = await lookAt(app, { workspaceId, file })
    await bringIn(app, { workspaceId, importId: first.id, source: bankSource })
    const before = await customerOf('B000007')
    await refuse('B000007', 'analytics')
    expect(await may('B000007', 'analysis')).toBe(true)
    const told = async () => (await countArrivals(app, { workspaceId, hours: 1 })).otherCustomers
    expect(await told()).toBe(1)
    await bringSaid(await lookAt(app, { workspaceId, file }))
    expect(await told()).toBe(0)
    expect(await customerOf('B000007')).toBe(before)
    expect(await may('B000007', 'analysis')).toBe(false)
  })
})
