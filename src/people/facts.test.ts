import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { ch } from '../platform/index.ts'
import { createSource } from '../sources/index.ts'
import {
  defineTraits,
  forgetPerson,
  listTraits,
  releaseHeld,
  resolvePeople,
  writeFacts,
  type Fact,
} from './index.ts'
import { listPeople } from './people-list.ts'
import { listFacts } from './profile.ts'

const app = await openTestApp()
const naughty = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(new URL('../../test/data/blns/blns.json', import.meta.url), 'utf8')))
let workspaceId = ''
let sourceId = ''
let personNo = 0
const at = new Date('2026-03-01T12:00:00.123Z')

beforeEach(async () => {
  const workspace = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  workspaceId = workspace.id
  sourceId = await makeSource('one')
  personNo = await makePerson('customer_id', 'c1')
})

async function makeSource(name: string): Promise<string> {
  const kind = { party: 'first', origin: 'told', kind: 'file', by: undefined } as const
  return (await createSource(app, { workspaceId, name, ...kind })).id
}

async function makePerson(kind: string, value: string): Promise<number> {
  const [found] = await resolvePeople(app, {
    workspaceId,
    sourceId,
    trust: 'trusted',
    rows: [{ identifiers: [{ kind, value }] }],
  })
  return found === undefined || found.state === 'refused' ? 0 : found.personNo
}

const fact = (trait: string, text: string, more: Partial<Fact> = {}): Fact => ({
  personNo,
  trait,
  text,
  num: null,
  origin: 'told',
  class: 'demographic',
  at,
  ...more,
})

async function currentOf(trait: string): Promise<string[]> {
  const rows = await app.ch.query(
    ch.sql`SELECT text FROM traits FINAL WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait = ${ch.text(trait)}`,
    z.object({ text: z.string() }),
  )
  return rows.map((row) => row.text)
}

test('each source keeps its word; the newest of all is the current value, at the same moment the last written', async () => {
  const other = await makeSource('two')
  const later = new Date(at.getTime() + 1)
  await writeFacts(app, { workspaceId, sourceId: other, facts: [fact('city', 'Odense', { at: later })] })
  await writeFacts(app, { workspaceId, sourceId, facts: [fact('city', 'Aarhus')] })
  expect(await currentOf('city')).toEqual(['Odense'])
  await writeFacts(app, { workspaceId, sourceId, facts: [fact('city', 'Vejle', { at: later })] })
  expect(await currentOf('city')).toEqual(['Vejle'])
  const facts = await listFacts(app, { workspaceId, personNo })
  expect(facts.map(({ text, isCurrent, at: when }) => [text, isCurrent, when])).toEqual([
    ['Vejle', true, later.toISOString()],
    ['Odense', false, later.toISOString()],
  ])
})

test('a number, a missing number and an infinite one are kept as what they are', async () => {
  await writeFacts(app, {
    workspaceId,
    sourceId,
    facts: [
      fact('age', '41', { num: 41 }),
      fact('name', 'Bo'),
      fact('odd', 'Infinity', { num: Number.POSITIVE_INFINITY }),
    ],
  })
  const facts = await listFacts(app, { workspaceId, personNo })
  expect(facts.map(({ trait, num }) => [trait, num])).toEqual([
    ['age', 41],
    ['name', null],
    ['odd', null],
  ])
})

test('of somebody of whom much is known every fact is listed, by trait, newest first', async () => {
  const other = await makeSource('two')
  const many = Array.from({ length: 2_500 }, (_, index) =>
    fact(`trait ${String(index).padStart(5, '0')}`, 'x'),
  )
  await writeFacts(app, {
    workspaceId,
    sourceId: other,
    facts: many.map((one) => ({ ...one, text: 'older' })),
  })
  const newer = many.map((one) => ({ ...one, text: 'newer', at: new Date(at.getTime() + 1) }))
  await writeFacts(app, { workspaceId, sourceId, facts: newer })
  const facts = await listFacts(app, { workspaceId, personNo })
  expect(facts.map(({ trait, text, isCurrent }) => [trait, text, isCurrent])).toEqual(
    many.flatMap(({ trait }) => [
      [trait, 'newer', true],
      [trait, 'older', false],
    ]),
  )
})

test('a special category waits until somebody states the ground, then is a fact like any other', async () => {
  await defineTraits(app, {
    workspaceId,
    traits: [{ trait: 'diagnosis', type: 'text', class: 'demographic', special: 'health' }],
  })
  const written = await writeFacts(app, {
    workspaceId,
    sourceId,
    facts: [fact('diagnosis', 'asthma'), fact('diagnosis', 'none'), fact('city', 'Aarhus')],
  })
  expect(written).toEqual({ written: 1, held: 2 })
  expect(await currentOf('diagnosis')).toEqual([])
  const release = { workspaceId, trait: 'diagnosis', ground: 'a explicit consent' } as const
  expect(await releaseHeld(app, release)).toBe(1)
  expect(await currentOf('diagnosis')).toEqual(['none'])
  await writeFacts(app, { workspaceId, sourceId, facts: [fact('diagnosis', 'asthma')] })
  expect(await currentOf('diagnosis')).toEqual(['asthma'])
})

test('a trait held back stays so when a later file has a column of its name that looks like nothing special', async () => {
  const define = (special: string | null) =>
    defineTraits(app, {
      workspaceId,
      traits: [{ trait: 'q26', type: 'text', class: 'demographic', special }],
    })
  await define('health')
  await define(null)
  const facts = [fact('q26', 'asthma')]
  expect(await writeFacts(app, { workspaceId, sourceId, facts })).toEqual({ written: 0, held: 1 })
  expect(await currentOf('q26')).toEqual([])
  await releaseHeld(app, { workspaceId, trait: 'q26', ground: 'a explicit consent' })
  await define(null)
  expect(await currentOf('q26')).toEqual(['asthma'])
  expect(await listTraits(app, workspaceId)).toMatchObject([{ special: 'health' }])
})

test('every naughty string comes back exactly, as trait, as value and as identifier', async () => {
  const facts = naughty.map((text, index) => fact(`${text} ${index}`, text, { class: text }))
  await writeFacts(app, { workspaceId, sourceId, facts })
  const kept = new Map((await listFacts(app, { workspaceId, personNo })).map((row) => [row.trait, row]))
  for (const [index, text] of naughty.entries())
    expect(kept.get(`${text} ${index}`)).toMatchObject({ text, class: text })
  const resolved = await resolvePeople(app, {
    workspaceId,
    sourceId,
    trust: 'trusted',
    rows: naughty.map((value) => ({ identifiers: [{ kind: 'user_id', value }] })),
  })
  const refusals = resolved.filter((row) => row.state === 'refused').map(({ why }) => why)
  expect(new Set(refusals)).toEqual(new Set(['no identifier', 'blocked identifier']))
  for (const [index, value] of naughty.entries()) {
    if (resolved[index]?.state === 'refused') continue
    const found = await listPeople(app.pg, {
      workspaceId,
      search: value,
      cursor: undefined,
      limit: 200,
      sees: 'identifiers',
    })
    expect(found.items.flatMap(({ identifiers }) => identifiers.map((one) => one.value))).toContain(
      value.trim(),
    )
  }
})

test('who may not see people finds them by pseudonym only', async () => {
  const ask = (search: string, sees: 'identifiers' | 'pseudonyms') =>
    listPeople(app.pg, { workspaceId, search, cursor: undefined, limit: 50, sees })
  const [person] = (await ask('c1', 'identifiers')).items
  expect(person?.identifiers).toEqual([{ kind: 'customer_id', value: 'c1' }])
  expect((await ask('c1', 'pseudonyms')).items).toEqual([])
  const [named] = (await ask(person?.pseudonym.toLowerCase() ?? '', 'pseudonyms')).items
  expect(named).toMatchObject({ personId: person?.personId, identifiers: [] })
})

test('facts of somebody who was erased meanwhile do not stay', async () => {
  await app.pg.transaction().execute((tx) => forgetPerson({ app, tx }, { workspaceId, personNo }))
  await writeFacts(app, { workspaceId, sourceId, facts: [fact('city', 'Aarhus')] })
  expect(await currentOf('city')).toEqual([])
  expect(await listFacts(app, { workspaceId, personNo })).toEqual([])
})
