import { useState } from 'react'
import {
  ProblemError,
  asProblem,
  upload,
  useApi,
  useApiMutation,
  useApiPages,
  useWorkspace,
  type Answer,
  type Call,
} from '../../../web/kit/index.ts'

export type Looked = Answer<'POST /api/w/{workspaceId}/coding/uploads/{uploadId}/look'>
export type ImportShown = Answer<'GET /api/w/{workspaceId}/coding/imports/{codingImportId}'>
export type ImportSent = Call<'POST /api/w/{workspaceId}/coding/imports'>['body']
export type ReportShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/report'>
export type CoreqShown = ReportShown['coreq'][number]

export function useStudies() {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies', { path: { workspaceId }, query: { limit: 100 } })
}

export function useTaken() {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/coding/exports', {
    path: { workspaceId },
    query: { limit: 20 },
  })
}

export function useBroughtIn() {
  const { id: workspaceId } = useWorkspace()
  return useApiPages('GET /api/w/{workspaceId}/coding/imports', {
    path: { workspaceId },
    query: { limit: 10 },
  })
}

export function useImport(codingImportId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/coding/imports/{codingImportId}', {
    path: { workspaceId, codingImportId },
  })
}

export function useReport(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  return useApi('GET /api/w/{workspaceId}/studies/{studyId}/report', { path: { workspaceId, studyId } })
}

const changed = ['/api/w/{workspaceId}']
export const useBringIn = () =>
  useApiMutation('POST /api/w/{workspaceId}/coding/imports', { refresh: changed })
export const useTakeReport = () =>
  useApiMutation('POST /api/w/{workspaceId}/studies/{studyId}/report/taken', {
    refresh: ['/api/w/{workspaceId}/coding/exports'],
  })
export const useWriteCoreq = () =>
  useApiMutation('PUT /api/w/{workspaceId}/studies/{studyId}/coreq', {
    refresh: ['/api/w/{workspaceId}/studies/{studyId}/report'],
    refusals: { 'coreq-changed': ['/api/w/{workspaceId}/studies/{studyId}/report'] },
  })
const useCreateUpload = () => useApiMutation('POST /api/w/{workspaceId}/coding/uploads')
const useLook = () => useApiMutation('POST /api/w/{workspaceId}/coding/uploads/{uploadId}/look')

type Opening =
  | { state: 'idle' }
  | { state: 'sending'; name: string; share: number; stop: () => void }
  | { state: 'looking'; name: string }
  | { state: 'failed'; problem: ProblemError }
  | { state: 'open'; uploadId: string; name: string; looked: Looked }

/** Sends a file in pieces and says what is in it. A broken connection is waited out; a stopped upload is begun again. */
export function useOpening() {
  const { id: workspaceId } = useWorkspace()
  const create = useCreateUpload()
  const look = useLook()
  const [current, set] = useState<Opening>({ state: 'idle' })
  const open = async (file: File) => {
    const abort = new AbortController()
    const { name } = file
    const stop = () => {
      abort.abort()
      set({ state: 'idle' })
    }
    const show = (received: number) =>
      set({ state: 'sending', name, share: file.size === 0 ? 0 : received / file.size, stop })
    show(0)
    try {
      if (file.size === 0) throw new ProblemError({ id: 'file-empty', status: 422, title: '', detail: '' })
      const { id: uploadId } = await create.mutateAsync({
        path: { workspaceId },
        body: { name, size: file.size },
      })
      const to = `/api/w/${workspaceId}/coding/uploads/${uploadId}`
      const onProgress = ({ received }: { received: number }) => show(received)
      await upload({ to, file, chunkBytes: 1024 * 1024, onProgress, signal: abort.signal })
      set({ state: 'looking', name })
      const looked = await look.mutateAsync({ path: { workspaceId, uploadId } })
      set({ state: 'open', uploadId, name, looked })
    } catch (error) {
      if (!abort.signal.aborted) set({ state: 'failed', problem: asProblem(error) })
    }
  }
  return { current, open, forget: () => set({ state: 'idle' }) }
}
