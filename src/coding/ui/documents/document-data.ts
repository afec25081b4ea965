import { useApi, useApiMutation, useWorkspace, type Answer } from '../../../../web/kit/index.ts'

export type DocumentShown = Answer<'GET /api/w/{workspaceId}/documents/{documentId}'>
export type RegionShown = Answer<'GET /api/w/{workspaceId}/documents/{documentId}/regions'>['regions'][number]
export type PlaceDrawn = { page: number; left: number; top: number; width: number; height: number }

const marked = ['/api/w/{workspaceId}/codes', '/api/w/{workspaceId}/documents/{documentId}/regions']

export function useDocument(documentId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/documents/{documentId}', { path: { workspaceId, documentId } })
}

export function useRegions(documentId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/documents/{documentId}/regions', {
    path: { workspaceId, documentId },
  })
}

export function useCodedRegions(codeId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/codes/{codeId}/regions', { path: { workspaceId, codeId } })
}

export const useMarkRegion = () =>
  useApiMutation('POST /api/w/{workspaceId}/documents/{documentId}/regions', { refresh: marked })
export const useUnmarkRegion = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/regions/{regionId}/codes/{codeId}', { refresh: marked })
export const useRemoveRegion = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/regions/{regionId}', { refresh: marked })
export const useUndoRegions = () =>
  useApiMutation('POST /api/w/{workspaceId}/coding/undo', { refresh: marked })
export const useRedoRegions = () =>
  useApiMutation('POST /api/w/{workspaceId}/coding/redo', { refresh: marked })

/** Where the photo or PDF itself is read. */
export function useFileAddress(documentId: string): string {
  const { id: workspaceId } = useWorkspace()
  return `/api/w/${workspaceId}/documents/${documentId}/file`
}
