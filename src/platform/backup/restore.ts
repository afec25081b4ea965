import { join } from 'node:path'
import type pg from 'pg'
import type { Logger } from 'pino'
import { z } from 'zod'
import { makeJobs } from '../jobs/jobs.ts'
import type { ClickHouse } from '../store/clickhouse.ts'
import {
  listMigrations,
  migrate,
  migrateClickHouse,
  migrationsTable,
  type Migration,
} from '../store/migrations.ts'
import { openPostgres } from '../store/postgres.ts'
import { sql, trusted } from '../store/sql.ts'
import { jobsVersion, listClickHouse } from './backup.ts'
import { BackupProblem, type BackedUpTable, type Manifest } from './manifest.ts'
import { fullName, listTables, loosen, openRaw, quoted, writeRows } from './postgres-tables.ts'
import { readTableFile } from './table-file.ts'

export type Restore = {
  folder: string
  manifest: Manifest
  databaseUrl: string
  ch: ClickHouse
  log: Logger
  say: (line: string) => void
}

/**
 * Fills a new installation from a backup that `readBackup` checked. ClickHouse first, PostgreSQL last and in one transaction:
 * cut off in the middle, the installation is still new and the restore can be run again. Throws a {@link BackupProblem} where
 * there is a workspace already, or where the backup comes from a newer version.
 */
export async function restoreBackup(restore: Restore): Promise<void> {
  const { manifest, databaseUrl, ch, say } = restore
  const migrations = knownMigrations(manifest)
  const client = openRaw(databaseUrl)
  await client.connect()
  try {
    await refuseUnlessNew(client)
    await restoreClickHouse(restore, migrations)
    say('ClickHouse is restored')
    await restorePostgres(restore, client, migrations)
  } finally {
    await client.end()
  }
  const pg = openPostgres({ url: databaseUrl, max: 2 })
  try {
    await migrate(pg, ch)
  } finally {
    await pg.destroy()
  }
  say('PostgreSQL is restored')
}

function knownMigrations(manifest: Manifest): Migration[] {
  const all = listMigrations()
  const names = new Set(all.map((migration) => migration.name))
  const unknown = manifest.migrations.find((name) => !names.has(name))
  if (unknown !== undefined)
    throw new BackupProblem(
      `The backup was made by a newer Samtale (${manifest.version}), which knows ${unknown}. Restore it with that version.`,
    )
  // Both engines migrate under one lock, so what PostgreSQL had tells how far ClickHouse was.
  const newest = manifest.migrations.toSorted().at(-1) ?? ''
  const applied = new Set(manifest.migrations)
  return all.filter(({ engine, name }) =>
    engine === 'pg' ? applied.has(name) : name <= newest || applied.has(name),
  )
}

async function refuseUnlessNew(client: pg.Client): Promise<void> {
  const there = await client.query<{ found: string | null }>(
    `select to_regclass('public.workspaces')::text as found`,
  )
  if (typeof there.rows[0]?.found !== 'string') return
  const { rows } = await client.query<{ n: string }>('select count(*)::text as n from workspaces')
  if (rows[0]?.n !== '0')
    throw new BackupProblem(
      'This installation has a workspace already, and a restore would replace it. Restore into a new data folder (SAMTALE_DATA) or new databases.',
    )
}

async function restoreClickHouse({ ch, manifest, folder }: Restore, migrations: Migration[]): Promise<void> {
  const views = await listViews(ch)
  for (const name of [...views, ...(await listClickHouse(ch))])
    await ch.command(trusted(`DROP TABLE IF EXISTS ${name} SYNC`))
  await migrateClickHouse(ch, migrations)
  // A view would fill its table a second time.
  const feeding = await listViews(ch)
  for (const name of feeding) await ch.command(trusted(`DETACH TABLE ${name}`))
  try {
    for (const table of manifest.tables.filter(isData('clickhouse')))
      for await (const lines of readTableFile(join(folder, table.file), 16_000_000))
        await ch.insertLines(table.name, lines)
  } finally {
    for (const name of feeding) await ch.command(trusted(`ATTACH TABLE ${name}`))
  }
}

/** Which migrations there were is written by the migrations themselves. */
const isData = (engine: BackedUpTable['engine']) => (table: BackedUpTable) =>
  table.engine === engine && table.name !== 'migrations'

async function restorePostgres(
  { manifest, folder, databaseUrl, log, say }: Restore,
  client: pg.Client,
  migrations: Migration[],
): Promise<void> {
  await client.query('drop schema if exists jobs cascade')
  const jobs = makeJobs({ url: databaseUrl, log })
  await jobs.start()
  await jobs.stop()
  const jobsFit = (await jobsVersion(client)) === manifest.jobs
  if (!jobsFit && manifest.jobs !== null)
    say('Work that was waiting is not restored: the job engine is another version')
  await client.query('begin')
  await client.query('drop schema public cascade; create schema public')
  await migrateInside(client, migrations)
  const present = await listTables(client)
  const tighten = await loosen(client, present)
  for (const table of present.filter(
    ({ schema, name }) => name !== 'migrations' && name !== 'version' && (schema === 'public' || jobsFit),
  ))
    await client.query(`delete from ${fullName(table)}`)
  const wanted = manifest.tables.filter(isData('postgres'))
  for (const table of wanted.filter(
    ({ schema, name }) => schema === 'public' || (jobsFit && name !== 'version'),
  ))
    for await (const lines of readTableFile(join(folder, table.file))) await writeRows(client, table, lines)
  await tighten()
  for (const { schema, name, value } of manifest.sequences.filter(
    (one) => one.schema === 'public' || jobsFit,
  ))
    await client.query('select setval($1::regclass, $2::bigint)', [
      `${quoted(schema)}.${quoted(name)}`,
      value,
    ])
  await client.query('commit')
}

async function migrateInside(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(migrationsTable)
  for (const { name, statements } of migrations.filter(({ engine }) => engine === 'pg')) {
    await client.query(statements)
    await client.query('insert into migrations (name) values ($1)', [name])
  }
}

async function listViews(ch: ClickHouse): Promise<string[]> {
  const rows = await ch.query(
    sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND engine = 'MaterializedView'`,
    z.object({ name: z.string() }),
  )
  return rows.map((row) => row.name)
}
