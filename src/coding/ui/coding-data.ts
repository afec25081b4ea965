import {
  useApi,
  useApiMutation,
  useApiPages,
  useLive,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'

export type TranscriptShown = Answer<'GET /api/w/{workspaceId}/interviews/{interviewId}/transcript'>
export type UtteranceShown = TranscriptShown['utterances'][number]
export type HighlightsShown = Answer<'GET /api/w/{workspaceId}/interviews/{interviewId}/highlights'>
export type HighlightShown = HighlightsShown['highlights'][number]
export type CodeShown = Answer<'GET /api/w/{workspaceId}/codes'>['codes'][number]

const coded = [
  '/api/w/{workspaceId}/codes',
  '/api/w/{workspaceId}/codebooks',
  '/api/w/{workspaceId}/coding/history',
  '/api/w/{workspaceId}/interviews/{interviewId}/highlights',
  '/api/w/{workspaceId}/memos',
]
const said = [
  '/api/w/{workspaceId}/interviews/{interviewId}',
  '/api/w/{workspaceId}/codes',
  '/api/w/{workspaceId}/memos',
]
/** Somebody has withdrawn while their words were on the screen. */
const refusals = { 'words-withheld': said }

/** Shows what colleagues do while this page is open. */
export function useLiveCoding() {
  const { id: workspaceId } = useWorkspace()
  useLive('GET /api/w/{workspaceId}/coding/changes', {
    path: { workspaceId },
    refresh: { version: coded, said },
  })
}

export function useTranscript(interviewId: string) {
  const { id: workspaceId } = useWorkspace()
  const path = { workspaceId, interviewId }
  return useApi('GET /api/w/{workspaceId}/interviews/{interviewId}/transcript', { path })
}

export function useHighlights(interviewId: string) {
  const { id: workspaceId } = useWorkspace()
  const path = { workspaceId, interviewId }
  return useApi('GET /api/w/{workspaceId}/interviews/{interviewId}/highlights', { path })
}

/** The codebook; with a study, the codes that may be used in it. */
export function useCodes(studyId?: string, isWanted = true) {
  const { id: workspaceId } = useWorkspace()
  const query = studyId === undefined ? {} : { studyId }
  return useApi('GET /api/w/{workspaceId}/codes', { path: { workspaceId }, query }, { enabled: isWanted })
}

export function useCodeQuotes(codeId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/codes/{codeId}/quotes', {
    path: { workspaceId, codeId },
    query: { limit: 20 },
  })
}

export const useCreateCode = () => useApiMutation('POST /api/w/{workspaceId}/codes', { refresh: coded })
export const useChangeCode = () =>
  useApiMutation('PATCH /api/w/{workspaceId}/codes/{codeId}', { refresh: coded })
export const useRemoveCode = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/codes/{codeId}', { refresh: coded })
export const useMergeCodes = () =>
  useApiMutation('POST /api/w/{workspaceId}/codes/{codeId}/merge', { refresh: coded })

export const useMoveCodes = () => useApiMutation('POST /api/w/{workspaceId}/codes/move', { refresh: coded })
export const useSplitCode = () =>
  useApiMutation('POST /api/w/{workspaceId}/codes/{codeId}/split', { refresh: coded })

export function useCodeHistory(codeId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/codes/{codeId}/history', { path: { workspaceId, codeId } })
}

/** Up to a hundred quotes of a code at once, to choose among. */
export function useQuotesToChoose(codeId: string, isWanted: boolean) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/codes/{codeId}/quotes',
    { path: { workspaceId, codeId }, query: { limit: 100 } },
    { enabled: isWanted },
  )
}

export const useMark = () =>
  useApiMutation('POST /api/w/{workspaceId}/interviews/{interviewId}/highlights', {
    refresh: coded,
    refusals,
  })
export const useUnmark = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/highlights/{highlightId}/codes/{codeId}', {
    refresh: coded,
    refusals,
  })
export const useRemoveHighlight = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/highlights/{highlightId}', { refresh: coded, refusals })
export const useRepair = () =>
  useApiMutation('POST /api/w/{workspaceId}/highlights/{highlightId}/repair', { refresh: coded, refusals })
export const useWriteNote = () =>
  useApiMutation('PUT /api/w/{workspaceId}/highlights/{highlightId}/note', { refresh: coded, refusals })
export const useUndo = () =>
  useApiMutation('POST /api/w/{workspaceId}/coding/undo', { refresh: coded, refusals })
export const useRedo = () =>
  useApiMutation('POST /api/w/{workspaceId}/coding/redo', { refresh: coded, refusals })
export const useCorrect = () =>
  useApiMutation('PATCH /api/w/{workspaceId}/utterances/{utteranceId}', {
    refresh: [...said, ...coded],
    refusals,
  })

const reshaped = { refresh: [...said, ...coded], refusals }
export const useSplitTurn = () =>
  useApiMutation('POST /api/w/{workspaceId}/utterances/{utteranceId}/split', reshaped)
export const useJoinTurns = () =>
  useApiMutation('POST /api/w/{workspaceId}/utterances/{utteranceId}/join', reshaped)
export const useAssignTurns = () =>
  useApiMutation('POST /api/w/{workspaceId}/interviews/{interviewId}/turns/assign', reshaped)
export const useRenameSpeaker = () =>
  useApiMutation('PATCH /api/w/{workspaceId}/speakers/{speakerId}', { refresh: said })
export const useRemoveSpeaker = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/speakers/{speakerId}', { refresh: said })

/** The first two hundred participants of a study, to say who spoke. */
export function useStudyParticipants(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/participants', {
    path: { workspaceId, studyId },
    query: { limit: 200 },
  })
}
