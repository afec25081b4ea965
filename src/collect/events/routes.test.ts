import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { askRoutes, joinWorkspace, openWorkspace, type TestMember } from '../../../test/members.ts'
import { pageOf } from '../../platform/index.ts'
import { collectEvents } from './collect-events.ts'
import { LiveCounts } from './live.ts'
import { RefusedEvent } from './refused.ts'
import { eventRoutes } from './routes.ts'

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let home: TestMember
let sourceId: string

beforeAll(async () => {
  app = await openTestApp()
  ask = askRoutes(app, eventRoutes)
  home = await openWorkspace(app)
  const source = {
    workspace_id: home.workspaceId,
    name: 'Shop',
    party: 'first',
    origin: 'observed',
    kind: 'events',
  }
  sourceId = (await app.pg.insertInto('sources').values(source).returning('id').executeTakeFirstOrThrow()).id
})

const collect = (...messages: unknown[]) =>
  collectEvents(
    app,
    { workspaceId: home.workspaceId, sourceId },
    { messages, envelope: { sentAt: undefined, context: undefined } },
  )

const at = (path: string) => `/api/w/${home.workspaceId}${path}`
const refused = async () => {
  const answer = await ask('GET', at('/refused-events'), { headers: home.headers })
  return pageOf(RefusedEvent).parse(await answer.json())
}

describe('the live view', () => {
  test('is for members who may see collection', async () => {
    expect((await ask('GET', at('/events/live'), {})).status).toBe(401)
    const stranger = await openWorkspace(app, { name: 'Elsewhere' })
    expect((await ask('GET', at('/events/live'), { headers: stranger.headers })).status).toBe(404)
  })

  test('shows what came, held and refused, each message once and nobody in full', async () => {
    const no = { consent: { categoryPreferences: { analysis: false } } }
    const message = { type: 'track', event: 'Signed up', userId: 'anna@example.org', messageId: 'm1' }
    await collect(message, { ...message, messageId: 'm2', context: no }, { type: 'track', userId: 'x' })
    await collect(message)
    const counts = LiveCounts.parse(
      await (await ask('GET', at('/events/counts'), { headers: home.headers })).json(),
    )
    expect(counts).toMatchObject({ accepted: 1, held: 1, refused: 1, leftOut: [] })
    const live = await (await ask('GET', at('/events/live'), { headers: home.headers })).text()
    expect(live).toContain('"idStart":"anna"')
    expect(live).not.toContain('example.org')
  })

  test('tells of words of consent that nobody understood, by their names', async () => {
    const said = (categoryPreferences: unknown) =>
      collect({ type: 'page', userId: 'u', context: { consent: { categoryPreferences } } })
    await said({ advertising: 1, functional: false, smoke_signals: false })
    await Promise.all(Array.from({ length: 9 }, () => said({ advertising: 'yes please' })))
    const answer = await ask('GET', at('/events/counts'), { headers: home.headers })
    expect(LiveCounts.parse(await answer.json()).leftOut).toEqual([
      { name: 'advertising', why: 'unread', times: 10 },
      { name: 'smoke_signals', why: 'unread', times: 1 },
    ])
  })
})

describe('a refused event', () => {
  test('can be downloaded, mended and taken, once', async () => {
    const [found] = (await refused()).items
    if (!found) throw new Error('no refused event')
    const lines = await (await ask('GET', at('/refused-events.jsonl'), { headers: home.headers })).text()
    expect(
      lines
        .split('\n')
        .filter(Boolean)
        .map((line) => RefusedEvent.parse(JSON.parse(line)).id),
    ).toEqual([found.id])
    const replay = (body: unknown) =>
      ask('POST', at(`/refused-events/${found.id}/replay`), {
        headers: home.headers,
        body: { body: JSON.stringify(body) },
      })
    const still = await replay({ type: 'track', userId: 'x' })
    expect([still.status, z.object({ id: z.string() }).parse(await still.json()).id]).toEqual([
      422,
      'refused-again',
    ])
    expect((await replay({ type: 'track', userId: 'x', event: 'Mended' })).status).toBe(204)
    expect((await replay({ type: 'track', userId: 'x', event: 'Mended' })).status).toBe(409)
    expect((await refused()).items.filter((one) => one.id === found.id)).toEqual([])
  })

  test('is not a viewer’s to mend', async () => {
    const viewer = await joinWorkspace(app, { workspaceId: home.workspaceId, role: 'viewer' })
    expect((await ask('GET', at('/refused-events'), { headers: viewer.headers })).status).toBe(403)
  })
})
