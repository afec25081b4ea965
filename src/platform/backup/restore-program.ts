/**
 * Restores on a stopped installation: `restore-program.ts BACKUP`, with the environment of the program (SAMTALE_DATA, DATABASE_URL,
 * CLICKHOUSE_URL). Takes the data folder's lock, so that no program runs on it meanwhile, and starts the embedded engines itself.
 */
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pino from 'pino'
import { startPostgres } from '../engines/embedded-postgres.ts'
import { lockFolder } from '../engines/folder-lock.ts'
import { largeFilesFolder } from '../large-files/from-settings.ts'
import { openEmbeddedClickHouse, openExternalClickHouse } from '../store/clickhouse.ts'
import { restoreLargeFiles } from './large-file-copies.ts'
import { BackupProblem, hashSecret, readBackup, secretFile, type Manifest } from './manifest.ts'
import { restoreBackup } from './restore.ts'

const env = process.env
const folder = resolve(process.argv[2] ?? '')
const say = (line: string) => console.error(line)

try {
  await run()
} catch (error) {
  if (!(error instanceof BackupProblem)) throw error
  say(error.message)
  process.exit(1)
}
process.exit(0)

async function run(): Promise<void> {
  const manifest = await readBackup(folder)
  say(`The backup is whole: ${manifest.madeAt}, version ${manifest.version}`)
  const asked = resolve(env['SAMTALE_DATA'] || 'data')
  mkdirSync(asked, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const data = realpathSync(asked)
  mkdirSync(join(data, 'clickhouse'), { recursive: true, mode: 0o700 })
  const lock = lockFolder(data)
  if (lock.state === 'held')
    throw new BackupProblem(
      `Samtale runs on ${data}. Stop it first, or restore into another folder (SAMTALE_DATA).`,
    )
  try {
    const secret = readSecret(manifest)
    // Files without a row are harmless; rows without a file are not.
    await restoreLargeFiles({ backup: folder, files: manifest.files, into: largeFilesFolder(data) })
    await fillEngines({ data, manifest })
    // Last: without it the installation is still new.
    if (env['SAMTALE_SECRET'] === undefined) writeFileSync(join(data, 'secret'), secret, { mode: 0o600 })
  } finally {
    lock.release()
  }
}

async function fillEngines({ data, manifest }: { data: string; manifest: Manifest }): Promise<void> {
  const url = env['DATABASE_URL']
  const server = url ? undefined : await startPostgres({ folder: join(data, 'postgres'), say })
  try {
    const clickhouseUrl = env['CLICKHOUSE_URL']
    const ch = clickhouseUrl
      ? openExternalClickHouse({ url: clickhouseUrl })
      : openEmbeddedClickHouse({ path: join(data, 'clickhouse'), readers: 1 })
    const log = pino({ base: null, level: env['LOG_LEVEL'] ?? 'error' })
    const databaseUrl = url || (server?.url ?? '')
    try {
      await restoreBackup({ folder, manifest, databaseUrl, ch, log, say })
    } finally {
      await ch.close()
    }
  } finally {
    await server?.stop()
  }
}

/** The backup's secret; where copies share one by SAMTALE_SECRET, that has to be the same. */
function readSecret(manifest: Manifest): string {
  const given = env['SAMTALE_SECRET']
  if (given !== undefined) {
    if (hashSecret(Buffer.from(given, 'utf8')) === manifest.secretHash) return given
    throw new BackupProblem(
      'SAMTALE_SECRET is not the one the backup was made with; links and pseudonyms would break.',
    )
  }
  const file = join(folder, secretFile)
  const secret = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (hashSecret(Buffer.from(secret, 'hex')) === manifest.secretHash) return secret
  throw new BackupProblem(`${file} is missing or not the one the backup was made with.`)
}
