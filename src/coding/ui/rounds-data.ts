import { useApi, useApiMutation, useLive, useWorkspace, type Answer } from '../../../web/kit/index.ts'

export type RoundShown = Answer<'GET /api/w/{workspaceId}/rounds/{roundId}'>
export type RoundListed = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/rounds'>['rounds'][number]
export type AgreementShown = Answer<'GET /api/w/{workspaceId}/rounds/{roundId}/agreement'>
export type DisagreementShown =
  Answer<'GET /api/w/{workspaceId}/rounds/{roundId}/disagreements'>['disagreements'][number]

const rounds = ['/api/w/{workspaceId}/rounds', '/api/w/{workspaceId}/studies/{studyId}/rounds']
const all = [
  ...rounds,
  '/api/w/{workspaceId}/codes',
  '/api/w/{workspaceId}/interviews/{interviewId}/highlights',
]

/** Shows who has finished and what was settled while the page is open. */
export function useLiveRounds() {
  const { id: workspaceId } = useWorkspace()
  useLive('GET /api/w/{workspaceId}/coding/changes', {
    path: { workspaceId },
    refresh: { version: rounds, said: rounds },
  })
}

export function useRounds(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/rounds', { path: { workspaceId, studyId } })
}

export function useRound(roundId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/rounds/{roundId}', { path: { workspaceId, roundId } })
}

export function useAgreement(
  roundId: string,
  query: { unit: AgreementShown['unit']; uncoded: AgreementShown['uncoded'] },
) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/rounds/{roundId}/agreement', {
    path: { workspaceId, roundId },
    query,
  })
}

export function useDisagreements(roundId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/rounds/{roundId}/disagreements', { path: { workspaceId, roundId } })
}

export function useConversations(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/interviews', {
    path: { workspaceId },
    query: { studyId, limit: 200 },
  })
}

export function useColleagues() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/members', { path: { workspaceId } })
}

const again = { refresh: all, refusals: { 'round-over': all, 'round-changed': all } }
export const useBeginRound = () => useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/rounds', again)
export const useFinishRound = () => useApiMutation('POST /api/w/{workspaceId}/rounds/{roundId}/finish', again)
export const useResumeRound = () => useApiMutation('POST /api/w/{workspaceId}/rounds/{roundId}/resume', again)
export const useEndRound = () => useApiMutation('POST /api/w/{workspaceId}/rounds/{roundId}/end', again)
export const useCancelRound = () => useApiMutation('POST /api/w/{workspaceId}/rounds/{roundId}/cancel', again)
export const useSettle = () => useApiMutation('POST /api/w/{workspaceId}/rounds/{roundId}/settlements', again)
export const useAdoptRound = () => useApiMutation('POST /api/w/{workspaceId}/rounds/{roundId}/adopt', again)
export const useUndoInRound = () => useApiMutation('POST /api/w/{workspaceId}/coding/undo', again)
export const useRedoInRound = () => useApiMutation('POST /api/w/{workspaceId}/coding/redo', again)
