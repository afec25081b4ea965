import { Problem, notFound, type Postgres, type PostgresTransaction } from '../../platform/index.ts'
import { actorMay, type Actor } from '../../workspace/index.ts'
import { partInSitting } from './who-meets.ts'

/** Who plans studies or leads this one changes every sitting of it, its interviewer this one. Throws 404 and 403. */
export async function requirePlanner(
  pg: Postgres | PostgresTransaction,
  given: { workspaceId: string; sittingId: string; actor: Actor },
): Promise<void> {
  const { actor } = given
  const part = await partInSitting(pg, given)
  if (part === undefined) throw notFound('sitting')
  if (actorMay(actor, 'studies.write') || part === 'interviewer' || part === 'lead') return
  throw new Problem({
    id: 'not-allowed',
    status: 403,
    detail: 'Changing this conversation needs "studies.write", or to be its interviewer.',
  })
}
