import { useState } from 'react'
import {
  asProblem,
  upload,
  useApi,
  useApiMutation,
  useWorkspace,
  type Answer,
  type ProblemError,
} from '../../../../web/kit/index.ts'

export type DocumentListed =
  Answer<'GET /api/w/{workspaceId}/studies/{studyId}/documents'>['documents'][number]

const documents = ['/api/w/{workspaceId}/studies/{studyId}/documents']

export function useDocuments(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/documents', { path: { workspaceId, studyId } })
}

export const useRemoveDocument = () =>
  useApiMutation('DELETE /api/w/{workspaceId}/documents/{documentId}', { refresh: documents })

const useCreateUpload = () => useApiMutation('POST /api/w/{workspaceId}/documents/uploads')
const useKeep = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/documents', { refresh: documents })

/** A file on its way in. */
export type Bringing = { key: number; name: string } & (
  | { state: 'sending'; share: number }
  | { state: 'kept' | 'known'; placeRemoved: boolean }
  | { state: 'failed'; problem: ProblemError }
)

type Whose = { participantId: string | null; happenedOn: string | null }

/** Sends photos and PDFs one after the other; what becomes of each is shown. */
export function useBringDocuments(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  const create = useCreateUpload()
  const keep = useKeep()
  const [files, set] = useState<readonly Bringing[]>([])
  const change = (next: Bringing) =>
    set((before) => [...before.filter(({ key }) => key !== next.key), next].toSorted((a, b) => a.key - b.key))
  const bringOne = async (file: File, { key, whose }: { key: number; whose: Whose }) => {
    const { name } = file
    change({ key, name, state: 'sending', share: 0 })
    try {
      const { id: uploadId } = await create.mutateAsync({
        path: { workspaceId },
        body: { name, size: file.size },
      })
      await upload({
        to: `/api/w/${workspaceId}/documents/uploads/${uploadId}`,
        file,
        onProgress: ({ received, total }) => change({ key, name, state: 'sending', share: received / total }),
      })
      const kept = await keep.mutateAsync({ path: { workspaceId, studyId }, body: { uploadId, ...whose } })
      change({ key, name, state: kept.state, placeRemoved: kept.placeRemoved })
    } catch (error) {
      change({ key, name, state: 'failed', problem: asProblem(error) })
    }
  }
  return {
    files,
    isBusy: files.some(({ state }) => state === 'sending'),
    bring: async (chosen: readonly File[], whose: Whose) => {
      const first = files.length
      for (const [place, file] of chosen.entries()) await bringOne(file, { key: first + place, whose })
    },
  }
}
