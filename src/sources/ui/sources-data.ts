import { type Answer, useApi, useApiMutation, useWorkspace } from '../../../web/kit/index.ts'

export type Source = Answer<'GET /api/w/{workspaceId}/sources'>['sources'][number]

export function useSources() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/sources', { path: { workspaceId } })
}

export type StudyShown = Answer<'GET /api/w/{workspaceId}/studies'>['items'][number]

/** The newest two hundred studies, each with what it says the use of what was said in it rests on. */
export function useStudyBases() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies', { path: { workspaceId }, query: { limit: 200 } })
}

export const useDeclareBases = () =>
  useApiMutation('PUT /api/w/{workspaceId}/sources/{sourceId}/bases', {
    refresh: ['/api/w/{workspaceId}/sources', '/api/w/{workspaceId}/consent', '/api/w/{workspaceId}/people'],
  })
