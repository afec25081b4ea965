import { useState } from 'react'
import { z } from 'zod'
import {
  ProblemError,
  api,
  asProblem,
  store,
  stored,
  useWorkspace,
  type Call,
} from '../../../../web/kit/index.ts'
import { useBeginRecording, useKeepShape } from './recordings-data.ts'

type Facts = Pick<
  Call<'POST /api/w/{workspaceId}/studies/{studyId}/recordings'>['body'],
  'heard' | 'language' | 'happenedAt'
>

type State =
  | { state: 'idle' }
  | { state: 'sending'; name: string; sent: number; total: number; stop: () => void }
  | { state: 'failed'; problem: ProblemError }

const Unfinished = z.object({
  recordingId: z.string(),
  name: z.string(),
  size: z.number(),
  modified: z.number(),
})
type Unfinished = z.output<typeof Unfinished>

/** Sends a recording; the same file chosen again, also after a reload, goes on where it stopped. Gives its id once all of it is there. */
export function useRecordingUpload(studyId: string) {
  const { id: workspaceId } = useWorkspace()
  const begin = useBeginRecording()
  const keepShape = useKeepShape()
  const [current, set] = useState<State>({ state: 'idle' })
  const key = `recording.${studyId}`

  const begun = async (file: File, facts: Facts): Promise<string> => {
    const known = unfinished(key)
    if (known && isSame(file, known) && (await isArriving({ workspaceId, recordingId: known.recordingId })))
      return known.recordingId
    const body = { ...facts, name: file.name, size: file.size }
    const { recordingId } = await begin.mutateAsync({ path: { workspaceId, studyId }, body })
    const kept: Unfinished = { recordingId, name: file.name, size: file.size, modified: file.lastModified }
    store(key, JSON.stringify(kept))
    return recordingId
  }

  /** Loudness is found here, where the file is; without it the recording has no picture, and nothing else is missing. */
  const shape = async (file: File, recordingId: string) => {
    const { asBase64, soundShape } = await import('./sound-shape.ts')
    const found = await soundShape({ file })
    if (found === undefined) return
    const body = { durationMs: found.durationMs, peaks: asBase64(found.peaks) }
    await keepShape.mutateAsync({ path: { workspaceId, recordingId }, body })
  }

  const send = async (file: File, facts: Facts): Promise<string | undefined> => {
    const abort = new AbortController()
    const stop = () => {
      abort.abort()
      set({ state: 'idle' })
    }
    const show = (sent: number) => set({ state: 'sending', name: file.name, sent, total: file.size, stop })
    show(0)
    try {
      if (file.size === 0) throw new ProblemError({ id: 'file-empty', status: 422, title: '', detail: '' })
      const recordingId = await begun(file, facts)
      const { sendRecording } = await import('./send-recording.ts')
      const url = `/api/w/${workspaceId}/recordings/${recordingId}/bytes`
      await sendRecording({ url, file, onProgress: show, signal: abort.signal })
      store(key, null)
      set({ state: 'idle' })
      void shape(file, recordingId).catch(() => undefined)
      return recordingId
    } catch (error) {
      if (abort.signal.aborted) return undefined
      const problem = asProblem(error)
      // What the server no longer has, or will not have, is begun anew.
      if (problem.status === 404 || problem.status === 415) store(key, null)
      set({ state: 'failed', problem })
      return undefined
    }
  }
  return { current, send, unfinished: current.state === 'idle' ? unfinished(key) : null }
}

function unfinished(key: string): Unfinished | null {
  try {
    return Unfinished.nullable().parse(JSON.parse(stored(key) ?? 'null'))
  } catch {
    return null
  }
}

const isSame = (file: File, { name, size, modified }: Unfinished) =>
  file.name === name && file.size === size && file.lastModified === modified

async function isArriving(path: { workspaceId: string; recordingId: string }): Promise<boolean> {
  try {
    return (await api('GET /api/w/{workspaceId}/recordings/{recordingId}', { path })).state === 'arriving'
  } catch (error) {
    if (asProblem(error).status === 404) return false
    throw error
  }
}
