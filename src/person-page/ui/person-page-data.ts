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

export function useWithdrawals() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/withdrawals', { path: { workspaceId } })
}

export const useSettleNotice = () =>
  useApiMutation('POST /api/w/{workspaceId}/withdrawals/{noticeId}/done', { refresh: [withdrawals] })
export const useSettleList = () =>
  useApiMutation('POST /api/w/{workspaceId}/contact-lists/{listId}/done', { refresh: [withdrawals] })
