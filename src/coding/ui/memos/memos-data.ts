import { useApi, useApiMutation, useLive, useWorkspace, type Answer } from '../../../../web/kit/index.ts'

export type MemoShown = Answer<'GET /api/w/{workspaceId}/memos'>['memos'][number]
export type MemoListed = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/memos'>['memos'][number]
/** What a memo is about. */
export type About = { kind: MemoShown['kind']; id: string }

const memos = ['/api/w/{workspaceId}/memos', '/api/w/{workspaceId}/studies/{studyId}/memos']

/** Shows what colleagues write while the page is open. */
export function useLiveMemos() {
  const { id: workspaceId } = useWorkspace()
  useLive('GET /api/w/{workspaceId}/coding/changes', {
    path: { workspaceId },
    refresh: { version: memos, said: memos },
  })
}

export function useMemosAbout({ kind, id }: About) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/memos', { path: { workspaceId }, query: { kind, id } })
}

export function useMemosOfStudy(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/memos', { path: { workspaceId, studyId } })
}

const again = { refresh: memos, refusals: { 'memo-changed': memos, 'words-withheld': memos } }
export const useWriteMemo = () => useApiMutation('POST /api/w/{workspaceId}/memos', again)
export const useChangeMemo = () => useApiMutation('PUT /api/w/{workspaceId}/memos/{memoId}', again)
export const useRemoveMemo = () => useApiMutation('DELETE /api/w/{workspaceId}/memos/{memoId}', again)
export const useRestoreMemo = () => useApiMutation('POST /api/w/{workspaceId}/memos/{memoId}/restore', again)
