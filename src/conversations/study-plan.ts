/** What of a plan cannot be kept. */
import { Problem, notFound, type App } from '../platform/index.ts'
import { listSegments } from '../segments/index.ts'
import { usualFor, type StudyKind } from './study-kinds.ts'
import type { Quota, StudyPlan } from './study.schema.ts'

type Planned = { kind: StudyKind; sessionSize: number | null; quotas: Quota[]; plan: StudyPlan }

/** Throws `session-size` (422) where a kind of study is not held with so many, 404 for a member or segment that is not here. */
export async function refuseUnplannable(
  app: App,
  { workspaceId, draft }: { workspaceId: string; draft: Planned },
): Promise<void> {
  const { least, most } = usualFor[draft.kind].people
  if (draft.sessionSize !== null && (draft.sessionSize < least || draft.sessionSize > most))
    throw new Problem({
      id: 'session-size',
      status: 422,
      detail: `A conversation of this kind is held with ${least === most ? least : `${least} to ${most}`}. Choose another kind, or another number.`,
    })
  await refuseStrangers(app, { workspaceId, shares: draft.plan.shares })
  const segmentIds = draft.quotas.flatMap(({ segmentId }) => segmentId ?? [])
  if (segmentIds.length === 0) return
  const known = new Set((await listSegments(app, workspaceId)).map(({ segmentId }) => segmentId))
  if (segmentIds.some((segmentId) => !known.has(segmentId))) throw notFound('segment')
}

async function refuseStrangers(
  app: App,
  { workspaceId, shares }: { workspaceId: string; shares: StudyPlan['shares'] },
): Promise<void> {
  if (shares.length === 0) return
  const memberIds = [...new Set(shares.map(({ memberId }) => memberId))]
  const found = await app.pg
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', memberIds)
    .execute()
  if (found.length < memberIds.length) throw notFound('member')
}
