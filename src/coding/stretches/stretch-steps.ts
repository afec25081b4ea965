import { sql } from 'kysely'
import type { PostgresTransaction } from '../../platform/index.ts'
import { StretchId } from '../../workspace/index.ts'
import type { Skip } from '../coding.schema.ts'
import { takePlaceStep, type PlaceKind } from '../places/place-steps.ts'
import type { Step } from '../steps.ts'

/** A step that changes a marked stretch of a recording. */
type StretchStep = Extract<
  Step,
  { do: 'put stretch' | 'remove stretch' | 'give stretch code' | 'take stretch code' }
>

/** Stretches of sound and video. One belongs to the coding of its conversation, where there are words. */
export const stretchKind: PlaceKind<StretchId> = {
  named: 'stretch',
  parse: (id) => StretchId.parse(id),
  find: async (tx, { workspaceId, id }) => {
    const { rows } = await sql<{
      study_id: string
      interview_id: string | null
      removed: boolean
      audible: boolean
    }>`
      select s.study_id, r.interview_id, s.removed_at is not null as removed,
        exists (select from audible_recordings(s.workspace_id, 1, array[s.recording_id])) as audible
      from stretches s join recordings r on r.id = s.recording_id
      where s.workspace_id = ${workspaceId} and s.id = ${id}`.execute(tx)
    const [row] = rows
    return (
      row && {
        studyId: row.study_id,
        removed: row.removed,
        readable: row.audible,
        interviewIds: row.interview_id === null ? [] : [row.interview_id],
      }
    )
  },
  step: {
    put: (stretchId) => ({ do: 'put stretch', stretchId }),
    remove: (stretchId) => ({ do: 'remove stretch', stretchId }),
    give: ({ id: stretchId, ...code }) => ({ do: 'give stretch code', stretchId, ...code }),
    take: ({ id: stretchId, ...code }) => ({ do: 'take stretch code', stretchId, ...code }),
  },
}

/** Takes such a step if it can still be taken; a stretch that may not be heard now stays as it is. */
export function takeStretchStep(
  tx: PostgresTransaction,
  { workspaceId, step }: { workspaceId: string; step: StretchStep },
): Promise<'done' | Skip> {
  const { stretchId: id } = step
  const take = (change: Parameters<typeof takePlaceStep<StretchId>>[1]['change']) =>
    takePlaceStep(tx, { kind: stretchKind, workspaceId, change })
  if (step.do === 'put stretch') return take({ id, to: 'put' })
  if (step.do === 'remove stretch') return take({ id, to: 'remove' })
  const { codeId, by } = step
  return take({ id, to: step.do === 'give stretch code' ? 'give' : 'take', codeId, by })
}
