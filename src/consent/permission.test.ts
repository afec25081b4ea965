import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { type PersonInState, makePeopleInStates, mayOf } from '../../test/permission-states.ts'
import { ch } from '../platform/index.ts'
import { countPurposes } from './history.ts'
import { freshPermission, mayBitmapSql, mayUse, purposes, reasonOf, recordConsent } from './index.ts'

const app = await openTestApp()
const since = new Date('2026-01-05T09:00:00Z')
let workspaceId = ''
let people: PersonInState[] = []

beforeAll(async () => {
  workspaceId = await makeWorkspace()
  people = await makePeopleInStates(app, { workspaceId, since })
})

async function makeWorkspace(): Promise<string> {
  const row = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Whom ClickHouse lets use, after the barrier. */
async function allowed(use: Parameters<typeof mayBitmapSql>[0]): Promise<Set<number>> {
  await freshPermission(app, use.workspaceId)
  const rows = await app.ch.query(
    ch.sql`SELECT arrayJoin(bitmapToArray(people)) AS person FROM (${mayBitmapSql(use)})`,
    z.object({ person: z.number() }),
  )
  return new Set(rows.map((row) => row.person))
}

test('every purpose and every state: PostgreSQL says what must hold, in the workspace and in a study', async () => {
  const wrong: string[] = []
  for (const { personNo, state, purpose, scope } of people) {
    const must = mayOf(state, purpose)
    if ((await mayUse(app.pg, { workspaceId, personNo, purpose })) !== must.workspace)
      wrong.push(`${purpose}: ${state.name}`)
    if ((await mayUse(app.pg, { workspaceId, personNo, purpose, scope })) !== must.study)
      wrong.push(`${purpose}, study: ${state.name}`)
  }
  expect(wrong).toEqual([])
})

test('every purpose and every state: the bitmap of ClickHouse is the same', async () => {
  for (const purpose of purposes) {
    const may = await allowed({ workspaceId, purpose })
    const must = people.filter(
      (person) => person.purpose === purpose && mayOf(person.state, purpose).workspace,
    )
    expect(
      [...may].toSorted((a, b) => a - b),
      purpose,
    ).toEqual(must.map(({ personNo }) => personNo))
  }
  for (const { personNo, purpose, scope, state } of people) {
    const may = await allowed({ workspaceId, purpose, scope })
    expect(may.has(personNo), `${purpose}, study: ${state.name}`).toBe(mayOf(state, purpose).study)
  }
})

test('the counts shown are those of the bitmap, and the reasons add up to everybody', async () => {
  const counted = await countPurposes(app, { workspaceId, minimum: 1 })
  expect(counted.people).toBe(people.length)
  for (const { purpose, may, leftOut } of counted.purposes) {
    expect(may).toBe((await allowed({ workspaceId, purpose })).size)
    expect(may + leftOut.reduce((sum, row) => sum + row.people, 0)).toBe(people.length)
  }
})

test('a program that dies between the two engines loses no withdrawal', async () => {
  const person = people.find(
    ({ purpose, state }) => purpose === 'analysis' && state.name === 'basis consent, given',
  )
  const personNo = person?.personNo ?? 0
  expect((await allowed({ workspaceId, purpose: 'analysis' })).has(personNo)).toBe(true)
  await recordConsent(app, {
    workspaceId,
    entries: [
      {
        personNo,
        purpose: 'analysis',
        state: 'withdrawn',
        happenedAt: new Date(),
        channel: 'by hand',
        actor: { kind: 'member' },
      },
    ],
  })
  const dying = {
    ...app,
    ch: { ...app.ch, insertLines: async () => Promise.reject(new Error('killed')) },
  }
  await expect(freshPermission(dying, workspaceId)).rejects.toThrow('killed')
  expect((await allowed({ workspaceId, purpose: 'analysis' })).has(personNo)).toBe(false)
})

test('the packed standing always says what the rows say, whatever is written (seeded)', async () => {
  const numbers = people.map(({ personNo }) => personNo)
  let seed = 42
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed % below
  }
  const states = ['given', 'withdrawn', 'objected'] as const
  for (let round = 0; round < 5; round += 1) {
    await recordConsent(app, {
      workspaceId,
      entries: Array.from({ length: 200 }, () => ({
        personNo: numbers[random(numbers.length)] ?? 0,
        purpose: purposes[random(6)] ?? 'analysis',
        scope: random(3) === 0 ? (people[random(people.length)]?.scope ?? '') : '',
        state: states[random(3)] ?? 'given',
        happenedAt: new Date(since.getTime() + random(40) * 3_600_000),
        channel: 'by hand',
        actor: { kind: 'member' },
      })),
    })
    await freshPermission(app, workspaceId)
    const inPostgres = await sql<{ person_no: number; scope: string; standing: number }>`
      select person_no, scope, sum(reason::int << (4 * purpose))::int as standing
      from permission_rows(${workspaceId}::uuid, ${numbers}::bigint[]) group by person_no, scope order by person_no, scope`.execute(
      app.pg,
    )
    const inClickHouse = await app.ch.query(
      ch.sql`SELECT person AS person_no, scope, standing FROM permissions FINAL
        WHERE workspace_id = ${ch.uuid(workspaceId)} AND gone = 0 ORDER BY person, scope`,
      z.object({ person_no: z.number(), scope: z.string(), standing: z.number() }),
    )
    expect(inClickHouse).toEqual(inPostgres.rows)
  }
})

test('somebody without an address may not be mailed, and the reason says so', async () => {
  expect(reasonOf(0x05_00_00, 'email_marketing')).toBe('no address')
  const own = await makeWorkspace()
  const [made] = (
    await sql<{ no: number }>`insert into people (workspace_id) values (${own}) returning no`.execute(app.pg)
  ).rows
  await recordConsent(app, {
    workspaceId: own,
    entries: [
      {
        personNo: made?.no ?? 0,
        purpose: 'email_marketing',
        state: 'given',
        happenedAt: since,
        channel: 'by hand',
        actor: { kind: 'member' },
      },
    ],
  })
  const { purposes: counted } = await countPurposes(app, { workspaceId: own, minimum: 1 })
  expect(counted.find(({ purpose }) => purpose === 'email_marketing')?.leftOut).toEqual([
    { reason: 'no address', people: 1 },
  ])
})

test('the same evidence read twice says one thing, and the ledger refuses to be changed', async () => {
  const personNo = people[0]?.personNo ?? 0
  const entry = {
    personNo,
    purpose: 'advertising',
    state: 'objected',
    happenedAt: since,
    channel: 'file',
    actor: { kind: 'import' },
    evidenceId: 'row 7',
  } as const
  expect(await recordConsent(app, { workspaceId, entries: [entry, entry] })).toBe(1)
  expect(await recordConsent(app, { workspaceId, entries: [entry] })).toBe(0)
  await expect(sql`delete from consent_ledger where person_no = ${personNo}`.execute(app.pg)).rejects.toThrow(
    'only grows',
  )
})

test('a yes dated in the future is taken back by a no said now', async () => {
  const personNo = people[0]?.personNo ?? 0
  const word = { personNo, purpose: 'invitation', channel: 'by hand', actor: { kind: 'member' } } as const
  const nextYear = new Date(Date.now() + 365 * 86_400_000)
  await recordConsent(app, { workspaceId, entries: [{ ...word, state: 'given', happenedAt: nextYear }] })
  expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'invitation' })).toBe(true)
  await recordConsent(app, {
    workspaceId,
    entries: [{ ...word, state: 'withdrawn', happenedAt: new Date() }],
  })
  expect(await mayUse(app.pg, { workspaceId, personNo, purpose: 'invitation' })).toBe(false)
})

test('a workspace that is removed takes its ledger along', async () => {
  const removed = await makeWorkspace()
  const entry = {
    personNo: 4_000_000_000,
    purpose: 'analysis' as const,
    state: 'given' as const,
    happenedAt: since,
    channel: 'by hand',
    actor: { kind: 'member' },
  }
  await recordConsent(app, { workspaceId: removed, entries: [entry] })
  await app.pg.deleteFrom('workspaces').where('id', '=', removed).execute()
  expect(
    await app.pg.selectFrom('consent_ledger').select('id').where('workspace_id', '=', removed).execute(),
  ).toEqual([])
})
