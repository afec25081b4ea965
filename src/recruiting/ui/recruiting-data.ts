import {
  useApi,
  useApiMutation,
  useApiPages,
  useMay,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import type { InviteeState } from '../recruiting.schema.ts'

const study = '/api/w/{workspaceId}/studies/{studyId}'

export type RecruitmentShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/recruitment'>
export type StratumShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/candidates'>['strata'][number]
export type DrawShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/draws'>['draws'][number]
export type InviteeShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/invitees'>['items'][number]
export type TreeShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/introductions'>
export type HoursShown = Answer<'GET /api/w/{workspaceId}/hours'>

function useStudyPath(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return { path: { workspaceId, studyId } }
}

export const useStudyTitle = (studyId: string) =>
  useApi('GET /api/w/{workspaceId}/studies/{studyId}', useStudyPath(studyId))
export const useRecruitment = (studyId: string) =>
  useApi('GET /api/w/{workspaceId}/studies/{studyId}/recruitment', useStudyPath(studyId))
export function useCandidates(studyId: string) {
  const enabled = useMay('studies.write')
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/candidates', useStudyPath(studyId), { enabled })
}
export const useDraws = (studyId: string) =>
  useApi('GET /api/w/{workspaceId}/studies/{studyId}/draws', useStudyPath(studyId), {
    refetchInterval: 15_000,
  })
export function useInvitees(studyId: string, state: InviteeState | undefined) {
  return useApiPages('GET /api/w/{workspaceId}/studies/{studyId}/invitees', {
    ...useStudyPath(studyId),
    query: state === undefined ? {} : { state },
  })
}
export const useInviteeCounts = (studyId: string) =>
  useApi('GET /api/w/{workspaceId}/studies/{studyId}/invitee-counts', useStudyPath(studyId), {
    refetchInterval: 15_000,
  })
export const useIntroductions = (studyId: string) =>
  useApi('GET /api/w/{workspaceId}/studies/{studyId}/introductions', useStudyPath(studyId))
export const useThanks = (studyId: string) =>
  useApi('GET /api/w/{workspaceId}/studies/{studyId}/thanks', useStudyPath(studyId))

const everything = [study]
export const useChangeRecruitment = () =>
  useApiMutation('PUT /api/w/{workspaceId}/studies/{studyId}/recruitment', { refresh: everything })
export const useMakeDraw = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/draws', { refresh: everything })
export const useReleaseDraw = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/draws/{drawId}/letters', {
    refresh: everything,
    refusals: { 'texts-missing': everything },
  })
export const useRemoveDraw = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/studies/{studyId}/draws/{drawId}', { refresh: everything })
export const useSendAgain = () =>
  useApiMutation('POST /api/w/{workspaceId}/invitees/{inviteeId}/letter', { refresh: everything })
export const useReadContact = () =>
  useApiMutation('POST /api/w/{workspaceId}/invitees/{inviteeId}/contact', { refresh: [] })
export const useRecordThanks = () =>
  useApiMutation('POST /api/w/{workspaceId}/participants/{participantId}/thanks', { refresh: everything })
export const useMailThanks = () =>
  useApiMutation('POST /api/w/{workspaceId}/participants/{participantId}/thanks/letter', {
    refresh: everything,
  })
export const useRemoveThanks = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/thanks/{thanksId}', { refresh: everything })

const hours = '/api/w/{workspaceId}/hours'
export function useHours() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/hours', { path: { workspaceId } })
}
export const useChangeHours = () => useApiMutation('PUT /api/w/{workspaceId}/hours', { refresh: [hours] })
