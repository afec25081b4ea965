import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import { RegionId } from '../../workspace/index.ts'
import type { Skip } from '../coding.schema.ts'
import { takePlaceStep, type PlaceKind } from '../places/place-steps.ts'
import type { Step } from '../steps.ts'

/** A step that changes a marked place on a page or photo. */
type RegionStep = Extract<
  Step,
  { do: 'put region' | 'remove region' | 'give region code' | 'take region code' }
>

/** Places on pages and photos. One belongs to the coding of every conversation its document's participant speaks in. */
export const regionKind: PlaceKind<RegionId> = {
  named: 'region',
  parse: (id) => RegionId.parse(id),
  find: async (tx, { workspaceId, id }) => {
    const { rows } = await sql<{
      study_id: string
      removed: boolean
      readable: boolean
      interviews: string[]
    }>`
      select r.study_id, r.removed_at is not null as removed,
        exists (select from permitted_documents(r.workspace_id, 1, array[r.document_id])) as readable,
        conversations_of_document(r.document_id)::text[] as interviews
      from regions r where r.workspace_id = ${workspaceId} and r.id = ${id}`.execute(tx)
    const [row] = rows
    return (
      row && {
        studyId: row.study_id,
        removed: row.removed,
        readable: row.readable,
        interviewIds: row.interviews,
      }
    )
  },
  step: {
    put: (regionId) => ({ do: 'put region', regionId }),
    remove: (regionId) => ({ do: 'remove region', regionId }),
    give: ({ id: regionId, ...code }) => ({ do: 'give region code', regionId, ...code }),
    take: ({ id: regionId, ...code }) => ({ do: 'take region code', regionId, ...code }),
  },
}

/** Takes such a step if it can still be taken; a place that may not be seen now stays as it is. */
export function takeRegionStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: RegionStep },
): Promise<'done' | Skip> {
  const { regionId: id } = step
  const take = (change: Parameters<typeof takePlaceStep<RegionId>>[1]['change']) =>
    takePlaceStep(tx, { kind: regionKind, workspaceId, change })
  if (step.do === 'put region') return take({ id, to: 'put' })
  if (step.do === 'remove region') return take({ id, to: 'remove' })
  const { codeId, by } = step
  return take({ id, to: step.do === 'give region code' ? 'give' : 'take', codeId, by })
}
