import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../test/app.ts'
import {
  askRoutes,
  issueSecretKey,
  joinWorkspace,
  openWorkspace,
  type TestMember,
} from '../../test/members.ts'
import { route } from '../platform/index.ts'
import { WorkspaceId, memberOrKey, signedIn } from './index.ts'

const params = z.object({ workspaceId: WorkspaceId })
const who = z.object({ kind: z.string() })
const routes = [
  route('GET /api/w/{workspaceId}/things', {
    summary: 'Read',
    access: memberOrKey('audit.read'),
    params,
    answer: who,
    handle: async ({ actor }) => ({ kind: actor.kind }),
  }),
  route('POST /api/w/{workspaceId}/things', {
    summary: 'Change',
    access: memberOrKey('audit.read'),
    params,
    answer: who,
    handle: async ({ actor }) => ({ kind: actor.kind }),
  }),
  route('GET /api/me', {
    summary: 'Me',
    access: signedIn(),
    answer: who,
    handle: async ({ actor }) => ({ kind: actor.kind }),
  }),
]

describe('who is let in', () => {
  let app: TestApp
  let ask: ReturnType<typeof askRoutes>
  let owner: TestMember
  let other: TestMember

  beforeAll(async () => {
    app = await openTestApp()
    ask = askRoutes(app, routes)
    owner = await openWorkspace(app)
    other = await openWorkspace(app)
  })

  const path = (member: TestMember) => `/api/w/${member.workspaceId}/things`

  test('nobody without a session or key, whatever they ask for', async () => {
    expect((await ask('GET', path(owner))).status).toBe(401)
    expect((await ask('GET', '/api/w/nonsense/things')).status).toBe(401)
    expect((await ask('GET', '/api/me')).status).toBe(401)
  })

  test('nobody with a cookie whose signature was changed', async () => {
    const cookie = owner.headers['cookie'] ?? ''
    const forged = cookie.replace(/.{6}$/, 'AAAA%3D')
    expect((await ask('GET', path(owner), { headers: { cookie: forged } })).status).toBe(401)
  })

  test('a member, until the session is ended', async () => {
    expect((await ask('GET', path(owner), { headers: owner.headers })).status).toBe(200)
    const leaver = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'owner' })
    await app.pg.deleteFrom('sessions').where('user_id', '=', leaver.userId).execute()
    expect((await ask('GET', path(owner), { headers: leaver.headers })).status).toBe(401)
  })

  test('a member of another workspace hears that this one does not exist', async () => {
    expect((await ask('GET', path(owner), { headers: other.headers })).status).toBe(404)
    const nowhere = `/api/w/${crypto.randomUUID()}/things`
    const [theirs, none] = await Promise.all([
      ask('GET', path(owner), { headers: other.headers }),
      ask('GET', nowhere, { headers: other.headers }),
    ])
    expect(await theirs.json()).toEqual(await none.json())
  })

  test('a member whose role lacks the permission hears 403', async () => {
    const viewer = await joinWorkspace(app, { workspaceId: owner.workspaceId, role: 'viewer' })
    expect((await ask('GET', path(owner), { headers: viewer.headers })).status).toBe(403)
  })

  test.each([
    ['without our header', { 'x-samtale': '0' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['from another origin, in a browser that says no more', { origin: 'https://evil.example' }],
    ['from an opaque origin', { origin: 'null' }],
  ])('a change %s is refused as forged', async (_, extra) => {
    const answer = await ask('POST', path(owner), { headers: { ...owner.headers, ...extra } })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ id: 'csrf' })
  })

  test('a change from our own page is let in', async () => {
    const headers = {
      ...owner.headers,
      'sec-fetch-site': 'same-origin',
      origin: 'http://127.0.0.1:4780',
    }
    expect((await ask('POST', path(owner), { headers })).status).toBe(200)
  })

  test('a secret key opens its own workspace, for its scopes, until revoked', async () => {
    const { workspaceId } = owner
    const able = await issueSecretKey(app, { workspaceId, scopes: ['audit.read'] })
    const unable = await issueSecretKey(app, { workspaceId, scopes: ['people.read'] })
    const answer = await ask('POST', path(owner), { headers: able.headers })
    expect([answer.status, await answer.json()]).toEqual([200, { kind: 'key' }])
    expect((await ask('GET', path(owner), { headers: unable.headers })).status).toBe(403)
    expect((await ask('GET', path(other), { headers: able.headers })).status).toBe(404)
    await app.pg.updateTable('keys').set({ revoked_at: new Date() }).where('id', '=', able.keyId).execute()
    expect((await ask('GET', path(owner), { headers: able.headers })).status).toBe(401)
  })

  test('a secret key where only a session counts is told so, and not to sign in', async () => {
    const { headers } = await issueSecretKey(app, { workspaceId: owner.workspaceId, scopes: ['audit.read'] })
    const answer = await ask('GET', '/api/me', { headers })
    expect([answer.status, await answer.json()]).toEqual([
      401,
      expect.objectContaining({ id: 'not-for-keys', detail: expect.stringContaining('no key opens it') }),
    ])
  })

  test.each([
    ['no key', 'Bearer'],
    ['an empty key', 'Bearer '],
    ['another scheme', 'Basic abc'],
    ['a very long key', `Bearer ${'x'.repeat(5000)}`],
    ['letters outside ASCII', 'Bearer samtale_secret_æøå'],
  ])('%s in the authorization is refused and does not fall back to the cookie', async (_, authorization) => {
    const headers = { ...owner.headers, authorization }
    expect((await ask('GET', path(owner), { headers })).status).toBe(401)
  })
})
