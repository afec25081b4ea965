import { useApi, useApiMutation, useWorkspace, type Answer } from '../../../web/kit/index.ts'

const ownPage = '/api/w/{workspaceId}/participants/{participantId}/own-page'
const withdrawals = '/api/w/{workspaceId}/withdrawals'

export type OwnPageShown = Answer<'GET /api/w/{workspaceId}/participants/{participantId}/own-page'>
export type WithdrawalShown = Answer<'GET /api/w/{workspaceId}/withdrawals'>['withdrawals'][number]

export type RefusedListShown = Answer<'GET /api/w/{workspaceId}/withdrawals'>['lists'][number]

export function useOwnPage(participantId: string) {
  const { id: workspaceId } = useWorkspace()
  const path = { workspaceId, participantId }
  return useApi('GET /api/w/{workspaceId}/participants/{participantId}/own-page', { path })
}

export const useGiveLink = () =>
  useApiMutation('POST /api/w/{workspaceId}/participants/{participantId}/own-page/link', {
    refresh: [ownPage],
  })
export const useMailLink = () =>
  useApiMutation('POST /api/w/{workspaceId}/participants/{participantId}/own-page/mail', {
    refresh: [ownPage],
  })
export const useRevokeLink = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/participants/{participantId}/own-page/link', {
    refresh: [ownPage],
  })

export type Whose = { participantId: string } | { personId: string }
export type MarkedQuoteShown =
  Answer<'GET /api/w/{workspaceId}/people/{personId}/marked-quotes'>['quotes'][number]
export type QuoteStandingShown = Answer<'GET /api/w/{workspaceId}/highlights/{highlightId}/refusal'>

export function useMarkedQuotes(whose: Whose, text: string) {
  const { id: workspaceId } = useWorkspace()
  const query = { text }
  const isPerson = 'personId' in whose
  const ofPerson = useApi(
    'GET /api/w/{workspaceId}/people/{personId}/marked-quotes',
    { path: { workspaceId, personId: isPerson ? whose.personId : '' }, query },
    { enabled: isPerson, placeholderData: (before) => before },
  )
  const ofParticipant = useApi(
    'GET /api/w/{workspaceId}/participants/{participantId}/marked-quotes',
    { path: { workspaceId, participantId: isPerson ? '' : whose.participantId }, query },
    { enabled: !isPerson, placeholderData: (before) => before },
  )
  return isPerson ? ofPerson : ofParticipant
}

export function useQuoteStanding(highlightId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/highlights/{highlightId}/refusal', {
    path: { workspaceId, highlightId },
  })
}

/** What shows quotes is read again: codes and views, sets, portraits, and where it is kept that it was taken out. */
export const useTakeQuoteOut = () =>
  useApiMutation('POST /api/w/{workspaceId}/highlights/{highlightId}/refusal', {
    refresh: ['/api/w/{workspaceId}/'],
  })

export function useWithdrawals() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/withdrawals', { path: { workspaceId } })
}

export const useSettleNotice = () =>
  useApiMutation('POST /api/w/{workspaceId}/withdrawals/{noticeId}/done', { refresh: [withdrawals] })
export const useSettleList = () =>
  useApiMutation('POST /api/w/{workspaceId}/contact-lists/{listId}/done', { refresh: [withdrawals] })
