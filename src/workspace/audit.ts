import type { AuditAction } from './audit-action.ts'
import { json, type App, type Postgres, type PostgresTransaction } from '../platform/index.ts'

/** Who did something, as the audit trail keeps it. Every `Actor` fits. */
export type Doer =
  | { kind: 'member'; userId: string; name: string }
  | { kind: 'key'; keyId: string; name: string }
  | { kind: 'user'; userId: string; name: string }
  | { kind: 'person'; personId: string }
  | { kind: 'system'; name: string }

export type AuditEntry = {
  workspaceId: string
  actor: Doer
  action: AuditAction
  /** What it was done to; never a name or an address, only an id. */
  subject?: { kind: string; id: string }
  /** What for, where a person's data were read or used. */
  purpose?: string
  /** What else a reader must know: counts, names of fields; no personal data. */
  detail?: Record<string, unknown>
}

/** Writes down who changed something, or who read personal data. Pass the transaction where there is one. */
export async function audit(at: App | Postgres | PostgresTransaction, entry: AuditEntry): Promise<void> {
  const db = 'pg' in at ? at.pg : at
  const { actor } = entry
  await db
    .insertInto('audit')
    .values({
      workspace_id: entry.workspaceId,
      actor_kind: actor.kind,
      actor_id: actorId(actor),
      actor_name: 'name' in actor ? actor.name : null,
      action: entry.action,
      subject_kind: entry.subject?.kind ?? null,
      subject_id: entry.subject?.id ?? null,
      purpose: entry.purpose ?? null,
      detail: json(entry.detail ?? {}),
    })
    .execute()
}

/** A change of somebody's way in concerns every workspace they can enter. */
export async function auditEverywhere(
  at: App | Postgres | PostgresTransaction,
  given: Everywhere,
): Promise<void> {
  const { userId, actor, action } = given
  const db = 'pg' in at ? at.pg : at
  const memberships = await db
    .selectFrom('members')
    .select('workspace_id')
    .where('user_id', '=', userId)
    .execute()
  for (const { workspace_id: workspaceId } of memberships)
    await audit(db, { workspaceId, actor, action, subject: { kind: 'user', id: userId } })
}

type Everywhere = { userId: string; actor: Doer; action: AuditAction }

function actorId(actor: Doer): string | null {
  if (actor.kind === 'key') return actor.keyId
  if (actor.kind === 'person') return actor.personId
  return actor.kind === 'system' ? null : actor.userId
}
