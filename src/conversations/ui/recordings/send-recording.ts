import { DefaultHttpStack, Upload, type FileReader, type HttpRequest } from 'tus-js-client'
import { pieceSize } from '../../recordings/recording.schema.ts'
import { ProblemError } from '../../../../web/kit/index.ts'

export type Sending = {
  /** Where its bytes go. */
  url: string
  file: File
  onProgress: (sent: number) => void
  signal: AbortSignal
}

/**
 * Sends a recording by tus in pieces of 8 MiB, each with its SHA-256, going on where the server says it stopped. A connection that breaks is waited
 * for; throws ProblemError with what the server refused.
 */
export function sendRecording({ url, file, onProgress, signal }: Sending): Promise<void> {
  const digests = new Map<number, string>()
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      uploadUrl: url,
      chunkSize: pieceSize,
      headers: { 'x-samtale': '1' },
      retryDelays: [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000],
      fileReader: digestingReader(digests),
      httpStack: new DefaultHttpStack({}),
      storeFingerprintForResuming: false,
      onBeforeRequest: (request) => addChecksum(request, digests),
      onProgress: (sent) => onProgress(sent),
      onShouldRetry: ({ originalResponse }) => {
        const status = originalResponse?.getStatus() ?? 0
        return (
          status === 0 ||
          status === 409 ||
          status === 423 ||
          status === 429 ||
          status === 460 ||
          status === 503
        )
      },
      onSuccess: () => resolve(),
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse : null
        reject(problemFrom(answer?.getStatus() ?? 0, answer?.getBody() ?? ''))
      },
    })
    signal.addEventListener('abort', () => {
      void upload.abort()
      reject(new DOMException('stopped', 'AbortError'))
    })
    upload.start()
  })
}

function addChecksum(request: HttpRequest, digests: ReadonlyMap<number, string>): void {
  if (request.getMethod() !== 'PATCH') return
  const digest = digests.get(Number(request.getHeader('Upload-Offset') ?? 'none'))
  if (digest !== undefined) request.setHeader('Upload-Checksum', `sha256 ${digest}`)
}

/** Reads a file piece by piece, and the checksum of each piece with it. */
function digestingReader(digests: Map<number, string>): FileReader {
  return {
    openFile: async (file) => {
      if (!(file instanceof Blob)) throw new TypeError('a recording is a file')
      return {
        size: file.size,
        slice: async (from, until) => {
          const end = Math.min(until, file.size)
          const value = file.slice(from, end)
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await value.arrayBuffer()))
          digests.set(from, btoa(String.fromCharCode(...digest)))
          return { value, size: end - from, done: end >= file.size }
        },
        close: () => undefined,
      }
    },
  }
}

function problemFrom(status: number, body: string): ProblemError {
  try {
    const said: unknown = JSON.parse(body)
    if (typeof said === 'object' && said !== null && 'id' in said && typeof said.id === 'string')
      return new ProblemError({ id: said.id, status, title: '', detail: '' })
  } catch {
    // No problem of ours: the connection, or something between.
  }
  return new ProblemError({ id: 'network', status, title: '', detail: '' })
}
