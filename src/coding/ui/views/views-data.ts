import {
  useApi,
  useApiMutation,
  useApiPages,
  useLive,
  useWorkspace,
  type Answer,
  type Call,
} from '../../../../web/kit/index.ts'

export type MatrixShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/views/matrix'>
export type MatrixRowShown = MatrixShown['rows'][number]
export type ChoicesShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/views'>
export type LaddersShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/views/ladders'>
export type ForcesShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/views/forces'>
export type FrameworkShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/framework'>
export type FrameworkCellShown = FrameworkShown['cells'][number]
export type QuoteSetShown = Answer<'GET /api/w/{workspaceId}/quote-sets/{quoteSetId}'>
export type EntryShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/journal'>['items'][number]

type Query<K extends Parameters<typeof useApi>[0]> = Call<K>['query']
export type MatrixAsked = Query<'GET /api/w/{workspaceId}/studies/{studyId}/views/matrix'>
export type QuotesShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/views/quotes'>
export type QuotesAsked = Query<'GET /api/w/{workspaceId}/studies/{studyId}/views/quotes'>
export type ViewFilters = Pick<
  NonNullable<QuotesAsked>,
  'segmentId' | 'trait' | 'value' | 'language' | 'from' | 'to'
>

const study = '/api/w/{workspaceId}/studies/{studyId}'
const views = [
  `${study}/views`,
  `${study}/framework`,
  `${study}/quote-sets`,
  '/api/w/{workspaceId}/quote-sets',
]

/** Shows what colleagues code, write and take back while this page is open. */
export function useLiveViews() {
  const { id: workspaceId } = useWorkspace()
  useLive('GET /api/w/{workspaceId}/coding/changes', {
    path: { workspaceId },
    refresh: { version: [...views, '/api/w/{workspaceId}/codes'] },
  })
}

function usePath(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return { workspaceId, studyId }
}

export function useChoices(studyId: string) {
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/views', { path: usePath(studyId) })
}

export function useMatrix(studyId: string, query: NonNullable<MatrixAsked>, choices?: { enabled: boolean }) {
  const call = { path: usePath(studyId), query }
  return useApiPages('GET /api/w/{workspaceId}/studies/{studyId}/views/matrix', call, choices)
}

export function useViewQuotes(studyId: string, query: NonNullable<QuotesAsked>) {
  return useApiPages('GET /api/w/{workspaceId}/studies/{studyId}/views/quotes', {
    path: usePath(studyId),
    query: { ...query, limit: 20 },
  })
}

export function useLadders(
  studyId: string,
  query: NonNullable<Query<'GET /api/w/{workspaceId}/studies/{studyId}/views/ladders'>>,
) {
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/views/ladders', {
    path: usePath(studyId),
    query,
  })
}

export function useForces(studyId: string, query: ViewFilters) {
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/views/forces', {
    path: usePath(studyId),
    query,
  })
}

export function useFramework(studyId: string, query: ViewFilters & { codes: string }) {
  return useApiPages('GET /api/w/{workspaceId}/studies/{studyId}/framework', {
    path: usePath(studyId),
    query,
  })
}

type Cell = { studyId: string; participantId: string; codeId: string }

export function useSummaryHistory(cell: Cell, isWanted: boolean) {
  const { id: workspaceId } = useWorkspace()
  return useApi(
    'GET /api/w/{workspaceId}/studies/{studyId}/framework/{participantId}/{codeId}/history',
    { path: { workspaceId, ...cell } },
    { enabled: isWanted },
  )
}

export const useWriteSummary = () =>
  useApiMutation('PUT /api/w/{workspaceId}/studies/{studyId}/framework/{participantId}/{codeId}', {
    refresh: [`${study}/framework`],
    refusals: { 'summary-changed': [`${study}/framework`] },
  })

export function useQuoteSets(studyId: string) {
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/quote-sets', { path: usePath(studyId) })
}

export function useQuoteSet(quoteSetId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/quote-sets/{quoteSetId}', { path: { workspaceId, quoteSetId } })
}

const sets = [`${study}/quote-sets`, '/api/w/{workspaceId}/quote-sets']
const setChoices = { refresh: sets, refusals: { 'quote-set-changed': sets, 'words-withheld': views } }
export const useCreateQuoteSet = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/quote-sets', setChoices)
export const useChangeQuoteSet = () =>
  useApiMutation('PATCH /api/w/{workspaceId}/quote-sets/{quoteSetId}', setChoices)
export const useRemoveQuoteSet = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/quote-sets/{quoteSetId}', setChoices)
export const useRestoreQuoteSet = () =>
  useApiMutation('POST /api/w/{workspaceId}/quote-sets/{quoteSetId}/restore', setChoices)
export const useAddQuotes = () =>
  useApiMutation('POST /api/w/{workspaceId}/quote-sets/{quoteSetId}/quotes', setChoices)
export const useTakeQuote = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/quote-sets/{quoteSetId}/quotes/{highlightId}', setChoices)
export const useNoteQuote = () =>
  useApiMutation('PUT /api/w/{workspaceId}/quote-sets/{quoteSetId}/quotes/{highlightId}/note', setChoices)
export const useOrderQuotes = () =>
  useApiMutation('PUT /api/w/{workspaceId}/quote-sets/{quoteSetId}/order', setChoices)

export function useJournal(studyId: string) {
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/journal', { path: usePath(studyId) })
}

const journal = [`${study}/journal`]
export const useBeginEntry = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/journal', { refresh: journal })
export const useChangeEntry = () =>
  useApiMutation('PATCH /api/w/{workspaceId}/journal/{journalEntryId}', {
    refresh: journal,
    refusals: { 'entry-changed': journal },
  })
export const useRemoveEntry = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/journal/{journalEntryId}', { refresh: journal })
