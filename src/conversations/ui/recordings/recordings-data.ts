import { useApi, useApiMutation, useWorkspace, type Answer } from '../../../../web/kit/index.ts'

const recordings = '/api/w/{workspaceId}/recordings'
const ofStudy = '/api/w/{workspaceId}/studies/{studyId}/recordings'
const interviews = '/api/w/{workspaceId}/interviews'

export type RecordingShown = Answer<'GET /api/w/{workspaceId}/recordings/{recordingId}'>
export type StudyRecordings = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/recordings'>
export type DraftShown = Answer<'GET /api/w/{workspaceId}/recordings/{recordingId}/draft'>

const isUnderWay = ({ state, transcription }: RecordingShown) =>
  state === 'checking' || ['queued', 'sending', 'listening', 'waiting'].includes(transcription?.state ?? '')

/** The recordings of a study; looked at again, and often while something is under way: what is taken back is deleted a moment later. */
export function useStudyRecordings(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  const call = { path: { workspaceId, studyId } }
  const first = useApi('GET /api/w/{workspaceId}/studies/{studyId}/recordings', call)
  const isMoving = first.data?.recordings.some(isUnderWay) ?? false
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/recordings', call, {
    refetchInterval: isMoving ? 2000 : 8000,
  })
}

/** One recording, looked at again while it is checked or written down. */
export function useRecording(recordingId: string) {
  const { id: workspaceId } = useWorkspace()
  const call = { path: { workspaceId, recordingId } }
  const first = useApi('GET /api/w/{workspaceId}/recordings/{recordingId}', call)
  const isMoving = first.data !== undefined && isUnderWay(first.data)
  return useApi('GET /api/w/{workspaceId}/recordings/{recordingId}', call, {
    ...(isMoving ? { refetchInterval: 1000 } : {}),
  })
}

export function useShape(recordingId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/recordings/{recordingId}/shape',
    { path: { workspaceId, recordingId } },
    { staleTime: Infinity },
  )
}

export function useDraft(recordingId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/recordings/{recordingId}/draft', {
    path: { workspaceId, recordingId },
  })
}

/** The recording of a conversation that may be heard now, and when each word begins. */
export function useInterviewSound(interviewId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/interviews/{interviewId}/sound', {
    path: { workspaceId, interviewId },
  })
}

/** The conversations whose words may be heard now. */
export function useAudible(isAsked: 'yes' | 'no') {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/audible',
    { path: { workspaceId } },
    { enabled: isAsked === 'yes', staleTime: 30_000 },
  )
}

export const useBeginRecording = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/recordings', { refresh: [ofStudy] })
export const useKeepShape = () =>
  useApiMutation('PUT /api/w/{workspaceId}/recordings/{recordingId}/shape', { refresh: [recordings] })
export const useDeleteRecording = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/recordings/{recordingId}', { refresh: [ofStudy, interviews] })
export const useChangeRule = () =>
  useApiMutation('PUT /api/w/{workspaceId}/studies/{studyId}/recordings/rule', {
    refresh: [ofStudy, recordings],
    refusals: { 'rule-changed': [ofStudy] },
  })
export const useAskForTranscript = () =>
  useApiMutation('POST /api/w/{workspaceId}/recordings/{recordingId}/transcription', {
    refresh: [recordings, ofStudy],
    refusals: { 'transcription-elsewhere': [ofStudy], 'transcription-running': [recordings] },
  })
export const useCancelTranscription = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/recordings/{recordingId}/transcription', {
    refresh: [recordings, ofStudy],
  })
export const useMarkSpeakers = () =>
  useApiMutation('PUT /api/w/{workspaceId}/recordings/{recordingId}/draft', {
    refusals: { 'draft-changed': [`${recordings}/{recordingId}/draft`] },
  })
export const useBringTranscript = () =>
  useApiMutation('POST /api/w/{workspaceId}/recordings/{recordingId}/transcript', {
    refresh: [recordings, ofStudy, interviews, '/api/w/{workspaceId}/studies'],
  })
