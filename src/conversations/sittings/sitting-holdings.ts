/** What is kept of a person in sittings: that they were planned and held, and what the team noted in them. */
import { sql } from 'kysely'
import type { App, PersonRef, PostgresTransaction } from '../../platform/index.ts'
import { wordKinds } from './sitting-note.schema.ts'

type Whose = Pick<PersonRef, 'workspaceId' | 'personNo'>

/** Their sittings, and the notes of those they were alone in: notes of a group do not say of whom they are. */
export async function exportSittings(app: App, { workspaceId, personNo }: Whose): Promise<object[]> {
  const { rows } = await sql<Row>`
    select st.title, s.starts_at, s.began_at, s.ended_at, s.state, k.called,
      (select count(*) from sitting_people o where o.sitting_id = s.id) as people,
      (select coalesce(jsonb_agg(jsonb_build_object('at', n.at, 'kind', n.kind, 'text', n.text, 'lines', n.lines) order by n.at), '[]')
        from sitting_notes n where n.sitting_id = s.id and n.removed_at is null and n.kind = any(${[...wordKinds]}::text[])) as notes
    from sitting_people k join participants p on p.id = k.participant_id
    join sittings s on s.id = k.sitting_id join studies st on st.id = s.study_id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo} order by s.starts_at`.execute(app.pg)
  return rows.map((row) => ({
    study: row.title,
    plannedFor: row.starts_at.toISOString(),
    beganAt: row.began_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    state: row.state,
    called: row.called,
    othersPresent: row.people - 1,
    notes: row.people === 1 ? row.notes : [],
    notesOfTheGroup: row.people === 1 ? 0 : row.notes.length,
  }))
}

type Row = {
  title: string
  starts_at: Date
  began_at: Date | null
  ended_at: Date | null
  state: string
  called: string
  people: number
  notes: object[]
}

/** How many rows are kept of them in sittings. */
export async function countSittings(app: App, { workspaceId, personNo }: Whose): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    with theirs as (
      select k.sitting_id from sitting_people k join participants p on p.id = k.participant_id
      where p.workspace_id = ${workspaceId} and p.person_no = ${personNo}
    )
    select (select count(*) from theirs) + (select count(*) from sitting_notes n join theirs on theirs.sitting_id = n.sitting_id) as kept`.execute(
    app.pg,
  )
  return rows[0]?.kept ?? 0
}

/** A sitting with them alone goes. In a group their place goes, and the notes with it: which of them speak of this person nobody can tell. */
export async function eraseSittings(
  tx: PostgresTransaction,
  { workspaceId, personNo }: Whose,
): Promise<void> {
  const theirs = sql`select k.sitting_id from sitting_people k join participants p on p.id = k.participant_id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo}`
  await sql`select from sittings where id in (${theirs}) order by id for update`.execute(tx)
  await sql`delete from sitting_notes where sitting_id in (${theirs})`.execute(tx)
  await sql`
    delete from sittings s where s.id in (${theirs})
      and (select count(*) from sitting_people o where o.sitting_id = s.id) = 1`.execute(tx)
}
