import { sql } from 'kysely'
import type { Postgres } from '../../platform/index.ts'
import { deletionDay, ruleOf } from './recording-rule.ts'

/** A recording as one of those heard in it is told of it. */
export type OwnRecording = { happenedAt: Date; isVideo: boolean; others: number; deletedOn: Date | null }

/** The recordings in which a participant is heard, whatever they permit now, and when each goes. */
export async function recordingsOfParticipant(
  pg: Postgres,
  given: { workspaceId: string; studyId: string; participantId: string },
): Promise<OwnRecording[]> {
  const { workspaceId, participantId } = given
  const rule = await ruleOf(pg, given)
  const { rows } = await sql<{
    happened_at: Date
    media: string | null
    transcribed_at: Date | null
    others: number
  }>`
    select r.happened_at, r.media, r.transcribed_at,
      (select count(*) from recording_heard o where o.recording_id = r.id) - 1 as others
    from recording_heard h join recordings r on r.id = h.recording_id
    where r.workspace_id = ${workspaceId} and h.participant_id = ${participantId} order by r.happened_at, r.id`.execute(
    pg,
  )
  return rows.map((row) => ({
    happenedAt: row.happened_at,
    isVideo: row.media?.startsWith('video/') ?? false,
    others: row.others,
    deletedOn: deletionDay(rule, row.transcribed_at),
  }))
}
