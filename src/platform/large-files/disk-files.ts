import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, statfs, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from '../http/problem.ts'
import { pieceBytes, type LargeFiles } from './large-files.ts'

/** Bytes left free for the engines when a file is let in. */
const reserve = 200 * 1024 * 1024

/** Files in a folder that only the owner of the process can read; what still comes has the ending `.part`. */
export function openDiskFiles(folder: string): LargeFiles {
  const place = (key: string) => join(folder, checked(key))
  return {
    kind: 'disk',
    begin: async ({ key, size }) => {
      await mkdir(dirname(place(key)), { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(dirname(place(key)))
      if (bavail * bsize < size + reserve) throw diskFull()
      return ''
    },
    putPiece: async ({ key, number, bytes }) => {
      await writePiece(`${place(key)}.part`, { at: (number - 1) * pieceBytes, bytes })
      return ''
    },
    finish: async ({ key }) => {
      // Finished a moment before the program was ended: then it has its name already.
      await rename(`${place(key)}.part`, place(key)).catch(ignoreMissing)
    },
    read: (key, { from, until }) => createReadStream(place(key), { start: from, end: until - 1 }),
    remove: async ({ key }) => {
      await rm(place(key), { force: true })
      await rm(`${place(key)}.part`, { force: true })
    },
  }
}

async function writePiece(path: string, { at, bytes }: { at: number; bytes: Uint8Array }): Promise<void> {
  const file = await openForWriting(path)
  try {
    for (let written = 0; written < bytes.length;) {
      const some = await file.write(bytes, written, bytes.length - written, at + written)
      written += some.bytesWritten
    }
    await file.datasync()
  } catch (error) {
    // Nothing half: what follows the last whole piece would only take room.
    await file.truncate(at).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}

async function openForWriting(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+', 0o600)
  } catch (error) {
    if (!isMissing(error)) throw error
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return open(path, 'w+', 0o600)
  }
}

function checked(key: string): string {
  if (/^[\da-f-]{36}(?:\/[\da-f-]{36})*$/.test(key)) return key
  throw new TypeError('a key is made of ids')
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}

const diskFull = () =>
  new Problem({
    id: 'disk-full',
    status: 507,
    detail: 'The disk is full. Nothing was lost; make room and try again.',
  })
