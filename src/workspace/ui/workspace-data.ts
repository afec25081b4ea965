import { useApi, useApiMutation, useApiPages, useWorkspace } from '../../../web/kit/index.ts'
import type { AuditKind } from '../audit-action.ts'

function usePlace() {
  const { id: workspaceId } = useWorkspace()
  return { path: { workspaceId } }
}

export const useSettings = () => useApi('GET /api/w/{workspaceId}', usePlace())
export const useChangeSettings = () =>
  useApiMutation('PATCH /api/w/{workspaceId}', { refresh: ['/api/w/{workspaceId}', '/api/session'] })
export const useNewWorkspace = () => useApiMutation('POST /api/workspaces', { refresh: ['/api/session'] })

const members = { refresh: ['/api/w/{workspaceId}/members', '/api/session'] }
export const useMembers = () => useApi('GET /api/w/{workspaceId}/members', usePlace())
export const useChangeRole = () => useApiMutation('PATCH /api/w/{workspaceId}/members/{memberId}', members)
export const useRemoveMember = () => useApiMutation('DELETE /api/w/{workspaceId}/members/{memberId}', members)

const invitations = { refresh: ['/api/w/{workspaceId}/invitations'] }
export const useInvitations = () => useApi('GET /api/w/{workspaceId}/invitations', usePlace())
export const useInvite = () => useApiMutation('POST /api/w/{workspaceId}/invitations', invitations)
export const useRevokeInvitation = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/invitations/{invitationId}', invitations)

const keys = { refresh: ['/api/w/{workspaceId}/keys', '/api/w/{workspaceId}/sources'] }
export const useKeys = () => useApi('GET /api/w/{workspaceId}/keys', usePlace())
export const useCreateKey = () => useApiMutation('POST /api/w/{workspaceId}/keys', keys)
export const useRevokeKey = () => useApiMutation('DELETE /api/w/{workspaceId}/keys/{keyId}', keys)

export type AuditFilter = { kind?: AuditKind; actorId?: string; subjectId?: string }
export const useAudit = (filter: AuditFilter) =>
  useApiPages('GET /api/w/{workspaceId}/audit', { ...usePlace(), query: filter })
export const useMails = () => useApiPages('GET /api/w/{workspaceId}/mails', { ...usePlace(), query: {} })
