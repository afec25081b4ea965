import {
  Problem,
  notFound,
  type App,
  type Postgres,
  type PostgresTransaction,
  type SubjectNames,
} from '../platform/index.ts'
import type { Actor } from './access.ts'
import { audit } from './audit.ts'
import { RoleName } from './roles.ts'

/** Who works in a workspace, by name. */
export async function listMembers(pg: Postgres, workspaceId: string) {
  const rows = await pg
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['members.id', 'members.role', 'members.created_at', 'users.id as user_id'])
    .select(['users.name', 'users.email', 'users.two_factor_enabled'])
    .where('members.workspace_id', '=', workspaceId)
    .orderBy('users.name')
    .orderBy('members.id')
    .execute()
  return rows.map((row) => ({
    memberId: row.id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: RoleName.parse(row.role),
    twoFactor: row.two_factor_enabled,
    since: row.created_at.toISOString(),
  }))
}

/** What members are called, by the id of the membership. */
export const memberNames: SubjectNames['names'] = (app, { workspaceId, ids }) =>
  ofMembers(app, workspaceId)
    .select(['members.id', 'users.name'])
    .where('members.id', 'in', [...ids])
    .execute()

/** What members are called, by the id of their account. */
export const userNames: SubjectNames['names'] = (app, { workspaceId, ids }) =>
  ofMembers(app, workspaceId)
    .select(['users.id', 'users.name'])
    .where('users.id', 'in', [...ids])
    .execute()

const ofMembers = (app: App, workspaceId: string) =>
  app.pg
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .where('members.workspace_id', '=', workspaceId)

type Change = { workspaceId: string; memberId: string; actor: Actor }

/** Gives a member another role. Throws `last-owner` (409). */
export async function changeRole(app: App, given: Change & { role: RoleName }): Promise<void> {
  const { workspaceId, memberId, actor, role } = given
  await app.pg.transaction().execute(async (tx) => {
    const before = await lockMember(tx, given)
    if (before.role === role) return
    if (role !== 'owner') await keepAnOwner(tx, given)
    await tx.updateTable('members').set({ role }).where('id', '=', memberId).execute()
    await audit(tx, {
      workspaceId,
      actor,
      action: 'member.role-changed',
      subject: { kind: 'member', id: memberId },
      detail: { from: before.role, to: role },
    })
  })
}

/** Takes a member out of the workspace; their next request finds it closed. Throws `last-owner` (409). */
export async function removeMember(app: App, given: Change): Promise<void> {
  const { workspaceId, memberId, actor } = given
  await app.pg.transaction().execute(async (tx) => {
    const before = await lockMember(tx, given)
    await keepAnOwner(tx, given)
    await tx.deleteFrom('members').where('id', '=', memberId).execute()
    await audit(tx, {
      workspaceId,
      actor,
      action: 'member.removed',
      subject: { kind: 'member', id: memberId },
      detail: { role: before.role },
    })
  })
}

async function lockMember(
  tx: PostgresTransaction,
  { workspaceId, memberId }: Change,
): Promise<{ role: string }> {
  // The workspace's row, so that two owners who remove each other do it one after the other.
  await tx.selectFrom('workspaces').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute()
  const found = await tx
    .selectFrom('members')
    .select('role')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!found) throw notFound('member')
  return found
}

async function keepAnOwner(tx: PostgresTransaction, { workspaceId, memberId }: Change): Promise<void> {
  const owners = await tx
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'owner')
    .execute()
  if (owners.length !== 1 || owners[0]?.id !== memberId) return
  throw new Problem({
    id: 'last-owner',
    status: 409,
    detail: 'This is the last owner of the workspace. Make somebody else an owner first.',
  })
}
