import { useState } from 'react'
import { ProblemError, asProblem, upload, useWorkspace } from '../../../web/kit/index.ts'
import { useCreateUpload } from './collect-data.ts'
import { isSameFile, rememberUpload, rememberedUpload } from './unfinished-upload.ts'

type State =
  | { state: 'idle' }
  | { state: 'sending'; name: string; received: number; total: number; stop: () => void }
  | { state: 'failed'; problem: ProblemError }

/** Sends a file in pieces and gives the id of the finished upload; the same file chosen again goes on where it stopped. */
export function useFileUpload() {
  const { id: workspaceId } = useWorkspace()
  const create = useCreateUpload()
  const [current, set] = useState<State>({ state: 'idle' })
  const begun = async (file: File): Promise<string> => {
    const known = rememberedUpload(workspaceId)
    if (known && isSameFile(file, known)) return known.uploadId
    const made = await create.mutateAsync({
      path: { workspaceId },
      body: { name: file.name, size: file.size },
    })
    rememberUpload(workspaceId, {
      uploadId: made.id,
      name: file.name,
      size: file.size,
      modified: file.lastModified,
    })
    return made.id
  }
  const send = async (file: File): Promise<string | undefined> => {
    const abort = new AbortController()
    const stop = () => {
      abort.abort()
      rememberUpload(workspaceId, null)
      set({ state: 'idle' })
    }
    const show = (received: number) =>
      set({ state: 'sending', name: file.name, received, total: file.size, stop })
    show(0)
    try {
      if (file.size === 0) throw new ProblemError({ id: 'file-empty', status: 422, title: '', detail: '' })
      const uploadId = await begun(file)
      const to = `/api/w/${workspaceId}/uploads/${uploadId}`
      const onProgress = ({ received }: { received: number }) => show(received)
      await upload({ to, file, chunkBytes: 1024 * 1024, onProgress, signal: abort.signal })
      rememberUpload(workspaceId, null)
      set({ state: 'idle' })
      return uploadId
    } catch (error) {
      if (abort.signal.aborted) return undefined
      const problem = asProblem(error)
      // An upload the server no longer has is begun anew.
      if (problem.status === 404) rememberUpload(workspaceId, null)
      set({ state: 'failed', problem })
      return undefined
    }
  }
  return { current, send }
}
