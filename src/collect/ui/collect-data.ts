import {
  useApi,
  useApiMutation,
  useApiPages,
  useWorkspace,
  type Answer,
  type Call,
} from '../../../web/kit/index.ts'

export type Import = Answer<'GET /api/w/{workspaceId}/imports/{importId}'>
export type ImportRow = Answer<'GET /api/w/{workspaceId}/imports'>['items'][number]
export type MappingBody = Call<'PUT /api/w/{workspaceId}/imports/{importId}/mapping'>['body']
export type PeopleMapping = Extract<Import['mapping'], { kind: 'people' }>['mapping']
export type ColumnMapping = PeopleMapping['columns'][string]
export type TraitColumn = Extract<ColumnMapping, { use: 'trait' }>
export type Guess = Import['guesses'][number]
export type SourceBody = Call<'POST /api/w/{workspaceId}/imports/{importId}/start'>['body']['source']
export type Preview = Answer<'GET /api/w/{workspaceId}/imports/{importId}/preview'>

const imports = '/api/w/{workspaceId}/imports'

export function useImports() {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/imports', { path: { workspaceId }, query: {} })
}

/** One import; read again each second while it runs. */
export function useImport(importId: string) {
  const { id: workspaceId } = useWorkspace()
  const call = { path: { workspaceId, importId } }
  const once = useApi('GET /api/w/{workspaceId}/imports/{importId}', call)
  const runs = once.data?.state === 'queued' || once.data?.state === 'running'
  return useApi('GET /api/w/{workspaceId}/imports/{importId}', call, { refetchInterval: runs ? 1000 : false })
}

export function usePreview(importId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/imports/{importId}/preview', { path: { workspaceId, importId } })
}

export function useRejects(importId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/imports/{importId}/rejects', {
    path: { workspaceId, importId },
    query: { limit: 20 },
  })
}

export const useCreateUpload = () => useApiMutation('POST /api/w/{workspaceId}/uploads')
export const useCreateImport = () =>
  useApiMutation('POST /api/w/{workspaceId}/imports', { refresh: [imports] })
export const usePutMapping = () =>
  useApiMutation('PUT /api/w/{workspaceId}/imports/{importId}/mapping', {
    refresh: [`${imports}/{importId}`],
  })
export const useChooseSheet = () =>
  useApiMutation('PUT /api/w/{workspaceId}/imports/{importId}/sheet', {
    refresh: [`${imports}/{importId}`],
  })
export const useStartImport = () =>
  useApiMutation('POST /api/w/{workspaceId}/imports/{importId}/start', {
    refresh: [imports, '/api/w/{workspaceId}/sources'],
  })
export const useCancelImport = () =>
  useApiMutation('POST /api/w/{workspaceId}/imports/{importId}/cancel', { refresh: [imports] })
export const useResumeImport = () =>
  useApiMutation('POST /api/w/{workspaceId}/imports/{importId}/resume', { refresh: [imports] })
export const useReplay = () =>
  useApiMutation('POST /api/w/{workspaceId}/imports/{importId}/replay', { refresh: [imports] })

export function useLiveEvents() {
  const { id: workspaceId } = useWorkspace()
  const path = { workspaceId }
  return {
    live: useApi(
      'GET /api/w/{workspaceId}/events/live',
      { path, query: { limit: 20 } },
      { refetchInterval: 2000 },
    ),
    counts: useApi('GET /api/w/{workspaceId}/events/counts', { path, query: {} }, { refetchInterval: 2000 }),
  }
}

export type RefusedEvent = Answer<'GET /api/w/{workspaceId}/refused-events'>['items'][number]

export function useRefused() {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/refused-events', {
    path: { workspaceId },
    query: { limit: 20 },
  })
}

export const useReplayEvent = () =>
  useApiMutation('POST /api/w/{workspaceId}/refused-events/{refusedId}/replay', {
    refresh: ['/api/w/{workspaceId}/refused-events', '/api/w/{workspaceId}/events'],
  })
