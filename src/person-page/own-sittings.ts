/** Conversations planned and held with a participant, as they may know of them: who asks, who sits in, and that notes are kept. */
import { sql } from 'kysely'
import type { Postgres } from '../platform/index.ts'
import type { OwnLink } from './links.ts'

export type OwnSitting = {
  startsAt: Date
  isPlanned: boolean
  interviewer: string | null
  /** Colleagues who write or listen. */
  companions: string[]
  /** Notes that are kept of it, also of others where it is a group. */
  notes: number
}

/** Their sittings, the oldest first; those called off or missed are left out. */
export async function ownSittings(
  pg: Postgres,
  { workspaceId, participantId }: Pick<OwnLink, 'workspaceId' | 'participantId'>,
): Promise<OwnSitting[]> {
  const { rows } = await sql<{
    at: Date
    state: string
    interviewer: string | null
    companions: string[]
    notes: number
  }>`
    select coalesce(s.began_at, s.starts_at) as at, s.state, u.name as interviewer,
      array(select cu.name from sitting_companions c join members cm on cm.id = c.member_id join users cu on cu.id = cm.user_id
        where c.sitting_id = s.id order by cu.name) as companions,
      (select count(*)::int from sitting_notes n where n.sitting_id = s.id and n.removed_at is null
        and n.kind in ('note', 'quote', 'surprise', 'contradiction', 'why', 'ladder', 'debrief')) as notes
    from sitting_people k join sittings s on s.id = k.sitting_id
    left join members m on m.id = s.interviewer_id left join users u on u.id = m.user_id
    where k.workspace_id = ${workspaceId} and k.participant_id = ${participantId} and s.state in ('planned', 'held')
    order by at, s.id`.execute(pg)
  return rows.map((row) => ({
    startsAt: row.at,
    isPlanned: row.state === 'planned',
    interviewer: row.interviewer,
    companions: row.companions,
    notes: row.notes,
  }))
}
