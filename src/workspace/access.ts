import { Problem, notFound, type Access, type App } from '../platform/index.ts'
import { findSession, type SignedIn } from './auth.ts'
import { findSecretKey } from './presented-keys.ts'
import { RoleName, roleAllows, type Permission } from './roles.ts'
import { WorkspaceId } from './ids.ts'

export type MemberActor = {
  kind: 'member'
  memberId: string
  userId: string
  name: string
  email: string
  role: RoleName
  workspaceId: string
}
export type KeyActor = {
  kind: 'key'
  keyId: string
  workspaceId: string
  scopes: readonly string[]
  name: string
}
/** Who asks inside a workspace. */
export type Actor = MemberActor | KeyActor

/** Whether somebody who was admitted for one thing may do another too. */
export function actorMay(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'key' ? actor.scopes.includes(permission) : roleAllows(actor.role, permission)
}

type Asked = Parameters<Access<unknown>['admit']>[0]

/** A member of the workspace in the path whose role allows this. */
export function member(permission: Permission): Access<MemberActor> {
  return {
    name: `member:${permission}`,
    proofs: ['session'],
    admit: (asked) => admitMember(asked, permission),
  }
}

/** A secret key (as Bearer) with this scope; where the path names a workspace, it must be the key's own. */
export function key(scope: Permission): Access<KeyActor> {
  return { name: `key:${scope}`, proofs: ['secretKey'], admit: (asked) => admitKey(asked, scope) }
}

/** Either of the two: what screens and programs both may ask. */
export function memberOrKey(permission: Permission): Access<Actor> {
  return {
    name: `memberOrKey:${permission}`,
    proofs: ['session', 'secretKey'],
    admit: (asked) =>
      asked.request.headers.has('authorization')
        ? admitKey(asked, permission)
        : admitMember(asked, permission),
  }
}

/** Anybody signed in, whatever workspaces they belong to. */
export function signedIn(): Access<SignedIn> {
  return { name: 'signedIn', proofs: ['session'], admit: admitSignedIn }
}

/** What a call of a browser must carry where nobody is signed in yet, and the same is asked. */
export const fromOurPage = { 'X-Samtale': '1: no other site can set it' } as const

/** Everybody; `reason` says why nobody has to sign in first. */
export function open(reason: string): Access<undefined> {
  return { name: `open: ${reason}`, admit: async () => undefined }
}

/**
 * Refuses a change that another site makes a browser send: it cannot set our header, and the browser says where it
 * comes from. Throws Problem `csrf`. Requests without cookies have nothing to abuse.
 */
export function refuseForgery(app: App, request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const fromHere =
    site === null
      ? origin === null || isOwnOrigin(app, { origin, host: request.headers.get('host') })
      : site === 'same-origin'
  if (fromHere && request.headers.get('x-samtale') === '1') return
  throw new Problem({
    id: 'csrf',
    status: 403,
    detail: 'This change did not come from a page of this installation. Reload the page and try again.',
  })
}

function isOwnOrigin(app: App, given: { origin: string; host: string | null }): boolean {
  if (given.origin === new URL(app.baseUrl()).origin) return true
  return URL.parse(given.origin)?.host === given.host
}

async function admitSignedIn({ app, request }: Asked): Promise<SignedIn> {
  const found = await findSession(app, request.headers)
  if (!found) throw request.headers.has('authorization') ? notForKeys() : notSignedIn()
  refuseForgery(app, request)
  return found
}

async function admitMember(asked: Asked, permission: Permission): Promise<MemberActor> {
  const user = await admitSignedIn(asked)
  const workspaceId = WorkspaceId.safeParse(asked.params['workspaceId'])
  if (!workspaceId.success) throw notFound('workspace')
  const found = await asked.app.pg
    .selectFrom('members')
    .select(['id', 'role'])
    .where('workspace_id', '=', workspaceId.data)
    .where('user_id', '=', user.userId)
    .executeTakeFirst()
  // Whether the workspace exists is not told either.
  if (!found) throw notFound('workspace')
  const role = RoleName.parse(found.role)
  if (!roleAllows(role, permission)) throw notAllowed(permission)
  const { userId, name, email } = user
  return { kind: 'member', memberId: found.id, userId, name, email, role, workspaceId: workspaceId.data }
}

async function admitKey({ app, request, params }: Asked, scope: Permission): Promise<KeyActor> {
  const presented = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const found = presented === undefined ? undefined : await findSecretKey(app, presented)
  if (!found) {
    throw new Problem({
      id: 'bad-key',
      status: 401,
      detail: 'Send a secret key of this workspace as "Authorization: Bearer …"; it may have been revoked.',
    })
  }
  if ('workspaceId' in params && params['workspaceId'] !== found.workspaceId) throw notFound('workspace')
  if (!found.scopes.includes(scope)) {
    throw new Problem({
      id: 'missing-scope',
      status: 403,
      detail: `This key has no scope "${scope}". Create a key that has it.`,
    })
  }
  return { kind: 'key', ...found }
}

const notSignedIn = () =>
  new Problem({ id: 'not-signed-in', status: 401, detail: 'Please sign in, then try again.' })

const notForKeys = () =>
  new Problem({
    id: 'not-for-keys',
    status: 401,
    detail:
      'Only a member who has signed in may ask this; no key opens it, whatever its scopes. Do it in the browser.',
  })

const notAllowed = (permission: Permission) =>
  new Problem({
    id: 'not-allowed',
    status: 403,
    detail: `Your role does not include "${permission}". Ask an owner of this workspace.`,
  })
