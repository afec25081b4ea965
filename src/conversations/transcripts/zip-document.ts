import { unzipSync } from 'fflate'

/** The largest part of a document, unpacked. A day of talk is 2 MB of it; more is a trap. */
export const largestDocument = 64 * 1024 * 1024

/** Parts of a packed document by name, and the names of all that lies in it; or why it cannot be opened. */
export type ZipDocument =
  | { state: 'open'; names: readonly string[]; parts: ReadonlyMap<string, string> }
  | { state: 'broken' | 'too-large' }

/**
 * Unpacks the parts of a document that are asked for, as text, up to `largestDocument` together. Nothing is written
 * anywhere, so a name that climbs out of its folder is only a name. Some programs write names with backslashes.
 */
export function unzipParts(bytes: Uint8Array, isWanted: (name: string) => boolean): ZipDocument {
  const names: string[] = []
  let size = 0
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name: written, originalSize }) => {
        const name = written.replaceAll('\\', '/')
        names.push(name)
        if (!isWanted(name)) return false
        size += originalSize
        return size <= largestDocument
      },
    })
  } catch {
    return { state: 'broken' }
  }
  if (size > largestDocument) return { state: 'too-large' }
  const parts = new Map(
    Object.entries(files).map(([name, part]) => [name.replaceAll('\\', '/'), xmlText(part)]),
  )
  return { state: 'open', names, parts }
}

/** XML as text: its byte order mark decides, else UTF-8. */
function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}
