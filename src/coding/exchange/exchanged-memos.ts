import { sql } from 'kysely'
import type { Postgres, PostgresTransaction } from '../../platform/index.ts'

type Kind = 'study' | 'interview' | 'code' | 'person'
const columns = {
  study: 'study_id',
  interview: 'interview_id',
  code: 'code_id',
  person: 'person_no',
} as const
const aboutOf = (kind: Kind) => sql`m.${sql.ref(columns[kind])}::text`

/**
 * The memos on studies, conversations, codes or people (by number) that this user may read now, by what they are about; a memo is a note of the set,
 * the source or the code, and stands with the case.
 */
export async function memosForExchange(
  pg: Postgres,
  asked: { workspaceId: string; userId: string | null; kind: Kind; ids: readonly (string | number)[] },
): Promise<Map<string, { guid: string; text: string }[]>> {
  const { workspaceId, userId, kind, ids } = asked
  const { rows } = await sql<{ guid: string; text: string; about: string }>`
    select m.id as guid, m.text, ${aboutOf(kind)} as about from readable_memos(${workspaceId}::uuid, ${userId}::uuid) m
    where m.kind = ${kind} and ${aboutOf(kind)} = any(${ids.map(String)}::text[]) order by m.created_at, m.id`.execute(
    pg,
  )
  return Map.groupBy(rows, (row) => row.about)
}

type Brought = { kind: Kind; id: string | number; text: string }

/** Writes notes as memos; one of the same words about the same that is there already is not written again. Says how many were. */
export async function bringMemos(
  tx: PostgresTransaction,
  given: { workspaceId: string; userId: string | null; now: Date; memos: readonly Brought[] },
): Promise<number> {
  const { workspaceId, userId, now } = given
  let written = 0
  for (const { kind, id, text } of given.memos) {
    const words = text.trim().slice(0, 20_000).toWellFormed()
    if (words === '') continue
    const about = kind === 'person' ? sql`${id}::bigint` : sql`${id}::uuid`
    const { rows } = await sql`
      insert into memos (workspace_id, kind, ${sql.ref(columns[kind])}, text, created_at, created_by, changed_at, changed_by)
      select ${workspaceId}::uuid, ${kind}, ${about}, ${words}, ${now}::timestamptz, ${userId}::uuid, ${now}::timestamptz, ${userId}::uuid
      where not exists (select from memos m where m.workspace_id = ${workspaceId} and m.removed_at is null
        and ${aboutOf(kind)} = ${String(id)} and m.text = ${words}) returning id`.execute(tx)
    written += rows.length
  }
  return written
}
