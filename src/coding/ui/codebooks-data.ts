import { useApi, useApiMutation, useWorkspace, type Answer } from '../../../web/kit/index.ts'

export type CodebookShown = Answer<'GET /api/w/{workspaceId}/codebooks'>['codebooks'][number]

const books = [
  '/api/w/{workspaceId}/codes',
  '/api/w/{workspaceId}/codebooks',
  '/api/w/{workspaceId}/coding/history',
]

export function useCodebooks() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/codebooks', { path: { workspaceId } })
}

/** Whether there is something of one's own to take back or do again in the codebooks. */
export function useBookHistory() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/coding/history', { path: { workspaceId } })
}

export function useStatements(studyId: string | undefined) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/studies/{studyId}/statements',
    { path: { workspaceId, studyId: studyId ?? '' } },
    { enabled: studyId !== undefined },
  )
}

const again = { refresh: books }
export const useCreateCodebook = () => useApiMutation('POST /api/w/{workspaceId}/codebooks', again)
export const useChangeCodebook = () =>
  useApiMutation('PATCH /api/w/{workspaceId}/codebooks/{codebookId}', again)
export const useRemoveCodebook = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/codebooks/{codebookId}', again)
export const useOrderCodes = () => useApiMutation('POST /api/w/{workspaceId}/codes/order', again)
export const useExpectCodes = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/expected-codes', again)
export const useUndoInBooks = () => useApiMutation('POST /api/w/{workspaceId}/coding/undo', again)
export const useRedoInBooks = () => useApiMutation('POST /api/w/{workspaceId}/coding/redo', again)
