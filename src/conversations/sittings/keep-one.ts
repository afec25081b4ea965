import { sql } from 'kysely'
import { notFound, type App, type PostgresTransaction } from '../../platform/index.ts'
import type { Actor } from '../../workspace/index.ts'
import { lockStudy } from '../studies.ts'
import { requirePlanner } from './planner.ts'
import { leaveSitting, lockSitting, sittingOver, tellMoved } from './plan-sitting.ts'

type Keeping = { workspaceId: string; sittingId: string; participantId: string; actor: Actor }

/**
 * Of several conversations of one participant that are still to come this one stays: they are taken out of the others of the study, and those are called off where nobody is
 * left. What was said about them by letter follows. Done once more it changes nothing. Whoever may change
 * every one of them may do it: throws 403 and 404, and `sitting-over` (409) where this one is not to come any more.
 */
export async function keepOne(
  place: { app: App; tx: PostgresTransaction },
  given: Keeping,
): Promise<{ left: number }> {
  const { app, tx } = place
  const { workspaceId, sittingId, participantId, actor } = given
  const now = app.clock.now()
  const found = await tx
    .selectFrom('sittings')
    .select('study_id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sittingId)
    .executeTakeFirst()
  if (!found) throw notFound('sitting')
  await requirePlanner(tx, { workspaceId, sittingId, actor })
  await lockStudy(tx, { workspaceId, studyId: found.study_id })
  const { rows } = await sql<{ id: string }>`
    select s.id from sittings s join sitting_people k on k.sitting_id = s.id and k.participant_id = ${participantId}::uuid
    where s.study_id = ${found.study_id} and s.state = 'planned' and s.starts_at > ${now} order by s.id for update of s`.execute(
    tx,
  )
  const kept = await lockSitting(tx, { workspaceId, sittingId })
  if (kept.state !== 'planned' || kept.starts_at <= now) throw sittingOver()
  if (!rows.some(({ id }) => id === sittingId)) throw notFound('participant')
  const leftIds = rows.flatMap(({ id }) => (id === sittingId ? [] : [id]))
  if (leftIds.length === 0) return { left: 0 }
  for (const leftId of leftIds) await requirePlanner(tx, { workspaceId, sittingId: leftId, actor })
  for (const leftId of leftIds)
    await leaveSitting(place, { workspaceId, sittingId: leftId, participantId, actor })
  await tellMoved(place, { workspaceId, sittingId, actor })
  const payload = { participantId, keptId: sittingId, leftIds }
  await app.outbox.publish(tx, { workspaceId, topic: 'sitting.kept', payload })
  return { left: leftIds.length }
}
