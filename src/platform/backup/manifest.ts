import { createHash, type Hash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const Table = z.object({
  engine: z.enum(['postgres', 'clickhouse']),
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
  /** Inside the backup's folder: lines of JSON, gzip. */
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
})

const LargeFile = z.object({
  /** Inside the backup's folder. */
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
})
export type BackedUpFile = z.infer<typeof LargeFile>

/** What a backup holds; written last, so that a folder without it is no backup. */
export const Manifest = z.object({
  format: z.literal(1),
  /** When the state in it was. */
  madeAt: z.string(),
  version: z.string(),
  /** Names of the migrations of both engines at that moment. */
  migrations: z.array(z.string()),
  /** Version of the job engine's own tables. */
  jobs: z.number().nullable(),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string() })),
  /** Hash of the installation's secret, without which pseudonyms and suppressions would not fit the data. */
  secretHash: z.string(),
  tables: z.array(Table),
  /** Recordings, where they lie in the data folder. */
  files: z.array(LargeFile).default([]),
})
export type Manifest = z.infer<typeof Manifest>
export type BackedUpTable = z.infer<typeof Table>

export const manifestFile = 'manifest.json'
export const secretFile = 'secret'

/** Something the person at the keyboard can mend; its message says how. */
export class BackupProblem extends Error {}

export function hashSecret(secret: Buffer): string {
  return createHash('sha256').update('samtale secret').update(secret).digest('hex')
}

/** Reads a backup's manifest and checks every file against it. Throws a {@link BackupProblem} that says what is wrong. */
export async function readBackup(folder: string): Promise<Manifest> {
  if (!existsSync(folder)) throw new BackupProblem(`There is no folder ${folder}.`)
  const file = join(folder, manifestFile)
  if (!existsSync(file))
    throw new BackupProblem(
      `${folder} holds no complete backup: ${manifestFile} is missing, which is written last.`,
    )
  const manifest = Manifest.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (!manifest.success)
    throw new BackupProblem(`${file} is not as this version of Samtale writes it; use a newer one.`)
  for (const kept of [...manifest.data.tables, ...manifest.data.files]) {
    const path = join(folder, kept.file)
    const right =
      existsSync(path) && statSync(path).size === kept.bytes && (await hashFile(path)) === kept.sha256
    if (!right)
      throw new BackupProblem(`${path} is missing or not as it was written. Use another copy of the backup.`)
  }
  return manifest.data
}

async function hashFile(path: string): Promise<string> {
  const hash: Hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
