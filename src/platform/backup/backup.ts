import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import type { ClickHouse } from '../store/clickhouse.ts'
import { copyName } from '../store/postgres.ts'
import { sql, text, trusted, u64 } from '../store/sql.ts'
import { saveLargeFiles } from './large-file-copies.ts'
import {
  BackupProblem,
  hashSecret,
  manifestFile,
  secretFile,
  type BackedUpFile,
  type BackedUpTable,
  type Manifest,
} from './manifest.ts'
import { listTables, openRaw, readRows } from './postgres-tables.ts'
import { writeTableFile } from './table-file.ts'

export type MakeBackup = {
  /** A new or empty folder, absolute. */
  folder: string
  databaseUrl: string
  ch: ClickHouse
  secret: Buffer
  /** Folder of the large files; null: they lie in a bucket, and are not copied. */
  filesFolder: string | null
  version: string
  now: Date
  say: (line: string) => void
}

/**
 * Copies both engines into a folder while the program goes on. For the moment in which both snapshots are taken this program
 * writes nothing to ClickHouse, so the copy is a state that a crash at that moment could have left: everything acknowledged
 * before is in it, and what recovers from a crash recovers from a restore. Throws a {@link BackupProblem} that says what to do.
 */
export async function makeBackup(wish: MakeBackup): Promise<{ rows: number; bytes: number }> {
  openFolder(wish.folder)
  const client = openRaw(wish.databaseUrl)
  const prefix = `backup_${randomBytes(4).toString('hex')}_`
  try {
    await client.connect()
    await refuseOtherCopies(client)
    await dropCopies(wish.ch)
    const taken = await takeSnapshots(wish, client, prefix)
    const tables = [
      ...(await savePostgres(wish, client)),
      ...(await saveClickHouse(wish, { prefix, names: taken.names })),
    ]
    const files = await saveFiles(wish)
    const manifest = { ...taken.state, tables, files, secretHash: hashSecret(wish.secret) }
    return finish(wish, manifest)
  } catch (error) {
    for (const name of readdirSync(wish.folder)) rmSync(join(wish.folder, name), { recursive: true })
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
      throw new BackupProblem(
        `There is not enough room for the backup in ${wish.folder}; what was written is removed.`,
      )
    throw error
  } finally {
    await dropCopies(wish.ch).catch(() => undefined)
    await client.end().catch(() => undefined)
  }
}

/**
 * Another copy would go on writing to ClickHouse between the two snapshots, and no order of them helps: rows of people whose numbers are
 * given out again after a restore, or imports that are done without their facts.
 */
async function refuseOtherCopies(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database()
     and application_name like 'samtale copy %' and application_name <> $1 limit 1`,
    [copyName],
  )
  if (rows.length > 0)
    throw new BackupProblem(
      'Another copy of Samtale writes to the same servers, so this copy cannot take one moment of both. Stop the others until the backup is made.',
    )
}

function openFolder(folder: string): void {
  if (!isAbsolute(folder)) throw new BackupProblem(`The folder has to be a whole path: ${folder}`)
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new BackupProblem(`${folder} is not a folder. Give a new one.`)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new BackupProblem(
      `${folder} is not empty. Give a new folder, so that no older backup is overwritten.`,
    )
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const engine of ['postgres', 'clickhouse']) mkdirSync(join(folder, engine), { mode: 0o700 })
}

async function saveFiles({ filesFolder, folder, say }: MakeBackup): Promise<BackedUpFile[]> {
  if (filesFolder === null) {
    say('Recordings lie in a bucket and are not copied')
    return []
  }
  const files: BackedUpFile[] = []
  for await (const file of saveLargeFiles(filesFolder, folder)) files.push(file)
  if (files.length > 0) say(`Recordings: ${files.length}`)
  return files
}

type State = Omit<Manifest, 'tables' | 'files' | 'secretHash'>

async function takeSnapshots(
  { ch, version, now }: MakeBackup,
  client: pg.Client,
  prefix: string,
): Promise<{ names: string[]; state: State }> {
  const names = await listClickHouse(ch)
  return ch.whileQuiet(async (command) => {
    await client.query('begin isolation level repeatable read read only')
    const state = await readState(client, { version, now })
    for (const name of names) {
      await command(trusted(`CREATE TABLE ${prefix}${name} CLONE AS ${name}`))
      // The rows are read by part and place, which merging would change.
      await command(trusted(`SYSTEM STOP MERGES ${prefix}${name}`))
    }
    return { names, state }
  })
}

async function readState(
  client: pg.Client,
  { version, now }: { version: string; now: Date },
): Promise<State> {
  const migrations = await client.query<{ name: string }>('select name from migrations order by name')
  const sequences = await client.query<{ schema: string; name: string; value: string }>(
    `select schemaname as schema, sequencename as name, last_value::text as value from pg_sequences
     where schemaname in ('public', 'jobs') and last_value is not null`,
  )
  return {
    format: 1,
    madeAt: now.toISOString(),
    version,
    migrations: migrations.rows.map((row) => row.name),
    jobs: await jobsVersion(client),
    sequences: sequences.rows,
  }
}

/** Version of the job engine's tables; null where they are not there yet. */
export async function jobsVersion(client: pg.Client): Promise<number | null> {
  const there = await client.query<{ found: string | null }>(
    `select to_regclass('jobs.version')::text as found`,
  )
  if (typeof there.rows[0]?.found !== 'string') return null
  const found = await client.query<{ version: number }>('select version from jobs.version')
  return found.rows[0]?.version ?? null
}

async function savePostgres({ folder, say }: MakeBackup, client: pg.Client): Promise<BackedUpTable[]> {
  const saved: BackedUpTable[] = []
  for (const table of await listTables(client)) {
    const { schema, name, columns } = table
    const file = `postgres/${schema}.${name}.jsonl.gz`
    const written = await saveLines(join(folder, file), readRows(client, table))
    saved.push({ engine: 'postgres', schema, name, columns, file, ...written })
  }
  await client.query('commit')
  say(`PostgreSQL: ${count(saved)} rows`)
  return saved
}

async function saveClickHouse(
  { ch, folder, say }: MakeBackup,
  { prefix, names }: { prefix: string; names: string[] },
): Promise<BackedUpTable[]> {
  const saved: BackedUpTable[] = []
  for (const name of names) {
    const file = `clickhouse/${name}.jsonl.gz`
    const written = await saveLines(join(folder, file), readParts(ch, `${prefix}${name}`))
    saved.push({ engine: 'clickhouse', schema: '', name, columns: [], file, ...written })
    say(`ClickHouse: ${name}, ${written.rows.toLocaleString('en')} rows`)
  }
  return saved
}

async function saveLines(path: string, pages: AsyncIterable<Buffer>) {
  const file = writeTableFile(path)
  try {
    for await (const page of pages) await file.write(page)
    return await file.end()
  } catch (error) {
    file.abandon()
    throw error
  }
}

const pageRows = 50_000

/** A table's rows a page at a time, each page out of one part, so that memory stays flat however large the table is. */
async function* readParts(ch: ClickHouse, table: string): AsyncIterable<Buffer> {
  const parts = await ch.query(
    sql`SELECT name, toUInt64(rows) AS rows FROM system.parts
      WHERE active AND database = currentDatabase() AND table = ${text(table)} ORDER BY name`,
    z.object({ name: z.string(), rows: z.number() }),
  )
  for (const part of parts)
    for (let from = 0; from < part.rows; from += pageRows)
      yield await ch.readLines(
        sql`SELECT * FROM ${trusted(table)} WHERE _part = ${text(part.name)}
          AND _part_offset >= ${u64(from)} AND _part_offset < ${u64(from + pageRows)}`,
      )
}

/** The tables that hold rows; views are made by migrations. */
export async function listClickHouse(ch: ClickHouse): Promise<string[]> {
  const rows = await ch.query(
    sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'
      AND name NOT LIKE 'backup\\_%' ORDER BY name`,
    z.object({ name: z.string() }),
  )
  return rows.map((row) => row.name)
}

/** Also those that a backup left behind when the program was killed under it. */
async function dropCopies(ch: ClickHouse): Promise<void> {
  const rows = await ch.query(
    sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND match(name, '^backup_[0-9a-f]{8}_')`,
    z.object({ name: z.string() }),
  )
  for (const { name } of rows) await ch.command(trusted(`DROP TABLE IF EXISTS ${name} SYNC`))
}

function finish({ folder, secret }: MakeBackup, manifest: Manifest): { rows: number; bytes: number } {
  writeFileSync(join(folder, secretFile), secret.toString('hex'), { mode: 0o600, flush: true })
  const file = join(folder, manifestFile)
  writeFileSync(`${file}.new`, JSON.stringify(manifest, null, 1), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  const bytes = [...manifest.tables, ...manifest.files].reduce((sum, kept) => sum + kept.bytes, 0)
  return { rows: count(manifest.tables), bytes }
}

function count(tables: readonly BackedUpTable[]): number {
  return tables.reduce((sum, table) => sum + table.rows, 0)
}
