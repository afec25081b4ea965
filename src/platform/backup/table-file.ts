import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { constants, createGunzip, createGzip } from 'node:zlib'

/** A file of lines while it is written. `end` resolves once it is on disk, with what a manifest says of it. */
export type TableFile = {
  write(lines: Buffer): Promise<void>
  end(): Promise<{ rows: number; bytes: number; sha256: string }>
  /** Gives up, leaving a partial file. */
  abandon(): void
}

/** Opens a new gzip file only its owner can read. Lines given to it end with a newline. */
export function writeTableFile(path: string): TableFile {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED })
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  const hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  gzip.on('data', (chunk: Buffer) => {
    hash.update(chunk)
    bytes += chunk.length
  })
  gzip.pipe(file)
  const done = finished(file)
  // Awaited in end(); until then a full disk must not end the program.
  done.catch(() => gzip.destroy())
  return {
    write: async (lines) => {
      for (const byte of lines) if (byte === 10) rows += 1
      if (!gzip.write(lines)) await Promise.race([once(gzip, 'drain'), done])
    },
    end: async () => {
      gzip.end()
      await done
      return { rows, bytes, sha256: hash.digest('hex') }
    },
    abandon: () => {
      gzip.destroy()
      file.destroy()
    },
  }
}

/** The lines of such a file in groups of at most so many characters (at least one line each). */
export async function* readTableFile(path: string, atMost = 4_000_000): AsyncIterable<string[]> {
  const lines = createInterface({
    input: createReadStream(path).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let group: string[] = []
  let size = 0
  for await (const line of lines) {
    group.push(line)
    size += line.length
    if (size < atMost) continue
    yield group
    group = []
    size = 0
  }
  if (group.length > 0) yield group
}
