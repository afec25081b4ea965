import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BackedUpFile } from './manifest.ts'

/**
 * Copies large files into a backup, after the moment its databases show: a finished file never changes, and of one that still comes the databases
 * count only what was there. One that was deleted meanwhile is left out. Yields each as it is copied.
 */
export async function* saveLargeFiles(from: string, backup: string): AsyncGenerator<BackedUpFile> {
  for (const path of listFiles(from)) {
    const name = [path, path.replace(/\.part$/, '')].find((one) => existsSync(one))
    if (name === undefined) continue
    const file = `files/${relative(from, name)}`
    const copied = await copy(name, join(backup, file)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    })
    if (copied) yield { file, ...copied }
  }
}

/** Puts the large files of a backup, checked before, where they were. */
export async function restoreLargeFiles(given: {
  backup: string
  files: readonly BackedUpFile[]
  into: string
}): Promise<void> {
  for (const { file } of given.files)
    await copy(join(given.backup, file), join(given.into, relative('files', file)))
}

async function copy(from: string, to: string): Promise<{ bytes: number; sha256: string }> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await pipeline(createReadStream(from), counted, createWriteStream(to, { mode: 0o600, flush: true }))
  return { bytes, sha256: hash.digest('hex') }
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
