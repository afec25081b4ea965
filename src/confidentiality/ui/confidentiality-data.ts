import { useEffect, useEffectEvent } from 'react'
import { useApi, useApiMutation, useApiPages, useWorkspace, type Answer } from '../../../web/kit/index.ts'

const ofStudy = '/api/w/{workspaceId}/studies/{studyId}'
// What is replaced is read in conversations, quotes and searches: they are read again too.
const refresh = [`${ofStudy}/confidentiality`, `${ofStudy}/pseudonyms`, '/api/w/{workspaceId}/interviews']
const refusals = { 'pseudonym-changed': refresh, 'pseudonym-stands': refresh }

export type Standing = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/confidentiality'>
export type PseudonymShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/pseudonyms'>['items'][number]
export type RevealedShown =
  Answer<'POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms/{pseudonymId}/reveal'>

export const kinds = ['name', 'place', 'email', 'phone', 'civil number', 'other'] as const

export function useStudyName(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}', { path: { workspaceId, studyId } })
}

/** How far the study is; looked at every two seconds while something is being done in the background. */
export function useStanding(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  const call = { path: { workspaceId, studyId } }
  const { data } = useApi('GET /api/w/{workspaceId}/studies/{studyId}/confidentiality', call)
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/confidentiality', call, {
    refetchInterval: data && isBusy(data) ? 2000 : 15_000,
  })
}

export const isBusy = ({ read, interviews, pending }: Standing) => read < interviews || pending > 0

/** A page of the list, read again whenever the figures of the study (`standing`) have changed meanwhile. */
export function usePseudonyms(given: {
  studyId: string
  standing: Standing
  state: PseudonymShown['state']
  kind?: PseudonymShown['kind'] | undefined
}) {
  const { studyId, standing, state, kind } = given
  const { id: workspaceId } = useWorkspace()
  const { query, pager } = useApiPages('GET /api/w/{workspaceId}/studies/{studyId}/pseudonyms', {
    path: { workspaceId, studyId },
    query: { state, limit: 50, ...(kind ? { kind } : {}) },
  })
  const readAgain = useEffectEvent(() => void query.refetch())
  const { read, proposed, others, accepted, refused } = standing
  useEffect(() => readAgain(), [read, proposed, others, accepted, refused])
  return { query, pager }
}

export const useDecide = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms/decisions', { refresh, refusals })
export const useAdd = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms', { refresh })
export const useReveal = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms/{pseudonymId}/reveal')
export const useRestore = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms/{pseudonymId}/restore', {
    refresh,
    refusals,
  })
export const useTakeKey = () => useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/pseudonyms/key')
