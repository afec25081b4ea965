import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { ch } from '../platform/index.ts'
import { createSource } from '../sources/index.ts'
import {
  correctTrait,
  defineTraits,
  guessSpecialByName,
  releaseHeld,
  resolvePeople,
  writeFacts,
} from './index.ts'

const app = await openTestApp()

async function openPlace() {
  const { id: workspaceId } = await app.pg
    .insertInto('workspaces')
    .values({ name: 'Test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const kind = { party: 'first', origin: 'told', kind: 'manual', by: undefined } as const
  const { id: sourceId } = await createSource(app, { workspaceId, name: 'by hand', ...kind })
  const rows = ['c1', 'c2'].map((value) => ({ identifiers: [{ kind: 'customer_id', value }] }))
  const found = await resolvePeople(app, { workspaceId, sourceId, trust: 'trusted', rows })
  const nos = found.map((row) => (row.state === 'refused' ? 0 : row.personNo))
  return { workspaceId, sourceId, nos, personNo: nos[0] ?? 0 }
}

/** What both tables of ClickHouse say of a trait. */
async function factsOf(workspaceId: string, trait: string): Promise<string[]> {
  const of = ch.sql`WHERE workspace_id = ${ch.uuid(workspaceId)} AND trait = ${ch.text(trait)}`
  const rows = await app.ch.query(
    ch.sql`SELECT text FROM facts ${of} UNION ALL SELECT text FROM traits ${of}`,
    z.object({ text: z.string() }),
  )
  return rows.map(({ text }) => text).toSorted()
}

const heldOf = async (workspaceId: string) =>
  app.pg
    .selectFrom('held_facts')
    .select(['trait', 'value', 'reason'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('person_no')
    .execute()

describe('a trait written by hand', () => {
  test.each([
    ['religion', 'religion or belief'],
    ['diagnose', 'health'],
    ['TradeUnion', 'trade union'],
    ['politisk_parti', 'political opinion'],
  ])('%s is held back as %s although nobody has defined it', async (trait, reason) => {
    const { workspaceId, sourceId, personNo } = await openPlace()
    const written = await correctTrait(app, { workspaceId, sourceId, personNo, trait, text: 'yes' })
    expect(written).toEqual({ held: true })
    expect(await factsOf(workspaceId, trait)).toEqual([])
    expect(await heldOf(workspaceId)).toEqual([{ trait, value: 'yes', reason }])
  })

  test('a harmless one is a fact at once, and one with a stated ground too', async () => {
    const { workspaceId, sourceId, personNo } = await openPlace()
    const by = { workspaceId, sourceId, personNo }
    expect(await correctTrait(app, { ...by, trait: 'city', text: 'Ribe' })).toEqual({ held: false })
    await correctTrait(app, { ...by, trait: 'religion', text: 'none' })
    await releaseHeld(app, { workspaceId, trait: 'religion', ground: 'a explicit consent' })
    expect(await correctTrait(app, { ...by, trait: 'religion', text: 'a lot' })).toEqual({ held: false })
  })
})

test('a trait that turns out to be special takes the facts there are out of both tables, and a ground lets them back', async () => {
  const { workspaceId, sourceId, nos } = await openPlace()
  const at = new Date('2026-03-01T12:00:00Z')
  const fact = { trait: 'q12', num: null, origin: 'told', class: 'demographic', at } as const
  await defineTraits(app, { workspaceId, traits: [{ trait: 'q12', type: 'text', class: 'demographic' }] })
  const facts = nos.map((personNo, index) => ({ ...fact, personNo, text: `answer ${index}` }))
  await writeFacts(app, {
    workspaceId,
    sourceId,
    facts: [...facts, { ...fact, personNo: nos[0] ?? 0, trait: 'city', text: 'Ribe' }],
  })
  const special = { trait: 'q12', type: 'text', class: 'demographic', special: 'health' }
  await defineTraits(app, { workspaceId, traits: [special] })
  expect(await factsOf(workspaceId, 'q12')).toEqual([])
  expect(await factsOf(workspaceId, 'city')).toEqual(['Ribe', 'Ribe'])
  expect(await heldOf(workspaceId)).toEqual([
    { trait: 'q12', value: 'answer 0', reason: 'health' },
    { trait: 'q12', value: 'answer 1', reason: 'health' },
  ])
  expect(await releaseHeld(app, { workspaceId, trait: 'q12', ground: 'a explicit consent' })).toBe(2)
  await defineTraits(app, { workspaceId, traits: [special] })
  expect(await factsOf(workspaceId, 'q12')).toEqual(['answer 0', 'answer 0', 'answer 1', 'answer 1'])
})

test('words that only sound special name nothing', () => {
  for (const name of ['city', 'plan', 'sexual harassment policy read', 'trolley', 'brace'])
    expect(guessSpecialByName(name)).toBeNull()
})
