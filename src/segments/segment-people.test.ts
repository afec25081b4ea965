import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { openWorkspace, type TestMember } from '../../test/members.ts'
import { addGrounds, declareBases, recordConsent } from '../consent/index.ts'
import { createPeople, writeFacts } from '../people/index.ts'
import { ch, json } from '../platform/index.ts'
import {
  countSegmentPeople,
  listSegments,
  savedSegmentBitmap,
  segmentOfPerson,
  segmentPeople,
} from './index.ts'
import type { Condition } from './segment.ts'

const sourceId = randomUUID()
let app: TestApp
let home: TestMember
let nos: number[]
let student: string
let grown: string

beforeAll(async () => {
  app = await openTestApp()
  home = await openWorkspace(app)
  const { workspaceId } = home
  await declareBases(app, {
    workspaceId,
    declarer: { kind: 'source', id: sourceId },
    bases: {
      analysis: { basis: 'legitimate interest' },
      invitation: { basis: 'consent' },
    },
    by: undefined,
  })
  nos = await app.pg.transaction().execute(async (tx) => {
    const people = await createPeople(tx, { workspaceId, count: 6 })
    const personNos = people.map((person) => person.personNo)
    await addGrounds(tx, { workspaceId, declarerId: sourceId, personNos })
    return personNos
  })
  await writeFacts(app, {
    workspaceId,
    sourceId,
    facts: nos.map((personNo, index) => ({
      personNo,
      trait: 'job',
      text: index < 3 ? 'student' : 'nurse',
      num: null,
      origin: 'told' as const,
      class: 'demographic',
      at: new Date('2026-11-01'),
    })),
  })
  ;[student, grown] = await saveSet(workspaceId, [
    [{ kind: 'trait', trait: 'job', op: 'is', value: 'student' }],
    [{ kind: 'trait', trait: 'job', op: 'is known' }],
  ])
})

async function saveSet(workspaceId: string, rules: Condition[][]): Promise<[string, string]> {
  const set = await app.pg
    .insertInto('segment_sets')
    .values({ workspace_id: workspaceId, name: 'Jobs' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const ids: string[] = []
  for (const [place, rule] of rules.entries()) {
    const row = await app.pg
      .insertInto('segments')
      .values({ workspace_id: workspaceId, set_id: set.id, place, name: `S${place}`, rule: json(rule) })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.push(row.id)
  }
  return [ids[0] ?? '', ids[1] ?? '']
}

test('two segments may stand in one query', async () => {
  const { workspaceId } = home
  const a = await savedSegmentBitmap(app, { workspaceId, segmentId: student })
  const b = await savedSegmentBitmap(app, { workspaceId, segmentId: grown })
  const rows = await app.ch.query(
    ch.sql`SELECT bitmapToArray((${a})) AS a, bitmapToArray((${b})) AS b`,
    z.object({ a: z.array(z.number()), b: z.array(z.number()) }),
  )
  expect(rows).toEqual([{ a: nos.slice(0, 3), b: nos.slice(3) }])
  expect((await listSegments(app, workspaceId)).map(({ name, setName }) => [name, setName])).toEqual([
    ['S0', 'Jobs'],
    ['S1', 'Jobs'],
  ])
})

test('one is only invited who may be analysed and agreed to be', async () => {
  const { workspaceId } = home
  const asked = { workspaceId, segmentId: student, purpose: 'invitation' } as const
  expect(await countSegmentPeople(app, asked)).toBe(0)
  const say = (personNo: number, purpose: 'invitation' | 'analysis', state: 'given' | 'withdrawn') => ({
    personNo,
    purpose,
    state,
    happenedAt: new Date('2026-11-02'),
    channel: 'by hand',
    actor: { kind: 'member' },
  })
  const [first = 0, second = 0, third = 0] = nos
  await recordConsent(app, {
    workspaceId,
    entries: [first, second, third].map((no) => say(no, 'invitation', 'given')),
  })
  expect(await countSegmentPeople(app, asked)).toBe(3)
  expect(await segmentOfPerson(app, { workspaceId, personNo: second })).toMatchObject([
    { segmentId: student },
  ])
  await recordConsent(app, { workspaceId, entries: [say(second, 'analysis', 'withdrawn')] })
  const page = await segmentPeople(app, { ...asked, limit: 1 })
  expect(page).toMatchObject({ people: [{ personNo: first }], next: first })
  const last = await segmentPeople(app, { ...asked, limit: 1, after: first })
  expect(last).toMatchObject({ people: [{ personNo: third }], next: null })
  expect(await segmentOfPerson(app, { workspaceId, personNo: second })).toEqual([])
})

test('another workspace knows neither the segment nor the person', async () => {
  const other = await openWorkspace(app)
  await expect(savedSegmentBitmap(app, { ...other, segmentId: student })).rejects.toMatchObject({
    status: 404,
  })
  expect(await segmentOfPerson(app, { workspaceId: other.workspaceId, personNo: nos[0] ?? 0 })).toEqual([])
})

test('somebody is found in each of more sets than one query of the engine holds', async () => {
  const { workspaceId } = home
  const rules = Array.from({ length: 12 }, (_, at): Condition[] =>
    Array.from({ length: 4 }, (_any, n) => ({
      ...{ kind: 'trait', trait: 'job', op: 'is' },
      value: `a job that nobody has, ${at} ${n}`,
    })),
  )
  const before = await segmentOfPerson(app, { workspaceId, personNo: nos[0] ?? 0 })
  for (let count = 0; count < 40; count += 1) await saveSet(workspaceId, rules)
  const found = await segmentOfPerson(app, { workspaceId, personNo: nos[0] ?? 0 })
  expect(found).toHaveLength(before.length + 40)
})
