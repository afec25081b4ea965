import { useApi, useWorkspace } from '../../../web/kit/index.ts'

export function usePurposes() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/consent/purposes', { path: { workspaceId } })
}
