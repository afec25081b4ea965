import {
  api,
  useApi,
  useApiMutation,
  useApiPages,
  useMay,
  useWorkspace,
  type Answer,
  type Call,
} from '../../../web/kit/index.ts'

const studies = '/api/w/{workspaceId}/studies'
const everything = [studies, '/api/w/{workspaceId}/interviews', '/api/w/{workspaceId}/people/{personId}']

export type StudyShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}'>
export type DraftSent = Call<'POST /api/w/{workspaceId}/studies'>['body']
export type ParticipantShown =
  Answer<'GET /api/w/{workspaceId}/studies/{studyId}/participants'>['items'][number]
export type PreviewShown = Answer<'POST /api/w/{workspaceId}/studies/{studyId}/interviews/preview'>
export type PreviewAskedFor = Call<'POST /api/w/{workspaceId}/studies/{studyId}/interviews/preview'>['body']
export type InterviewBroughtIn = Answer<'POST /api/w/{workspaceId}/studies/{studyId}/interviews'>
export type InterviewSent = Call<'POST /api/w/{workspaceId}/studies/{studyId}/interviews'>['body']
export type AgreementSent =
  Call<'POST /api/w/{workspaceId}/participants/{participantId}/agreements'>['body']['agreements'][number]

export function useStudies(archived: 'yes' | 'no') {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/studies', { path: { workspaceId }, query: { archived } })
}

export function useStudy(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}', { path: { workspaceId, studyId } })
}

/** A study that colleagues may be writing: read again every ten seconds. */
export function useStudyWatched(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/studies/{studyId}',
    { path: { workspaceId, studyId } },
    { refetchInterval: 10_000 },
  )
}

/** What a study promised against what happened. */
export function usePromise(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/promise', { path: { workspaceId, studyId } })
}

/** The segments of the workspace, to set quotas by. */
export function useSegmentSets() {
  const { id: workspaceId } = useWorkspace()
  const may = useMay('segments.read')
  return useApi('GET /api/w/{workspaceId}/segment-sets', { path: { workspaceId } }, { enabled: may })
}

/** Who works here, to say who asked. */
export function useMembers() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/members', { path: { workspaceId } })
}

export function useInterviews(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/interviews', { path: { workspaceId }, query: { studyId } })
}

export function useParticipants(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/studies/{studyId}/participants', {
    path: { workspaceId, studyId },
  })
}

/** The first two hundred, to choose from. */
export function useParticipantChoices(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/participants', {
    path: { workspaceId, studyId },
    query: { limit: 200 },
  })
}

export const useCreateStudy = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies', { refresh: [studies] })
export const useChangeStudy = () =>
  useApiMutation('PUT /api/w/{workspaceId}/studies/{studyId}', { refresh: [studies] })
export const useChangeGuide = () =>
  useApiMutation('PUT /api/w/{workspaceId}/studies/{studyId}/guide', { refresh: [studies] })
export const useAmendStudy = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/amendments', { refresh: [studies] })
export const useArchiveStudy = () =>
  useApiMutation('PUT /api/w/{workspaceId}/studies/{studyId}/archived', { refresh: [studies] })
export const useAddParticipant = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/participants', { refresh: everything })
export const useRecordAgreements = () =>
  useApiMutation('POST /api/w/{workspaceId}/participants/{participantId}/agreements', { refresh: everything })
export const useLinkParticipant = () =>
  useApiMutation('POST /api/w/{workspaceId}/participants/{participantId}/person', { refresh: everything })
export const useSearchPeople = () => useApiMutation('POST /api/w/{workspaceId}/participants/search')
export const useBringInterview = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/interviews', { refresh: everything })
export const useRemoveInterview = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/interviews/{interviewId}', { refresh: everything })

export function previewMaterial(given: {
  workspaceId: string
  studyId: string
  body: PreviewAskedFor
}): Promise<PreviewShown> {
  const { workspaceId, studyId, body } = given
  return api('POST /api/w/{workspaceId}/studies/{studyId}/interviews/preview', {
    path: { workspaceId, studyId },
    body,
  })
}

/** The conversations a person took part in. */
export function useConversationsOfPerson(personId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/people/{personId}/conversations', {
    path: { workspaceId, personId },
  })
}
