import { useApi, useApiMutation, useWorkspace, type Answer } from '../../../web/kit/index.ts'
import type { SaturationAsked } from '../saturation.schema.ts'

export type SaturationShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/saturation'>
export type HearingShown = SaturationShown['all']

export function useSaturation(studyId: string, query: SaturationAsked) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/studies/{studyId}/saturation',
    { path: { workspaceId, studyId }, query },
    // Measured otherwise, the page stays until the new figures are there.
    { placeholderData: (before) => (before?.studyId === studyId ? before : undefined) },
  )
}

export const useSayEnough = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/saturation/words', {
    refresh: ['/api/w/{workspaceId}/studies/{studyId}/saturation'],
  })
