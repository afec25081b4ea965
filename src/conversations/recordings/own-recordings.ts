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
  const { workspaceId, studyId, participantId } = given
  const rule = await ruleOf(pg, given)
  const { rows } = await sql<{
    happened_at: Date
    media: string | null
    transcribed_at: Date | null
    others: number
  }>`
    select r.happened_at, r.media, r.transcribed_at,
      (select count(distinct o.participant_id) from heard_in(${workspaceId}::uuid, array[r.id]) o) - 1 as others
    from recordings r
    where r.workspace_id = ${workspaceId} and r.study_id = ${studyId}
      and r.id in (select recording_id from heard_in(${workspaceId}::uuid) where participant_id = ${participantId}) order by r.happened_at, r.id`.execute(
    pg,
  )
  return rows.map((row) => ({
    happenedAt: row.happened_at,
    isVideo: row.media?.startsWith('video/') ?? false,
    others: row.others,
    deletedOn: deletionDay(rule, row.transcribed_at),
  }))
}
