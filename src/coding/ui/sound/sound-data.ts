import { api, useApi, useApiMutation, useWorkspace, type Answer } from '../../../../web/kit/index.ts'
import type { SoundPlace } from '../../../conversations/ui/index.ts'

export type StretchShown =
  Answer<'GET /api/w/{workspaceId}/recordings/{recordingId}/stretches'>['stretches'][number]
export type CodedStretchShown =
  Answer<'GET /api/w/{workspaceId}/codes/{codeId}/stretches'>['stretches'][number]

const marked = ['/api/w/{workspaceId}/codes', '/api/w/{workspaceId}/recordings/{recordingId}/stretches']

export function useStretches(recordingId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/recordings/{recordingId}/stretches', {
    path: { workspaceId, recordingId },
  })
}

export function useCodedStretches(codeId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/codes/{codeId}/stretches', { path: { workspaceId, codeId } })
}

export const useMarkStretch = () =>
  useApiMutation('POST /api/w/{workspaceId}/recordings/{recordingId}/stretches', { refresh: marked })
export const useUnmarkStretch = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/stretches/{stretchId}/codes/{codeId}', { refresh: marked })
export const useUndoStretches = () =>
  useApiMutation('POST /api/w/{workspaceId}/coding/undo', { refresh: marked })
export const useRedoStretches = () =>
  useApiMutation('POST /api/w/{workspaceId}/coding/redo', { refresh: marked })

/** Where a coded passage is heard. */
export function soundOfHighlight(path: { workspaceId: string; highlightId: string }): Promise<SoundPlace> {
  return api('GET /api/w/{workspaceId}/highlights/{highlightId}/sound', { path })
}

/** Where a turn is heard. */
export function soundOfTurn(path: { workspaceId: string; utteranceId: string }): Promise<SoundPlace> {
  return api('GET /api/w/{workspaceId}/utterances/{utteranceId}/sound', { path })
}
