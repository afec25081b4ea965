import type { PreviewAskedFor } from './conversations-data.ts'

export type MaterialSent = PreviewAskedFor['material']

/** As the server's own limit: forty hours of talk are 2 MB. */
export const largestFile = 32 * 1024 * 1024

/** A file's bytes as they are sent in JSON. */
export async function materialOf(file: File): Promise<MaterialSent> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  // A call takes some 60,000 arguments at most; 3 bytes are 4 letters, so pieces of 3n join without padding between.
  for (let at = 0; at < bytes.length; at += 30_000)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 30_000))))
  return { how: 'file', name: file.name, base64: pieces.join('') }
}
