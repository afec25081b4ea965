import { type Answer, useApi, useApiMutation, useWorkspace } from '../../../web/kit/index.ts'

export type Source = Answer<'GET /api/w/{workspaceId}/sources'>['sources'][number]

export function useSources() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/sources', { path: { workspaceId } })
}

export const useDeclareBases = () =>
  useApiMutation('PUT /api/w/{workspaceId}/sources/{sourceId}/bases', {
    refresh: ['/api/w/{workspaceId}/sources', '/api/w/{workspaceId}/consent', '/api/w/{workspaceId}/people'],
  })
