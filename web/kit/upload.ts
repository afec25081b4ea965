import { reach } from './api.ts'
import { ProblemError, problemOf } from './problem.ts'

export type Upload = {
  /** Where the server keeps it: `GET` answers `{ received }`, `PUT` with `upload-offset` takes the bytes from there on. */
  to: string
  file: Blob
  chunkBytes?: number
  onProgress?: (sent: { received: number; total: number }) => void
  signal?: AbortSignal
  /** Waits before trying again; tests pass one that does not. */
  wait?: (milliseconds: number) => Promise<void>
}

/**
 * Sends a file in chunks (4 MiB), going on where the server says it stopped: after a broken connection, or when the same file
 * is chosen again tomorrow. A chunk is tried six times over about half a minute, then ProblemError `network`. Refusals throw at once.
 */
export async function upload(job: Upload): Promise<void> {
  const { file, chunkBytes = 4 * 1024 * 1024, onProgress, wait = pause } = job
  let received = await receivedSoFar(job)
  onProgress?.({ received, total: file.size })
  let failures = 0
  while (received < file.size) {
    try {
      received = await sendChunk(job, { from: received, until: Math.min(received + chunkBytes, file.size) })
      failures = 0
    } catch (error) {
      if (!(error instanceof ProblemError) || !mayPass(error) || ++failures > 5) throw error
      await wait(2 ** failures * 500)
      received = await receivedSoFar(job).catch(() => received)
    }
    onProgress?.({ received, total: file.size })
  }
}

async function sendChunk(job: Upload, { from, until }: { from: number; until: number }): Promise<number> {
  const response = await reach(job.to, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'x-samtale': '1', 'content-type': 'application/octet-stream', 'upload-offset': String(from) },
    body: job.file.slice(from, until),
    ...(job.signal ? { signal: job.signal } : {}),
  })
  if (!response.ok) throw await problemOf(response)
  return readReceived(response)
}

async function receivedSoFar(job: Upload): Promise<number> {
  const response = await reach(job.to, {
    headers: { 'x-samtale': '1' },
    credentials: 'same-origin',
    ...(job.signal ? { signal: job.signal } : {}),
  })
  if (!response.ok) throw await problemOf(response)
  return readReceived(response)
}

async function readReceived(response: Response): Promise<number> {
  const body: unknown = await response.json()
  if (typeof body === 'object' && body !== null && 'received' in body && typeof body.received === 'number')
    return body.received
  throw new ProblemError({
    id: 'unexpected',
    status: response.status,
    title: '',
    detail: 'upload answered without received',
  })
}

/** The network, a busy or restarting server, or a chunk another attempt had already delivered (409). */
const mayPass = (problem: ProblemError) =>
  problem.id === 'network' || problem.status >= 500 || problem.status === 409

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
