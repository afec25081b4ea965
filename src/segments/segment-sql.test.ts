import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ch, openEmbeddedClickHouse } from '../platform/index.ts'
import type { ClickHouse } from '../platform/index.ts'
import { traitHolds } from './segment.ts'
import type { Condition, KnownTraits, SegmentSet } from './segment.ts'
import { membersSql, keptSql, purposesSql, sizesSql } from './segment-sql.ts'
import type { Part } from './segment-sql.ts'

const workspace = '018f0000-0000-7000-8000-000000000001'
const other = '018f0000-0000-7000-8000-000000000002'
const source = '018f0000-0000-7000-8000-00000000000a'
const now = new Date('2026-11-21T12:00:00.000Z')
const folder = mkdtempSync(join(tmpdir(), 'segment-sql-'))
const naughty = `'; DROP TABLE traits; -- {v0:String} \\' \n\t \u0000 \uD800 ${'\u202E'}`
let store: ClickHouse

/** Person 1 to 8; 7 may not be analysed, 8 is gone. 3 has no age, 4 no job. */
const people: Record<number, KnownTraits> = {
  1: { age: 25, job: 'student', newsletter: true, born: '2001-05-01' },
  2: { age: 30, job: 'retired', newsletter: false, born: '1996-02-29' },
  3: { job: 'student', newsletter: true },
  4: { age: 44.9, newsletter: true, born: '1982-01-01' },
  5: { age: 45, job: naughty, [naughty]: naughty },
  6: { age: 45.5, job: 'student', born: '1996-03-01' },
  7: { age: 30, job: 'student', newsletter: true },
  8: { age: 30, job: 'student' },
}
const standings: Record<number, number> = {
  1: 0,
  2: 0x300,
  3: 0x200,
  4: 0x30000,
  5: 0,
  6: 0x20200,
  7: 0x3,
  8: 0,
}

beforeAll(async () => {
  store = openEmbeddedClickHouse({ path: folder, readers: 1 })
  for (const path of globSync('*/migrations/*.ch.sql', { cwd: join(import.meta.dirname, '..') })) {
    const statements = readFileSync(join(import.meta.dirname, '..', path), 'utf8').replace(/^--.*$/gm, '')
    for (const statement of statements.split(/;\s*(?:\n|$)/)) {
      if (statement.trim() !== '') await store.command(ch.trusted(statement))
    }
  }
  await store.insert('permissions', permissionRows())
  await store.insert('traits', traitRows())
  await store.insert('identity', [
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((person) => ({
      workspace_id: workspace,
      key: person * 10,
      person,
      version: 1,
    })),
    // 1 has two keys; key 61 was 5's until a merge gave it to 6.
    { workspace_id: workspace, key: 11, person: 1, version: 1 },
    { workspace_id: workspace, key: 61, person: 5, version: 1 },
    { workspace_id: workspace, key: 61, person: 6, version: 2 },
  ])
  for (const batch of eventBatches()) await store.insert('events', batch)
})

afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

function permissionRows(): object[] {
  const row = (person: number, standing: number) => ({
    workspace_id: workspace,
    scope: '',
    person,
    standing,
    version: 2,
  })
  return [
    ...Object.entries(standings).map(([person, standing]) => ({
      ...row(Number(person), standing),
      gone: person === '8' ? 1 : 0,
    })),
    { ...row(1, 3), version: 1 },
    { ...row(7, 0), scope: 'study:018f0000-0000-7000-8000-00000000000b' },
    { ...row(9, 0), workspace_id: other },
  ]
}

function traitRows(): object[] {
  const at = '2026-11-01 00:00:00.000'
  const rows = Object.entries(people).flatMap(([person, traits]) =>
    Object.entries(traits).map(([trait, value]) => ({
      workspace_id: workspace,
      trait,
      person: Number(person),
      text: String(value),
      num: typeof value === 'number' ? value : null,
      source_id: source,
      origin: 'told',
      at,
      version: 5,
    })),
  )
  const old = {
    workspace_id: workspace,
    trait: 'age',
    person: 1,
    text: '99',
    num: 99,
    source_id: source,
    origin: 'told',
    at,
  }
  // An older value of 1, another workspace's person with the same number, and a value that was taken back.
  const foreign = { ...old, workspace_id: other, person: 2, text: '80', num: 80, version: 1 }
  const removed = { ...old, person: 3, text: '', num: null, version: 9 }
  return [...rows, { ...old, version: 1 }, foreign, removed]
}

/** `[key, day, properties, message]`; the second batch repeats a message of the first. */
function eventBatches(): object[][] {
  const row = ([key, day, properties, message]: [number, string, object, number]) => ({
    workspace_id: workspace,
    name: 'order',
    key,
    message_hash: message,
    message_id: String(message),
    type: 'track',
    at: `${day} 12:00:00.000`,
    received_at: `${day} 12:00:01.000`,
    source_id: source,
    properties: JSON.stringify(properties),
  })
  return [
    [
      row([10, '2026-11-20', { price: 9, paid: true, to: naughty.toWellFormed() }, 1]),
      row([11, '2026-11-19', { price: '9' }, 2]),
      row([11, '2026-06-01', { price: 9.5, paid: false }, 3]),
      row([20, '2026-11-20', {}, 4]),
      row([60, '2026-11-01', { price: 0 }, 5]),
      row([61, '2026-11-02', { price: 0 }, 6]),
      row([70, '2026-11-02', { price: 9 }, 7]),
    ],
    [row([20, '2026-11-20', {}, 4]), row([61, '2026-11-02', { price: 0 }, 6])],
  ]
}

async function members(all: Condition[], part: Part = 0, audience: Condition[] = []): Promise<number[]> {
  const set: SegmentSet = { audience, rules: [{ name: 'rule', all }] }
  const query = membersSql({ workspace, set, now, part, after: 0, limit: 100 })
  return (await store.query(query, z.object({ person: z.number() }))).map((row) => row.person)
}

const analysable = [1, 2, 3, 4, 5, 6]

describe('a trait condition in SQL', () => {
  const trait = (name: string, rest: object): Condition =>
    ({ kind: 'trait', trait: name, ...rest }) as Condition
  const conditions = [
    ...['age', 'job', 'born', naughty].flatMap((name) => [
      trait(name, { op: 'is known' }),
      trait(name, { op: 'is missing' }),
      trait(name, { op: 'is', value: naughty }),
      trait(name, { op: 'is not', value: 'student' }),
      trait(name, { op: 'in', values: ['student', 30, true, { date: '1996-02-29' }] }),
      trait(name, { op: 'not in', values: ['student', 45] }),
    ]),
    trait('age', { op: 'at least', value: 45 }),
    trait('age', { op: 'less than', value: 45 }),
    trait('age', { op: 'between', from: 30, below: 45 }),
    trait('born', { op: 'at least', value: { date: '1996-02-29' } }),
    trait('born', { op: 'less than', value: { date: '1996-03-01' } }),
    trait('born', { op: 'between', from: { date: '1990-01-01' }, below: { date: '2000-01-01' } }),
    trait('newsletter', { op: 'is', value: true }),
    trait('newsletter', { op: 'is not', value: false }),
  ]

  test.each(conditions)('takes the people whom the pure rule takes: %j', async (condition) => {
    if (condition.kind === 'event') throw new Error('traits only')
    const expected = analysable.filter((person) => traitHolds(condition, people[person] ?? {}))
    expect(await members([condition])).toEqual(expected)
  })
})

describe('an event condition in SQL', () => {
  const order = (rest: object): Condition => ({ kind: 'event', event: 'order', ...rest }) as Condition
  test.each<[string, object, number[]]>([
    ['at least once', { did: 'at least', times: 1 }, [1, 2, 6]],
    ['counts all keys of a person', { did: 'at least', times: 3 }, [1]],
    [
      'counts a repeated message once, and a merged key for its new owner',
      { did: 'at least', times: 2 },
      [1, 6],
    ],
    ['counts exactly above a hundred too', { did: 'at least', times: 101 }, []],
    ['only within the days asked for', { did: 'at least', times: 2, withinDays: 30 }, [1, 6]],
    ['only within the last day and a half', { did: 'at least', times: 1, withinDays: 1 }, [1, 2]],
    ['at most twice, those who never did included', { did: 'at most', times: 2 }, [2, 3, 4, 5, 6]],
    ['never', { did: 'never' }, [3, 4, 5]],
    ['never of late', { did: 'never', withinDays: 5 }, [3, 4, 5, 6]],
    [
      'a number is not its text',
      { did: 'at least', times: 1, where: [{ property: 'price', value: 9 }] },
      [1],
    ],
    [
      'a text is not its number',
      { did: 'at least', times: 1, where: [{ property: 'price', value: '9' }] },
      [1],
    ],
    ['nought is not absence', { did: 'at least', times: 1, where: [{ property: 'price', value: 0 }] }, [6]],
    ['a yes', { did: 'at least', times: 1, where: [{ property: 'paid', value: true }] }, [1]],
    ['a no', { did: 'at least', times: 1, withinDays: 60, where: [{ property: 'paid', value: false }] }, []],
    ['a property nobody sent', { did: 'at least', times: 1, where: [{ property: naughty, value: 1 }] }, []],
  ])('%s', async (_, condition, expected) => {
    expect(await members([order(condition)])).toEqual(expected)
  })

  test('an event of a hostile name nobody sent is nobody’s', async () => {
    expect(await members([{ kind: 'event', event: naughty, did: 'at least', times: 1 }])).toEqual([])
  })
})

describe('a set of segments', () => {
  const student: Condition = { kind: 'trait', trait: 'job', op: 'is', value: 'student' }
  const grown: Condition = { kind: 'trait', trait: 'age', op: 'at least', value: 30 }
  const buyer: Condition = { kind: 'event', event: 'order', did: 'at least', times: 1 }
  const set: SegmentSet = {
    audience: [],
    rules: [
      { name: 'students', all: [student] },
      { name: 'grown', all: [grown] },
      { name: 'grown who are no students', all: [grown, { ...student, op: 'is not' }] },
    ],
  }

  test('gives every size and the rest in one query, and nobody twice', async () => {
    const [row] = await store.query(sizesSql({ workspace, set, now }), z.record(z.string(), z.number()))
    expect(row).toEqual({
      audience: 6,
      size_0: 3,
      fits_0: 3,
      size_1: 3,
      fits_1: 4,
      size_2: 0,
      fits_2: 3,
      rest: 0,
    })
  })

  test('of an audience counts nobody outside it', async () => {
    const buyers = { audience: [buyer], rules: [{ name: 'students', all: [student] }] }
    const [row] = await store.query(
      sizesSql({ workspace, set: buyers, now }),
      z.record(z.string(), z.number()),
    )
    expect(row).toEqual({ audience: 3, size_0: 2, fits_0: 2, rest: 1 })
    expect(await members([student], 'rest', [buyer])).toEqual([2])
  })

  test('pages through members in order and ends', async () => {
    const one: SegmentSet = { audience: [], rules: [{ name: 'grown', all: [grown] }] }
    const pages: number[][] = []
    for (let after = 0; ; after = pages.at(-1)?.at(-1) ?? 0) {
      const query = membersSql({ workspace, set: one, now, part: 0, after, limit: 3 })
      const rows = await store.query(query, z.object({ person: z.number() }))
      if (rows.length === 0) break
      pages.push(rows.map((row) => row.person))
    }
    expect(pages).toEqual([[2, 4, 5], [6]])
  })

  test('has no fourth part', () => {
    expect(() => membersSql({ workspace, set, now, part: 3, after: 0, limit: 3 })).toThrow(RangeError)
  })

  test('says how many may be used for what, and why the others may not', async () => {
    const row = z.object({
      purpose: z.number(),
      analysis: z.number(),
      reason: z.number(),
      people: z.number(),
    })
    const [kept] = await store.query(keptSql({ workspace, set, now }), z.object({ part_0: z.base64() }))
    const members = ch.sql`SELECT CAST(base64Decode(${ch.text(kept?.part_0 ?? '')}), 'AggregateFunction(groupBitmap, UInt32)')`
    const counts = await store.query(purposesSql({ workspaceId: workspace, members }), row)
    // Students 1, 3 and 6, and 7 who withdrew from analysis; 8 is gone.
    expect(counts.filter((count) => count.purpose === 0)).toEqual([
      { purpose: 0, analysis: 0, reason: 0, people: 3 },
      { purpose: 0, analysis: 3, reason: 3, people: 1 },
    ])
    expect(counts.filter((count) => count.purpose === 2)).toEqual([
      { purpose: 2, analysis: 0, reason: 0, people: 1 },
      { purpose: 2, analysis: 0, reason: 2, people: 2 },
      { purpose: 2, analysis: 3, reason: 0, people: 1 },
    ])
    expect(counts.filter((count) => count.purpose === 4 && count.reason > 0)).toEqual([
      { purpose: 4, analysis: 0, reason: 2, people: 1 },
    ])
  })

  test('never writes what people wrote into the text of the query', () => {
    const hostile: Condition[] = [
      { kind: 'trait', trait: naughty, op: 'is', value: naughty },
      { kind: 'event', event: naughty, did: 'never', where: [{ property: naughty, value: naughty }] },
    ]
    const { text } = sizesSql({
      workspace,
      set: { audience: hostile, rules: [{ name: naughty, all: hostile }] },
      now,
    })
    expect(text).not.toContain('DROP')
    expect(text.match(/FROM traits/g)).toHaveLength(1)
  })
})
