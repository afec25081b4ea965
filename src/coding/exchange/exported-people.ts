import { sql } from 'kysely'
import type { App, PersonRef, PostgresTransaction } from '../../platform/index.ts'

type Person = Pick<PersonRef, 'workspaceId' | 'personNo'>

/** When and as what a person's words were taken out, for the copy of their data they can ask for. */
export async function exportsOfPerson(app: App, { workspaceId, personNo }: Person) {
  const { rows } = await sql<{ kind: string; at: Date }>`
    select e.kind, e.at from coding_export_people p join coding_exports e on e.id = p.export_id
    where p.workspace_id = ${workspaceId} and p.person_no = ${personNo} order by e.at`.execute(app.pg)
  return rows.map(({ kind, at }) => ({ kind, at: at.toISOString() }))
}

/** Takes a person's number out of what was taken out; that their conversations had left is kept by the conversations' ids. */
export async function eraseFromExports(app: App, { workspaceId, personNo }: Person): Promise<void> {
  await sql`
    insert into exported_conversations (workspace_id, interview_id, person_no)
    select workspace_id, interview_id, null from exported_conversations
    where workspace_id = ${workspaceId} and person_no = ${personNo} on conflict do nothing`.execute(app.pg)
  await sql`
    delete from exported_conversations where workspace_id = ${workspaceId} and person_no = ${personNo}`.execute(
    app.pg,
  )
  await sql`
    delete from coding_export_people where workspace_id = ${workspaceId} and person_no = ${personNo}`.execute(
    app.pg,
  )
}

/** How many rows of what was taken out name a person. */
export async function countInExports(app: App, { workspaceId, personNo }: Person): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from coding_export_people where workspace_id = ${workspaceId} and person_no = ${personNo})
      + (select count(*) from exported_conversations where workspace_id = ${workspaceId} and person_no = ${personNo}) as count`.execute(
    app.pg,
  )
  return rows[0]?.count ?? 0
}

/** A merged person's words were taken out as words of the person they are now. */
export async function mergeInExports(
  tx: PostgresTransaction,
  { workspaceId, fromNo, intoNo }: { workspaceId: string; fromNo: number; intoNo: number },
): Promise<void> {
  await sql`
    insert into coding_export_people (export_id, person_no, workspace_id)
    select export_id, ${intoNo}::bigint, workspace_id from coding_export_people
    where workspace_id = ${workspaceId} and person_no = ${fromNo} on conflict do nothing`.execute(tx)
  await sql`
    insert into exported_conversations (workspace_id, interview_id, person_no)
    select workspace_id, interview_id, ${intoNo}::bigint from exported_conversations
    where workspace_id = ${workspaceId} and person_no = ${fromNo} on conflict do nothing`.execute(tx)
  await sql`
    delete from coding_export_people where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(
    tx,
  )
  await sql`
    delete from exported_conversations where workspace_id = ${workspaceId} and person_no = ${fromNo}`.execute(
    tx,
  )
}
