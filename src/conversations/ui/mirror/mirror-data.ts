import { useApi, useApiMutation, useWorkspace, type Answer } from '../../../../web/kit/index.ts'

export type MirrorShown = Answer<'GET /api/w/{workspaceId}/interviews/{interviewId}/mirror'>
export type TrendRow = Answer<'GET /api/w/{workspaceId}/mirror'>['items'][number]

export function useMirror(interviewId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/interviews/{interviewId}/mirror', {
    path: { workspaceId, interviewId },
  })
}

export function useMirrorTrend() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/mirror', { path: { workspaceId } })
}

export const useShareMirror = () =>
  useApiMutation('PUT /api/w/{workspaceId}/interviews/{interviewId}/mirror', {
    refresh: ['/api/w/{workspaceId}/mirror', '/api/w/{workspaceId}/interviews/{interviewId}/mirror'],
  })
