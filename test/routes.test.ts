import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Route } from '../src/platform/index.ts'
import { rooms, wireRooms } from '../src/server.ts'
import { PermissionName, roleAllows, type Permission } from '../src/workspace/index.ts'
import { roleNames } from '../src/workspace/roles.ts'
import { openTestApp, type TestApp } from './app.ts'
import {
  askRoutes,
  issueSecretKey,
  joinWorkspace,
  openWorkspace,
  signUp,
  type TestMember,
} from './members.ts'
import { makeObjects, type Objects } from './objects.ts'
import { sampleInput } from './sample-input.ts'

const routes = rooms.flatMap((room) => room.routes)
const named = (wanted: (route: Route) => boolean) =>
  routes.filter(wanted).map((route) => [route.key, route] as const)

const isOpen = ({ spec }: Route) => spec.access.name.startsWith('open: ')
const isMembers = ({ spec }: Route) => /^member(OrKey)?:/.test(spec.access.name)
const takesCookie = (route: Route) => isMembers(route) || route.spec.access.name === 'signedIn'
const takesKey = ({ spec }: Route) => /^(memberOrKey|key):/.test(spec.access.name)
const inWorkspace = ({ key }: Route) => key.includes('{workspaceId}')
const namesObject = (route: Route) => inWorkspace(route) && /\{(?!workspaceId)\w+Id\}/.test(route.key)
const permissionOf = ({ spec }: Route) => PermissionName.parse(spec.access.name.split(':')[1])
const lacking = (permission: Permission) => roleNames.find((role) => !roleAllows(role, permission))

let app: TestApp
let ask: ReturnType<typeof askRoutes>
let home: TestMember
let other: TestMember
let otherObjects: Objects

beforeAll(async () => {
  app = await openTestApp()
  wireRooms(app)
  ask = askRoutes(app, routes)
  home = await openWorkspace(app, { name: 'Home' })
  other = await openWorkspace(app, { name: 'Other' })
  otherObjects = await makeObjects(app, other)
})

type Given = { workspaceId?: string; objects?: Objects; headers?: Record<string, string> }

/** Asks a route with input its schemas take; what the path names is random unless given. */
async function call(route: Route, { workspaceId = crypto.randomUUID(), objects, headers = {} }: Given) {
  const [method = 'GET', template = '/'] = route.key.split(' ')
  const { params, query, body } = route.spec
  const sampled = params instanceof z.ZodType ? sampleInput(params) : {}
  const values: Record<string, string | number> = { ...Object(sampled), ...objects, workspaceId }
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name] ?? 'x')),
  )
  const asked = query instanceof z.ZodType ? sampleInput(query) : {}
  const search = new URLSearchParams(
    Object.entries(Object(asked)).map(([name, value]) => [name, String(value)]),
  )
  return ask(method, search.size > 0 ? `${path}?${search}` : path, {
    headers,
    ...(body instanceof z.ZodType ? { body: sampleInput(body) } : {}),
  })
}

test('there are routes to walk, each once', () => {
  expect(routes.length).toBeGreaterThan(20)
  expect(new Set(routes.map((route) => route.key)).size).toBe(routes.length)
})

test.each(named(() => true))('%s says in one way who may', (_, route) => {
  expect(route.spec.access.name).toMatch(/^(open: .{8}|signedIn$|writeKey|(member|memberOrKey|key):)/)
  if (isMembers(route) || takesKey(route)) expect(permissionOf(route)).toBeDefined()
  if (isMembers(route)) expect(route.key).toContain('/w/{workspaceId}')
  expect(route.spec.summary).not.toBe('')
})

test('every kind of object a path names has a real one to be refused (test/objects.ts)', () => {
  const names = routes.filter(namesObject).flatMap(({ key }) => key.match(/(?<=\{)\w+(?=\})/g) ?? [])
  expect([...new Set(names)].filter((name) => name !== 'workspaceId' && !(name in otherObjects))).toEqual([])
})

describe('the objects', () => {
  test.each(named((route) => namesObject(route) && isMembers(route) && route.key.startsWith('GET ')))(
    '%s finds them for their own owner, so that a refusal means something',
    async (_, route) => {
      const place = { workspaceId: other.workspaceId, headers: other.headers, objects: otherObjects }
      expect((await call(route, place)).status).not.toBe(404)
    },
  )
})

describe('without credentials', () => {
  test.each(named((route) => !isOpen(route)))('%s answers 401, whatever is asked for', async (_, route) => {
    const [random, real, nonsense] = [
      await call(route, {}),
      await call(route, { workspaceId: other.workspaceId, objects: otherObjects }),
      await call(route, { workspaceId: 'nonsense' }),
    ]
    expect([random.status, real.status, nonsense.status]).toEqual([401, 401, 401])
  })
})

describe('without the permission', () => {
  test.each(named((route) => isMembers(route) && lacking(permissionOf(route)) !== undefined))(
    '%s answers 403 to a member whose role lacks it',
    async (_, route) => {
      const role = lacking(permissionOf(route)) ?? 'viewer'
      const { headers, workspaceId } = await joinWorkspace(app, { workspaceId: home.workspaceId, role })
      const answer = await call(route, { workspaceId, headers })
      expect(await problemOf(answer)).toEqual([403, 'not-allowed'])
    },
  )

  test.each(named(takesKey))('%s answers 403 to a key without the scope', async (_, route) => {
    const { workspaceId } = home
    const scopes = PermissionName.options.filter((scope) => scope !== permissionOf(route))
    const { headers } = await issueSecretKey(app, { workspaceId, scopes })
    expect(await problemOf(await call(route, { workspaceId, headers }))).toEqual([403, 'missing-scope'])
  })
})

describe('of another workspace', () => {
  test.each(named((route) => inWorkspace(route) && isMembers(route)))(
    '%s does not exist for a stranger or an owner elsewhere',
    async (_, route) => {
      const stranger = await signUp(app)
      const place = { workspaceId: other.workspaceId, objects: otherObjects }
      for (const { headers } of [stranger, home])
        expect(await problemOf(await call(route, { ...place, headers }))).toEqual([404, 'not-found'])
    },
  )

  test.each(named((route) => inWorkspace(route) && takesKey(route)))(
    '%s does not exist for a key of elsewhere',
    async (_, route) => {
      const scopes = PermissionName.options
      const { headers } = await issueSecretKey(app, { workspaceId: home.workspaceId, scopes })
      const place = { workspaceId: other.workspaceId, objects: otherObjects }
      expect(await problemOf(await call(route, { ...place, headers }))).toEqual([404, 'not-found'])
    },
  )

  test.each(named((route) => namesObject(route) && isMembers(route)))(
    '%s finds nothing of it under the own address',
    async (_, route) => {
      const place = { workspaceId: home.workspaceId, headers: (await whoMay(permissionOf(route))).headers }
      const answer = await call(route, { ...place, objects: otherObjects })
      expect(await problemOf(answer)).toEqual([404, 'not-found'])
    },
  )
})

/** A member of the own workspace whose role allows it: the owner, for nearly everything. */
async function whoMay(permission: Permission): Promise<TestMember> {
  const role = roleNames.find((name) => roleAllows(name, permission)) ?? 'owner'
  return role === 'owner' ? home : joinWorkspace(app, { workspaceId: home.workspaceId, role })
}

describe('sent by a page of another site', () => {
  test.each(named((route) => takesCookie(route) && !route.key.startsWith('GET ')))(
    '%s is refused although the cookie is right',
    async (_, route) => {
      const { cookie = '' } = home.headers
      const place = { workspaceId: home.workspaceId, objects: otherObjects }
      for (const headers of [{ cookie }, { cookie, 'x-samtale': '1', 'sec-fetch-site': 'cross-site' }])
        expect(await problemOf(await call(route, { ...place, headers }))).toEqual([403, 'csrf'])
    },
  )
})

async function problemOf(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json().catch(() => ({}))
  return [answer.status, Object(body).id]
}
