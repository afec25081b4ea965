/** Who took everything back: what they said may not be analysed, and they do not want to be asked again. */
import { sql } from 'kysely'
import { studyScope } from '../consent/index.ts'
import { Problem, type Postgres } from '../platform/index.ts'
import type { Doer } from '../workspace/index.ts'

type Asked = { workspaceId: string; studyId: string; participantIds: readonly string[] }

/** Those of some participants of a study who took back analysing and being asked again, by the newest word of each. */
export async function closedAmong(
  pg: Postgres,
  { workspaceId, studyId, participantIds }: Asked,
): Promise<Set<string>> {
  if (participantIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    with asked as materialized (
      select id, person_no from participants
      where workspace_id = ${workspaceId} and study_id = ${studyId} and id = any(${[...participantIds]}::uuid[])
    ),
    refused as materialized (
      select person_no, scope, purpose from permission_rows(${workspaceId}::uuid, array(select person_no from asked)) where reason in (3, 4)
    )
    select a.id from asked a
    where exists (select from refused r where r.person_no = a.person_no and r.scope = ${studyScope(studyId)} and r.purpose = 1)
      and exists (select from refused r where r.person_no = a.person_no and r.scope = '' and r.purpose = 2)`.execute(
    pg,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Throws `participant-took-back` (409) where one of them is to be met all the same. Whoever chooses a time themself says yes by it. */
export async function refuseClosed(pg: Postgres, asked: Asked & { actor: Doer }): Promise<void> {
  if (asked.actor.kind === 'person' || (await closedAmong(pg, asked)).size === 0) return
  throw new Problem({
    id: 'participant-took-back',
    status: 409,
    detail:
      'This participant has taken everything back and does not want to be asked again. Where they have said yes again to one of you, write that down with their agreements, then plan.',
  })
}
