import { useApi, useApiMutation, useWorkspace, type Answer } from '../../../web/kit/index.ts'

export type SaturationShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/saturation'>
export type HearingShown = SaturationShown['all']

export function useSaturation(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/saturation', { path: { workspaceId, studyId } })
}

export const useSayEnough = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/saturation/words', {
    refresh: ['/api/w/{workspaceId}/studies/{studyId}/saturation'],
  })
