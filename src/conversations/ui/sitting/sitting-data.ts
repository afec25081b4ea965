import { useApi, useApiMutation, useWorkspace, type Answer } from '../../../../web/kit/index.ts'

const sittings = ['/api/w/{workspaceId}/sittings', '/api/w/{workspaceId}/studies/{studyId}/sittings']

export type SittingShown = Answer<'GET /api/w/{workspaceId}/sittings/{sittingId}'>

/** A sitting that colleagues change too: read again every few seconds. */
export function useSitting(sittingId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/sittings/{sittingId}',
    { path: { workspaceId, sittingId } },
    { refetchInterval: 8_000 },
  )
}

/** The sittings of a study; two hundred are more than a study plans. */
export function useSittings(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/sittings',
    { path: { workspaceId }, query: { studyId, limit: 200 } },
    { refetchInterval: 30_000 },
  )
}

/** The sitting that a transcript is of, if any. */
export function useSittingOf(interviewId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/sittings', {
    path: { workspaceId },
    query: { interviewId, limit: 1 },
  })
}

export const usePlanSitting = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/sittings', { refresh: sittings })
export const useMoveSitting = () =>
  useApiMutation('PUT /api/w/{workspaceId}/sittings/{sittingId}', {
    refresh: sittings,
    refusals: { 'sitting-changed': sittings, 'sitting-over': sittings },
  })
export const useKeepOne = () =>
  useApiMutation('POST /api/w/{workspaceId}/sittings/{sittingId}/kept', {
    refresh: sittings,
    refusals: { 'sitting-over': sittings },
  })
export const useTakeOver = () =>
  useApiMutation('POST /api/w/{workspaceId}/sittings/{sittingId}/handover', {
    refresh: sittings,
    refusals: { 'sitting-changed': sittings, 'sitting-over': sittings },
  })
export const useSayOutcome = () =>
  useApiMutation('PUT /api/w/{workspaceId}/sittings/{sittingId}/outcome', {
    refresh: sittings,
    refusals: { 'sitting-changed': sittings, 'sitting-over': sittings },
  })
export const useSetCompanions = () =>
  useApiMutation('PUT /api/w/{workspaceId}/sittings/{sittingId}/companions', { refresh: sittings })
export const useMatchTranscript = () =>
  useApiMutation('PUT /api/w/{workspaceId}/sittings/{sittingId}/transcript', { refresh: sittings })

/** The notes of a sitting, to read. */
export function useSittingNotes(sittingId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/sittings/{sittingId}/notes', { path: { workspaceId, sittingId } })
}
