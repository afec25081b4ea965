import { useApi, useApiPages, useWorkspace, type Answer } from '../../../web/kit/index.ts'

export type Found = Answer<'GET /api/w/{workspaceId}/search'>
export type HitShown = Found['items'][number]
export const filterNames = ['studyId', 'segmentId', 'codeId', 'role', 'language', 'from', 'to'] as const
export type Filters = { [K in (typeof filterNames)[number]]?: string }

export function useSearch({ q, ...filters }: { q: string } & Filters) {
  const { id: workspaceId } = useWorkspace()
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')
  return useApiPages('GET /api/w/{workspaceId}/search', {
    path: { workspaceId },
    query: { q, limit: 20, ...Object.fromEntries(given) },
  })
}

/** The studies, segments and codes a search can be kept to. */
export function useSearchChoices() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/words/choices', { path: { workspaceId } })
}
