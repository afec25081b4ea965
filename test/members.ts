import { Hono } from 'hono'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { answerError, mountRoutes, type App, type Route } from '../src/platform/index.ts'
import { authOf } from '../src/workspace/auth.ts'
import {
  createWorkspace,
  type Actor,
  type Permission,
  type RoleName,
  WorkspaceId,
} from '../src/workspace/index.ts'
import { hashKey, makeKey } from '../src/workspace/key-hash.ts'

/** Somebody signed in, and the headers their browser sends. */
export type TestUser = { userId: string; name: string; email: string; headers: Record<string, string> }
export type TestMember = TestUser & { workspaceId: WorkspaceId; memberId: string; actor: Actor }

/** A user with a session, without a password. */
export async function signUp(app: App, { name = 'Test Person' } = {}): Promise<TestUser> {
  const userId = randomUUID()
  const email = `${userId}@example.org`
  await app.pg.insertInto('users').values({ id: userId, name, email }).execute()
  const context = await authOf(app).$context
  const { token } = await context.internalAdapter.createSession(userId)
  const signature = createHmac('sha256', context.secret).update(token).digest('base64')
  const cookie = `${context.authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`
  return { userId, name, email, headers: { cookie, 'x-samtale': '1' } }
}

/** A new workspace and its owner, signed in. */
export async function openWorkspace(app: App, { name = 'Nordlys' } = {}): Promise<TestMember> {
  const user = await signUp(app, { name: 'Owner' })
  const made = await createWorkspace(app, { name, owner: user })
  const actor = memberActor({ ...user, ...made, role: 'owner' })
  return { ...user, ...made, actor }
}

/** A colleague with a role in a workspace, signed in. */
export async function joinWorkspace(
  app: App,
  given: { workspaceId: string; role: RoleName },
): Promise<TestMember> {
  const user = await signUp(app, { name: `The ${given.role}` })
  const row = await app.pg
    .insertInto('members')
    .values({ workspace_id: given.workspaceId, user_id: user.userId, role: given.role })
    .returning('id')
    .executeTakeFirstOrThrow()
  const workspaceId = WorkspaceId.parse(given.workspaceId)
  const actor = memberActor({ ...user, workspaceId, memberId: row.id, role: given.role })
  return { ...user, workspaceId, memberId: row.id, actor }
}

/** A secret key of a workspace with these scopes, and the headers that carry it. */
export async function issueSecretKey(
  app: App,
  given: { workspaceId: string; scopes: Permission[] },
): Promise<{ key: string; keyId: string; headers: Record<string, string> }> {
  const { key, hint } = makeKey({ kind: 'secret', random: randomBytes(32) })
  const row = await app.pg
    .insertInto('keys')
    .values({
      workspace_id: given.workspaceId,
      kind: 'secret',
      name: 'Test',
      hint,
      hash: hashKey(key),
      scopes: given.scopes,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { key, keyId: row.id, headers: { authorization: `Bearer ${key}` } }
}

/** Asks routes without a port: `ask('GET', '/api/…', { headers, body })`. A body is sent as JSON, a string as it is. */
export function askRoutes(app: App, routes: readonly Route[]) {
  const hono = new Hono()
  hono.onError((error) => answerError(app, error))
  mountRoutes(hono, app, routes)
  return async (
    method: string,
    path: string,
    given: { headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<Response> =>
    hono.request(path, {
      method,
      headers: { 'content-type': 'application/json', ...given.headers },
      ...(given.body === undefined
        ? {}
        : { body: typeof given.body === 'string' ? given.body : JSON.stringify(given.body) }),
    })
}

function memberActor(given: {
  memberId: string
  userId: string
  name: string
  email: string
  role: RoleName
  workspaceId: WorkspaceId
}): Actor {
  const { memberId, userId, name, email, role, workspaceId } = given
  return { kind: 'member', memberId, userId, name, email, role, workspaceId }
}
