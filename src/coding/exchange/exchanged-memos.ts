import { sql } from 'kysely'
import { teamWordsToKeep } from '../../conversations/index.ts'
import { holdPeople } from '../../people/index.ts'
import type { App, Postgres, PostgresTransaction } from '../../platform/index.ts'

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

/**
 * Who participants are by now, by their ids, kept so until the transaction ends: a participant may not have heard yet that somebody was joined to another. Those erased meanwhile are
 * left out.
 */
export async function holdParticipants(
  tx: PostgresTransaction,
  { workspaceId, participantIds }: { workspaceId: string; participantIds: readonly string[] },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; no: number }>`
    with recursive them as (
      select pa.id, p.no, p.merged_into from participants pa join people p on p.no = pa.person_no
      where pa.workspace_id = ${workspaceId} and pa.id = any(${[...participantIds]}::uuid[])
      union all select t.id, p.no, p.merged_into from them t join people p on p.no = t.merged_into
    )
    select id, no from them where merged_into is null`.execute(tx)
  const here = await holdPeople(tx, { workspaceId, nos: rows.map(({ no }) => no) })
  return new Map(rows.flatMap(({ id, no }) => (here.has(no) ? [[id, no]] : [])))
}

/** Writes notes as memos; one of the same words about the same that is there already is not written again. People are held already. Says how many were. */
export async function bringMemos(
  { app, tx }: { app: App; tx: PostgresTransaction },
  given: { workspaceId: string; userId: string | null; memos: readonly Brought[] },
): Promise<number> {
  const { workspaceId, userId } = given
  const now = app.clock.now()
  let written = 0
  for (const { kind, id, text: words } of await memosToKeep({ app, tx }, given)) {
    const of = kind === 'person' ? sql`${id}::bigint` : sql`${id}::uuid`
    const { rows } = await sql`
      insert into memos (workspace_id, kind, ${sql.ref(columns[kind])}, text, created_at, created_by, changed_at, changed_by)
      select ${workspaceId}::uuid, ${kind}, ${of}, ${words}, ${now}::timestamptz, ${userId}::uuid, ${now}::timestamptz, ${userId}::uuid
      where not exists (select from memos m where m.workspace_id = ${workspaceId} and m.removed_at is null
        and ${aboutOf(kind)} = ${String(id)} and m.text = ${words}) returning id`.execute(tx)
    written += rows.length
  }
  return written
}

/** As colleagues may read them, those without words left out; all codes of a study, and all that are in none, at once. */
async function memosToKeep(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, memos }: { workspaceId: string; memos: readonly Brought[] },
): Promise<Brought[]> {
  const codeIds = memos.filter(({ kind }) => kind === 'code').map(({ id }) => String(id))
  const { rows } = await sql<{ id: string; study_id: string | null }>`
    select id, study_id from codes where workspace_id = ${workspaceId} and id = any(${codeIds}::uuid[])`.execute(
    tx,
  )
  const studies = new Map(rows.map((row) => [row.id, row.study_id]))
  const groups = Map.groupBy(
    memos.flatMap((memo) => {
      const text = memo.text.trim().slice(0, 20_000).toWellFormed()
      return text === '' ? [] : [{ ...memo, text }]
    }),
    ({ kind, id }) => `${kind} ${kind === 'code' ? studies.get(String(id)) : id}`,
  )
  const kept: Brought[] = []
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    const about = { kind: first.kind, id: first.id }
    const texts = await teamWordsToKeep(tx, { app, workspaceId, about, texts: group.map(({ text }) => text) })
    kept.push(...group.map((memo, at) => ({ ...memo, text: texts[at] ?? memo.text })))
  }
  return kept
}
