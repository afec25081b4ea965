import { useApi, useApiMutation, useLive, useWorkspace, type Answer } from '../../../web/kit/index.ts'

export type AnswersShown = Answer<'GET /api/w/{workspaceId}/interviews/{interviewId}/answers'>
export type AnswerShown =
  Answer<'GET /api/w/{workspaceId}/interviews/{interviewId}/answers/read'>['answers'][number]
export type SuggestionShown =
  Answer<'GET /api/w/{workspaceId}/interviews/{interviewId}/answers/{utteranceId}/suggestions'>['suggestions'][number]

export const answerFilters = [
  'coding',
  'codeId',
  'suggested',
  'q',
  'length',
  'segmentId',
  'language',
  'trait',
  'value',
  'order',
] as const
export type AnswerFilters = { [K in (typeof answerFilters)[number]]?: string }

const answers = ['/api/w/{workspaceId}/interviews/{interviewId}/answers']
const coded = [...answers, '/api/w/{workspaceId}/codes']

/** Which answers fit, and what colleagues do to them meanwhile. */
export function useAnswers(interviewId: string, filters: AnswerFilters) {
  const { id: workspaceId } = useWorkspace()
  useLive('GET /api/w/{workspaceId}/coding/changes', {
    path: { workspaceId },
    refresh: { version: coded, said: coded },
  })
  const query = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
  return useApi(
    'GET /api/w/{workspaceId}/interviews/{interviewId}/answers',
    { path: { workspaceId, interviewId }, query },
    // The old list stays while the new one comes, so that the place in it is not lost.
    { placeholderData: (before) => before },
  )
}

/** What up to fifty answers say. */
export function useAnswerTexts(interviewId: string, ids: readonly string[]) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/interviews/{interviewId}/answers/read',
    { path: { workspaceId, interviewId }, query: { ids: ids.join(',') } },
    { enabled: ids.length > 0 },
  )
}

export function useSuggestions(interviewId: string, utteranceId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/interviews/{interviewId}/answers/{utteranceId}/suggestions', {
    path: { workspaceId, interviewId, utteranceId },
  })
}

export function useSuggestedCounts(interviewId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/interviews/{interviewId}/answers/suggestions', {
    path: { workspaceId, interviewId },
  })
}

export const useCodeAnswers = () =>
  useApiMutation('POST /api/w/{workspaceId}/interviews/{interviewId}/answers/codes', { refresh: coded })
export const useUndoAnswers = () =>
  useApiMutation('POST /api/w/{workspaceId}/coding/undo', { refresh: coded })
export const useRedoAnswers = () =>
  useApiMutation('POST /api/w/{workspaceId}/coding/redo', { refresh: coded })
