import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { mayUse, recordConsent } from '../consent/index.ts'
import { ch } from '../platform/index.ts'
import { createSource } from '../sources/index.ts'
import { defineTraits, forgetPerson, mergePeople, resolvePeople, writeFacts } from './index.ts'
import { moveFacts } from './merged-facts.ts'
import { peopleRoom } from './room.ts'

const app = await openTestApp()
peopleRoom.wire?.(app)
let workspaceId = ''
let sourceId = ''
let fromNo = 0
let intoNo = 0

beforeEach(async () => {
  const workspace = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  workspaceId = workspace.id
  const kind = { party: 'first', origin: 'told', kind: 'file', by: undefined } as const
  sourceId = (await createSource(app, { workspaceId, name: 'one', ...kind })).id
  const rows = ['u1', 'u2'].map((value) => ({ identifiers: [{ kind: 'user_id', value }] }))
  const found = await resolvePeople(app, { workspaceId, sourceId, trust: 'trusted', rows })
  const nos = found.map((row) => (row.state === 'refused' ? 0 : row.personNo))
  fromNo = nos[0] ?? 0
  intoNo = nos[1] ?? 0
})

/** How many rows say something of a person: identifiers of events, facts, current values. */
async function rowsOf(personNo: number): Promise<number[]> {
  const counts = ['identity', 'facts', 'traits'].map(async (table) => {
    const [found] = await app.ch.query(
      ch.sql`SELECT count() AS n FROM ${ch.trusted(table)} FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND person = ${ch.u32(personNo)}`,
      z.object({ n: z.number() }),
    )
    return found?.n ?? 0
  })
  return Promise.all(counts)
}

const merge = (after: () => void) =>
  app.pg.transaction().execute(async (tx) => {
    await mergePeople({ app, tx, workspaceId }, { fromNo, intoNo })
    after()
  })

test('a merge that is rolled back leaves events where they were; one that is kept takes them along', async () => {
  const stopped = merge(() => {
    throw new Error('rolled back')
  })
  await expect(stopped).rejects.toThrow('rolled back')
  await app.outbox.drain()
  expect([await rowsOf(fromNo), await rowsOf(intoNo)]).toEqual([
    [1, 0, 0],
    [1, 0, 0],
  ])
  await merge(() => undefined)
  await app.outbox.drain()
  expect([await rowsOf(fromNo), await rowsOf(intoNo)]).toEqual([
    [0, 0, 0],
    [2, 0, 0],
  ])
})

test('facts that arrive after the surviving person was erased do not stay', async () => {
  const fact = { trait: 'city', text: 'Ribe', num: null, origin: 'told', class: 'geographic' } as const
  const at = new Date('2026-03-01T12:00:00Z')
  await writeFacts(app, { workspaceId, sourceId, facts: [{ ...fact, personNo: fromNo, at }] })
  await merge(() => undefined)
  await app.pg.transaction().execute((tx) => forgetPerson({ app, tx }, { workspaceId, personNo: intoNo }))
  await moveFacts(app, { workspaceId, fromNo, intoNo })
  expect((await rowsOf(intoNo)).slice(1)).toEqual([0, 0])
})

const said = { text: 'Ribe', num: null, origin: 'told', class: 'geographic' } as const
const at = new Date('2026-03-01T12:00:00Z')

test('facts of somebody who was joined to another before they were written end on the person who stays', async () => {
  const third = await resolvePeople(app, {
    workspaceId,
    sourceId,
    trust: 'trusted',
    rows: [{ identifiers: [{ kind: 'user_id', value: 'u3' }] }],
  })
  const lastNo = third[0]?.state === 'new' ? third[0].personNo : 0
  await merge(() => undefined)
  await app.pg.transaction().execute(async (tx) => {
    await mergePeople({ app, tx, workspaceId }, { fromNo: intoNo, intoNo: lastNo })
  })
  await app.outbox.drain()
  await writeFacts(app, { workspaceId, sourceId, facts: [{ ...said, trait: 'city', personNo: fromNo, at }] })
  expect([await rowsOf(fromNo), await rowsOf(intoNo)]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ])
  expect((await rowsOf(lastNo)).slice(1)).toEqual([1, 1])
})

test('facts held back for somebody joined to another meanwhile wait for the person who stays', async () => {
  const trait = { trait: 'diagnosis', type: 'text', class: 'demographic', special: 'health' } as const
  await defineTraits(app, { workspaceId, traits: [trait] })
  await merge(() => undefined)
  await app.outbox.drain()
  const facts = [{ ...said, trait: 'diagnosis', personNo: fromNo, at }]
  expect(await writeFacts(app, { workspaceId, sourceId, facts })).toEqual({ written: 0, held: 1 })
  const held = app.pg.selectFrom('held_facts').select('person_no').where('workspace_id', '=', workspaceId)
  expect(await held.execute()).toEqual([{ person_no: intoNo }])
})

test('a no of somebody joined to another meanwhile counts for the person who stays', async () => {
  const word = { purpose: 'quoting', channel: 'file', happenedAt: at, actor: { kind: 'member' } } as const
  await recordConsent(app, { workspaceId, entries: [{ ...word, personNo: intoNo, state: 'given' }] })
  await merge(() => undefined)
  const later = new Date(at.getTime() + 1)
  const no = { ...word, personNo: fromNo, state: 'withdrawn', happenedAt: later } as const
  await recordConsent(app, { workspaceId, entries: [no] })
  expect(await mayUse(app.pg, { workspaceId, personNo: intoNo, purpose: 'quoting' })).toBe(false)
})
