import { sql } from 'kysely'
import type { SubjectNames } from '../platform/index.ts'

/** Participants by the pseudonym of who they are. */
export const participantNames: SubjectNames['names'] = async (app, { workspaceId, ids }) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select pa.id::text as id, p.pseudonym as name from participants pa
    join people p on p.no = pa.person_no and p.workspace_id = ${workspaceId}
    where pa.workspace_id = ${workspaceId} and pa.id = any(${[...ids]}::uuid[])`.execute(app.pg)
  return rows
}
