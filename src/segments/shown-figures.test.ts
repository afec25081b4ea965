import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../test/app.ts'
import { joinWorkspace, openWorkspace } from '../../test/members.ts'
import { defineTraits } from '../people/index.ts'
import { bringPeople } from './testing-people.ts'
import { asMember, isStudent, many, say } from './testing-routes.ts'

const app = await openTestApp()
const at = asMember(app)

test('a part below the minimum is not, nor can it be worked out from the others', async () => {
  const home = await openWorkspace(app)
  const { workspaceId } = home
  await bringPeople(app, {
    workspaceId,
    people: [...many(120, { job: 'student' }), ...many(49, { job: 'nurse' })],
  })
  const { parts, rest, audience } = await at(home).preview([[isStudent]])
  expect([parts, rest]).toEqual([
    [{ people: 100, isExact: false, outcome: null }],
    { people: null, isExact: false, outcome: null },
  ])
  expect(audience).toMatchObject({ people: 169, isExact: true })
  await bringPeople(app, { workspaceId, people: many(1, { job: 'nurse' }) })
  expect(await at(home).preview([[isStudent]])).toMatchObject({
    parts: [{ people: 120, isExact: true }],
    rest: { people: 50, isExact: true },
    audience: { people: 170, isExact: true },
  })
})

test('how few may be analysed by what they said does not follow from why the others may not', async () => {
  const home = await openWorkspace(app)
  const { workspaceId } = home
  const nos = await bringPeople(app, {
    workspaceId,
    people: many(89, { job: 'student' }),
    bases: { analysis: { basis: 'legitimate interest' }, conversation_analysis: { basis: 'consent' } },
  })
  const given = { purpose: 'conversation_analysis', state: 'given' } as const
  await say(app, { workspaceId, personNos: nos.slice(0, 3), ...given })
  const set = await at(home).save([{ name: 'Students', all: [isStudent] }])
  const { body } = await at(home).send<{ purposes: object[] }>(
    'GET',
    `/segments/${set.segments[0]?.segmentId}/purposes`,
  )
  expect(body.purposes).toContainEqual(expect.objectContaining({ purpose: 'analysis', may: 89 }))
  expect(body.purposes).toContainEqual({
    purpose: 'conversation_analysis',
    may: null,
    isExact: false,
    leftOut: [{ because: 'purpose', reason: 'consent not given', people: 50 }],
    fewer: [],
    others: 'not told',
  })
})

test('counts for operation are, also of a segment too small to describe', async () => {
  const home = await openWorkspace(app)
  const { workspaceId } = home
  const nos = await bringPeople(app, {
    workspaceId,
    people: many(40, { job: 'student' }),
    bases: { analysis: { basis: 'legitimate interest' }, invitation: { basis: 'consent' } },
  })
  await say(app, { workspaceId, personNos: nos.slice(0, 38), purpose: 'invitation', state: 'given' })
  await say(app, { workspaceId, personNos: nos.slice(0, 3), purpose: 'analysis', state: 'withdrawn' })
  const set = await at(home).save([{ name: 'Students', all: [isStudent] }])
  const [segment] = set.segments
  expect(segment?.people).toBeNull()
  const { body } = await at(home).send<{ all: { people: number | null }; purposes: object[] }>(
    'GET',
    `/segments/${segment?.segmentId}/purposes`,
  )
  expect(body.all.people).toBeNull()
  expect(body.purposes).toContainEqual(expect.objectContaining({ purpose: 'analysis', may: null }))
  expect(body.purposes).toContainEqual({
    purpose: 'invitation',
    may: 35,
    isExact: true,
    // With how many may not, the size of the segment would be told.
    leftOut: [],
    fewer: [],
    others: 'not told',
  })
  // Too few to be listed to somebody who may not see people; the owner may, and that is written down.
  const viewer = await joinWorkspace(app, { workspaceId, role: 'viewer' })
  expect((await at(viewer).send('GET', `/segments/${segment?.segmentId}/people`)).status).toBe(403)
  const page = await at(home).send<{ items: object[]; next: string }>(
    'GET',
    `/segments/${segment?.segmentId}/people?purpose=invitation&limit=30`,
  )
  expect(page.body.items).toHaveLength(30)
  expect(page.body.items[0]).toEqual({ personId: expect.any(String), pseudonym: expect.any(String) })
  const read = await app.pg
    .selectFrom('audit')
    .select(['purpose', 'subject_id'])
    .where('workspace_id', '=', workspaceId)
    .where('action', '=', 'segments.people-read')
    .execute()
  expect(read).toEqual([{ purpose: 'invitation', subject_id: segment?.segmentId }])
  const [listed] = z.array(z.object({ personId: z.string() })).parse(page.body.items)
  const ofOne = await at(home).send('GET', `/people/${listed?.personId ?? ''}/segments`)
  expect(ofOne.status).toBe(200)
  const reads = await app.pg
    .selectFrom('audit')
    .select(['action', 'actor_id'])
    .where('subject_id', '=', listed?.personId ?? '')
    .execute()
  expect(reads).toEqual([{ action: 'people.segments read', actor_id: home.userId }])
})

test('no special category, no identifier and no rare value among the traits', async () => {
  const home = await openWorkspace(app)
  const { workspaceId } = home
  await bringPeople(app, {
    workspaceId,
    people: [...many(60, { job: 'nurse', age: 40, health: 'good' }), ...many(4, { job: 'pilot', rare: 'x' })],
  })
  await defineTraits(app, {
    workspaceId,
    traits: [
      {
        trait: 'health',
        type: 'category',
        class: 'demographic',
        special: 'health',
        art9Ground: 'a explicit consent',
      },
    ],
  })
  const traits = await at(home).send<{ items: object[] }>('GET', '/segment-traits')
  expect(traits.body.items).toEqual([
    { trait: 'job', type: 'category', class: 'demographic', people: 50, distinct: 2 },
    { trait: 'age', type: 'number', class: 'demographic', people: 50, distinct: 1 },
    { trait: 'rare', type: 'category', class: 'demographic', people: null, distinct: null },
  ])
  const job = await at(home).send('GET', '/segment-trait?trait=job')
  expect(job.body).toEqual({ values: [{ text: 'nurse', people: 50 }], cuts: [] })
  const health = await at(home).send('GET', '/segment-trait?trait=health')
  expect(health.body).toEqual({ values: [], cuts: [] })
})
