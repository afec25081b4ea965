import { sql } from 'kysely'
import type { App, PersonRef, PostgresTransaction } from '../../platform/index.ts'

type Person = Pick<PersonRef, 'workspaceId' | 'personNo'>

/** Memos about somebody: those about them, and those about conversations in which nobody else takes part. */
const aboutPerson = ({ workspaceId, personNo }: Person) => sql`
  m.workspace_id = ${workspaceId} and (m.person_no = ${personNo} or (m.interview_id is not null
    and exists (select from speakers s join participants p on p.id = s.participant_id where s.interview_id = m.interview_id and p.person_no = ${personNo})
    and not exists (select from speakers s join participants p on p.id = s.participant_id where s.interview_id = m.interview_id and p.person_no <> ${personNo})))`

/** What was written about a person, removed memos too, for the copy of their data they can ask for. */
export async function memosOfPerson(app: App, person: Person) {
  const { rows } = await sql<{ kind: string; text: string; changed_at: Date }>`
    select m.kind, m.text, m.changed_at from memos m where ${aboutPerson(person)} order by m.created_at, m.id`.execute(
    app.pg,
  )
  return rows.map(({ kind, text, changed_at }) => ({
    about: kind === 'person' ? 'you' : 'a conversation with you',
    text,
    writtenAt: changed_at.toISOString(),
  }))
}

/** Deletes what was written about a person. Call it while their conversations are still there. */
export async function eraseMemos(app: App, person: Person): Promise<void> {
  await sql`delete from memos m where ${aboutPerson(person)}`.execute(app.pg)
}

/** How many memos are about a person. */
export async function countMemos(app: App, person: Person): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from memos m where ${aboutPerson(person)}`.execute(app.pg)
  return rows[0]?.count ?? 0
}

/** What was written about a person is about the person they are now. */
export async function mergeInMemos(
  tx: PostgresTransaction,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  await sql`
    update memos set person_no = ${intoNo} where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(
    tx,
  )
}
