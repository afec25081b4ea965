import { gunzipSync } from 'node:zlib'
import { parseExactly } from './json-exact.ts'

/** Largest body of a collection call, in bytes, unpacked (Segment's limit for a batch). */
export const largestBody = 500_000

export type ReadBody =
  | { state: 'read'; value: unknown }
  | { state: 'refused'; id: 'too-large' | 'not-json' | 'empty'; detail: string }

/** Reads a collection call's body: JSON whatever its content type says, plain or gzip, at most 500 KB. */
export async function readBody(request: Request): Promise<ReadBody> {
  const bytes = await readBytes(request)
  if (bytes === undefined)
    return {
      state: 'refused',
      id: 'too-large',
      detail: 'A batch may hold at most 500 KB. Send smaller batches.',
    }
  if (bytes.length === 0) return { state: 'refused', id: 'empty', detail: 'The body is empty; send JSON.' }
  const plain = unpack(bytes)
  if (plain === undefined)
    return {
      state: 'refused',
      id: 'too-large',
      detail: 'The body unpacks to more than 500 KB or is no gzip.',
    }
  try {
    // Strict: bytes that are no UTF-8 are no JSON.
    return { state: 'read', value: parseExactly(decoder.decode(plain)) }
  } catch {
    return { state: 'refused', id: 'not-json', detail: 'The body is not valid JSON.' }
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

async function readBytes(request: Request): Promise<Buffer | undefined> {
  const told = Number(request.headers.get('content-length') ?? Number.NaN)
  if (told > largestBody) return undefined
  // No more than was told is ever read, and reading at once costs far less than a stream.
  if (told >= 0) {
    const bytes = Buffer.from(await request.arrayBuffer())
    return bytes.length > largestBody ? undefined : bytes
  }
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.length
    if (size > largestBody) return undefined
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0]
    ? Buffer.from(chunks[0].buffer, chunks[0].byteOffset, chunks[0].byteLength)
    : Buffer.concat(chunks)
}

function unpack(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: largestBody })
  } catch {
    return undefined
  }
}
