import { inflateRawSync } from 'node:zlib'

/** A file of which any part can be read. */
export type RandomBytes = { size: number; read: (from: number, until: number) => Promise<Uint8Array> }

/** One file in an archive, as its directory tells. `path` has forward slashes. */
export type ArchiveEntry = { path: string; size: number } & Placed

/** The files of a ZIP archive, or why there are none. */
type Archive = { state: 'read'; entries: ArchiveEntry[] } | { state: 'not-zip' | 'damaged' }

/** What one file unpacks to, or why not. */
export type Unpacked = { state: 'read'; bytes: Uint8Array } | { state: 'damaged' | 'too-large' | 'encrypted' }

type Placed = { at: number; packed: number; method: number; flags: number }

/** The directory of a real project has some thousand files; one larger than this is a trap. */
const largestDirectory = 32 << 20

/**
 * Lists the files of a ZIP archive by its directory (APPNOTE 6.3, §4.3), reading nothing else of it: a project with 2 GB of video costs what
 * its directory costs. Paths are never used to write anywhere.
 */
export async function listArchive(file: RandomBytes): Promise<Archive> {
  const head = await file.read(0, Math.min(4, file.size))
  if (head[0] !== 0x50 || head[1] !== 0x4b) return { state: 'not-zip' }
  const tailFrom = Math.max(0, file.size - 65_557)
  const tail = viewOf(await file.read(tailFrom, file.size))
  const end = findEnd(tail)
  if (end === undefined) return { state: 'damaged' }
  const { from, length } = (await largeDirectory(file, { tail, end })) ?? {
    length: tail.getUint32(end + 12, true),
    from: tail.getUint32(end + 16, true),
  }
  if (from + length > tailFrom + end || length > largestDirectory) return { state: 'damaged' }
  const entries = readDirectory(viewOf(await file.read(from, from + length)))
  return entries === undefined ? { state: 'damaged' } : { state: 'read', entries }
}

/** Unpacks one file, up to `most` bytes: it stops there, whatever the directory promised. */
export async function unpack(
  file: RandomBytes,
  { entry, most }: { entry: ArchiveEntry; most: number },
): Promise<Unpacked> {
  if ((entry.flags & 1) !== 0) return { state: 'encrypted' }
  if (entry.size > most || entry.packed > most) return { state: 'too-large' }
  if (entry.at + 30 > file.size) return { state: 'damaged' }
  const head = viewOf(await file.read(entry.at, entry.at + 30))
  if (head.getUint32(0, true) !== 0x04034b50) return { state: 'damaged' }
  const from = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  if (from + entry.packed > file.size) return { state: 'damaged' }
  const packed = await file.read(from, from + entry.packed)
  if (entry.method === 0) return { state: 'read', bytes: packed }
  if (entry.method !== 8) return { state: 'damaged' }
  try {
    return { state: 'read', bytes: inflateRawSync(packed, { maxOutputLength: most }) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return { state: code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged' }
  }
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(tail: DataView): number | undefined {
  for (let at = tail.byteLength - 22; at >= 0; at--) if (tail.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

/** Where the directory of an archive over 4 GB lies, or one whose writer took no chances (ZIP64, §4.3.14 and 15). */
async function largeDirectory(
  file: RandomBytes,
  { tail, end }: { tail: DataView; end: number },
): Promise<{ from: number; length: number } | undefined> {
  const locator = end - 20
  if (locator < 0 || tail.getUint32(locator, true) !== 0x07064b50) return undefined
  const at = large(tail, locator + 8)
  if (at + 56 > file.size) return undefined
  const record = viewOf(await file.read(at, at + 56))
  if (record.byteLength < 56 || record.getUint32(0, true) !== 0x06064b50) return undefined
  return { length: large(record, 40), from: large(record, 48) }
}

/** A number of 64 bits; beyond 2^53 it lies outside of any file. */
function large(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
}

const inExtra = 0xffffffff

/** Sizes and place of an entry: those that do not fit 32 bits stand in its extra field 1, in this order (§4.5.3). */
function measures(view: DataView, at: number): { size: number; packed: number; at: number } {
  const [size, packed, place] = [24, 20, 42].map((offset) => view.getUint32(at + offset, true))
  const from = at + 46 + view.getUint16(at + 28, true)
  const until = from + view.getUint16(at + 30, true)
  const found: number[] = []
  for (let field = from; field + 4 <= until;) {
    const next = field + 4 + view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1)
      for (let value = field + 4; value + 8 <= Math.min(next, until); value += 8)
        found.push(large(view, value))
    field = next
  }
  const whole = (given: number | undefined) => (given === inExtra ? (found.shift() ?? inExtra) : (given ?? 0))
  return { size: whole(size), packed: whole(packed), at: whole(place) }
}

function readDirectory(view: DataView): ArchiveEntry[] | undefined {
  const entries: ArchiveEntry[] = []
  for (let at = 0; at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50;) {
    const name = view.getUint16(at + 28, true)
    const next = at + 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > view.byteLength) return undefined
    const path = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, name))
    entries.push({
      path: path.replaceAll('\\', '/'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      ...measures(view, at),
    })
    at = next
  }
  return entries
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
