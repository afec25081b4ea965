import { useApiMutation, useApiPages, useWorkspace } from '../../../web/kit/index.ts'

export function useRequests() {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/requests', { path: { workspaceId }, query: {} })
}

const requests = { refresh: ['/api/w/{workspaceId}/requests'] }
export const useExportPerson = () =>
  useApiMutation('POST /api/w/{workspaceId}/people/{personId}/export', requests)
export const useErasePerson = () =>
  useApiMutation('POST /api/w/{workspaceId}/people/{personId}/erase', requests)
export const useReceipt = () => useApiMutation('GET /api/w/{workspaceId}/requests/{requestId}/receipt')

/** Gives the reader a file of what was answered. */
export function saveJson({ name, content }: { name: string; content: unknown }): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
