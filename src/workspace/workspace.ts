import { notFound, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'
import { audit, type Doer } from './audit.ts'
import { WorkspaceId } from './ids.ts'

export type WorkspaceSettings = { name: string; minimumGroup: number; isSample: boolean; createdAt: Date }

type NewWorkspace = {
  name: string
  /** Who owns it; must be an existing user. */
  owner: { userId: string; name: string }
  /** Everything in it is invented, and every page says so. */
  isSample?: boolean
}

/** Makes a workspace with its first owner. Pass a transaction to make it together with something else. */
export async function createWorkspace(
  at: App | Postgres | PostgresTransaction,
  { name, owner, isSample = false }: NewWorkspace,
): Promise<{ workspaceId: WorkspaceId; memberId: string }> {
  const db = 'pg' in at ? at.pg : at
  const write = async (tx: Postgres) => {
    const workspace = await tx
      .insertInto('workspaces')
      .values({ name, is_sample: isSample })
      .returning('id')
      .executeTakeFirstOrThrow()
    const member = await tx
      .insertInto('members')
      .values({ workspace_id: workspace.id, user_id: owner.userId, role: 'owner' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const actor: Doer = { kind: 'user', ...owner }
    await audit(tx, { workspaceId: workspace.id, actor, action: 'workspace.created' })
    return { workspaceId: WorkspaceId.parse(workspace.id), memberId: member.id }
  }
  return db.isTransaction ? write(db) : db.transaction().execute(write)
}

/** Name, minimum group (people) and kind of a workspace. Throws 404. */
export async function workspaceSettings(
  at: App | Postgres | PostgresTransaction,
  workspaceId: string,
): Promise<WorkspaceSettings> {
  const found = await ('pg' in at ? at.pg : at)
    .selectFrom('workspaces')
    .select(['name', 'minimum_group', 'is_sample', 'created_at'])
    .where('id', '=', workspaceId)
    .executeTakeFirst()
  if (!found) throw notFound('workspace')
  const { name, minimum_group: minimumGroup, is_sample: isSample, created_at: createdAt } = found
  return { name, minimumGroup, isSample, createdAt }
}
