import { z } from 'zod'
import type { App, Room, SubjectNames } from '../platform/index.ts'
import { actorMay, type Actor } from './access.ts'
import { PermissionName, type Permission } from './roles.ts'

/** What the audit trail speaks of, as it is kept. */
type Subject = { kind: string; id: string }
type Known = SubjectNames & { may: Permission }

const known = new Map<string, Known>()

/** Tells the audit trail what rooms call the things they keep; `server.ts` calls it with all rooms, before anything is served. Throws where a permission does not exist. */
export function wireAuditTrail(rooms: readonly Room[]): void {
  for (const room of rooms)
    for (const [kind, { may, names }] of Object.entries(room.subjects ?? {}))
      known.set(kind, { may: PermissionName.parse(may), names })
}

/**
 * Adds what each row's subject is called now, as far as this reader may see it: one question a kind, however many rows. Nothing of it is kept in the trail. Null:
 * not for this reader, gone, or of a kind without names.
 */
export async function withSubjectNames<T extends { subject: Subject | null }>(
  app: App,
  { actor, rows }: { actor: Actor; rows: readonly T[] },
): Promise<(Omit<T, 'subject'> & { subject: (Subject & { name: string | null }) | null })[]> {
  const subjects = rows.flatMap(({ subject }) => subject ?? [])
  const names = new Map<string, string>()
  for (const [kind, group] of Map.groupBy(subjects, (subject) => subject.kind)) {
    const asked = known.get(kind)
    const ids = [...new Set(group.map(({ id }) => id))].filter((id) => Uuid.safeParse(id).success)
    if (asked === undefined || ids.length === 0 || !actorMay(actor, asked.may)) continue
    for (const { id, name } of await asked.names(app, { workspaceId: actor.workspaceId, ids }))
      names.set(`${kind} ${id}`, name)
  }
  return rows.map(({ subject, ...row }) => ({
    ...row,
    subject: subject && { ...subject, name: names.get(`${subject.kind} ${subject.id}`) ?? null },
  }))
}

const Uuid = z.guid()
