import { createHash, randomBytes } from 'node:crypto'
import { Problem, notFound, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import type { Actor, MemberActor } from './access.ts'
import { countAttempt } from './attempts.ts'
import { audit } from './audit.ts'
import type { SignedIn } from './auth.ts'
import { sendInvitation } from './letters.ts'
import { RoleName } from './roles.ts'
import type { Language } from './language.ts'
import { createUser, hashPassword } from './users.ts'

const days = 7

type Invite = { workspaceId: string; actor: MemberActor; email: string; role: RoleName }

/** Mails a colleague a link that makes them a member. A newer invitation replaces an older one. Throws `already-member` (409). */
export async function invite(
  app: App,
  { workspaceId, actor, email, role }: Invite,
): Promise<{ invitationId: string }> {
  await countAttempt(app, { what: 'invitation', who: actor.userId, most: 60, seconds: 3600 })
  const token = randomBytes(32).toString('base64url')
  const now = app.clock.now()
  const invitationId = await app.pg.transaction().execute(async (tx) => {
    await refuseMember(tx, { workspaceId, email })
    await tx
      .updateTable('invitations')
      .set({ revoked_at: now })
      .where('workspace_id', '=', workspaceId)
      .where('email', '=', email)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute()
    const row = await tx
      .insertInto('invitations')
      .values({
        workspace_id: workspaceId,
        email,
        role,
        token_hash: hash(token),
        invited_by: actor.memberId,
        expires_at: new Date(now.getTime() + days * 24 * 3600_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const subject = { kind: 'invitation', id: row.id }
    await audit(tx, { workspaceId, actor, action: 'member.invited', subject, detail: { role } })
    return row.id
  })
  await sendInvitation(app, { workspaceId, email, invitedBy: actor, token, days })
  return { invitationId }
}

/** Invitations that nobody has accepted yet. */
export async function listInvitations(app: App, workspaceId: string) {
  const rows = await app.pg
    .selectFrom('invitations')
    .select(['id', 'email', 'role', 'created_at', 'expires_at'])
    .where('workspace_id', '=', workspaceId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    invitationId: row.id,
    email: row.email,
    role: RoleName.parse(row.role),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    isExpired: row.expires_at <= app.clock.now(),
  }))
}

/** Takes an invitation back; its link stops. */
export async function revokeInvitation(
  app: App,
  { workspaceId, invitationId, actor }: { workspaceId: string; invitationId: string; actor: Actor },
): Promise<void> {
  await app.pg.transaction().execute(async (tx) => {
    const done = await tx
      .updateTable('invitations')
      .set({ revoked_at: app.clock.now() })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', invitationId)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!done) throw notFound('invitation')
    const subject = { kind: 'invitation', id: invitationId }
    await audit(tx, { workspaceId, actor, action: 'member.invitation-revoked', subject })
  })
}

/** What an invitation's link leads to, for whoever holds it. Throws `link-expired` (410). */
export async function lookAtInvitation(app: App, { token, ip }: { token: string; ip: string }) {
  await countAttempt(app, { what: 'invitation from', who: ip, most: 60, seconds: 900 })
  const found = await findInvitation(app.pg, { token, now: app.clock.now() })
  const user = await findUser(app.pg, found.email)
  return { workspace: found.workspace, email: found.email, role: found.role, hasAccount: user !== undefined }
}

type Accept = {
  token: string
  ip: string
  /** Whoever is signed in in this browser. */
  user: SignedIn | undefined
  newUser: { name: string; password: string; language: Language } | undefined
}

/**
 * Makes whoever holds the link a member: somebody new with a name and password, somebody who has an account by being
 * signed in to it. Throws `sign-in-first` (401), `link-expired` (410).
 */
export async function acceptInvitation(
  app: App,
  { token, ip, user, newUser }: Accept,
): Promise<{ workspaceId: string }> {
  await countAttempt(app, { what: 'invitation from', who: ip, most: 60, seconds: 900 })
  const passwordHash = newUser && (await hashPassword(app, newUser.password))
  return app.pg.transaction().execute(async (tx) => {
    const found = await findInvitation(tx, { token, now: app.clock.now() })
    const known = await findUser(tx, found.email)
    if (known && known.id !== user?.userId) throw signInFirst()
    if (!known && (!newUser || !passwordHash)) throw nameAndPassword()
    const joining =
      known || !newUser || !passwordHash
        ? { userId: user?.userId ?? '', name: user?.name ?? '' }
        : await createUser(tx, { email: found.email, passwordHash, ...newUser })
    const accepted = await tx
      .updateTable('invitations')
      .set({ accepted_at: app.clock.now() })
      .where('id', '=', found.id)
      .where('accepted_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!accepted) throw oldLink()
    const { workspaceId, role } = found
    await tx
      .insertInto('members')
      .values({ workspace_id: workspaceId, user_id: joining.userId, role })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id']).doNothing())
      .execute()
    const actor = { kind: 'user' as const, userId: joining.userId, name: joining.name }
    const subject = { kind: 'invitation', id: found.id }
    await audit(tx, { workspaceId, actor, action: 'member.joined', subject, detail: { role } })
    return { workspaceId }
  })
}

async function findInvitation(pg: Postgres, { token, now }: { token: string; now: Date }) {
  const found = await pg
    .selectFrom('invitations')
    .innerJoin('workspaces', 'workspaces.id', 'invitations.workspace_id')
    .select(['invitations.id', 'invitations.email', 'invitations.role', 'workspaces.id as workspaceId'])
    .select('workspaces.name as workspace')
    .where('token_hash', '=', hash(token))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!found) throw oldLink()
  return { ...found, role: RoleName.parse(found.role) }
}

function findUser(pg: Postgres, email: string): Promise<{ id: string } | undefined> {
  return pg.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst()
}

async function refuseMember(
  tx: PostgresTransaction,
  { workspaceId, email }: { workspaceId: string; email: string },
): Promise<void> {
  const found = await tx
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select('members.id')
    .where('members.workspace_id', '=', workspaceId)
    .where('users.email', '=', email)
    .executeTakeFirst()
  if (!found) return
  throw new Problem({ id: 'already-member', status: 409, detail: 'This colleague is a member already.' })
}

const hash = (token: string) => createHash('sha256').update(token).digest('hex')

const oldLink = () =>
  new Problem({
    id: 'link-expired',
    status: 410,
    detail: 'This invitation was used already, taken back, or is too old. Ask a colleague for a new one.',
  })

const signInFirst = () =>
  new Problem({
    id: 'sign-in-first',
    status: 401,
    detail: 'This address has an account already. Sign in to it, then open the link again.',
  })

const nameAndPassword = () =>
  new Problem({ id: 'bad-body', status: 400, detail: 'Give a name and choose a password to join.' })
