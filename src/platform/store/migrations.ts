import { sql as pgSql } from 'kysely'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { ClickHouse } from './clickhouse.ts'
import type { Postgres, PostgresTransaction } from './postgres.ts'
import { sql, text, trusted } from './sql.ts'

/** One file `src/<room>/migrations/NNNN-name.(pg|ch).sql`; the number orders all rooms. */
export type Migration = { name: string; engine: 'pg' | 'ch'; statements: string }

/** Where PostgreSQL keeps which migrations it has. */
export const migrationsTable =
  'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())'

/** Every migration of every room in order. */
export function listMigrations(root = join(import.meta.dirname, '../..')): Migration[] {
  return globSync('*/migrations/*.sql', { cwd: root })
    .map((path) => ({
      name: basename(path),
      engine: path.endsWith('.ch.sql') ? ('ch' as const) : ('pg' as const),
      statements: readFileSync(join(root, path), 'utf8'),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/**
 * Brings both engines to the newest shape. Safe when several copies of the program start at once: the first one to
 * take the lock migrates, the others wait and find nothing to do.
 */
export async function migrate(pg: Postgres, ch: ClickHouse): Promise<void> {
  const migrations = listMigrations()
  await pg.transaction().execute(async (tx) => {
    await pgSql`select pg_advisory_xact_lock(7246253)`.execute(tx)
    await migratePostgres(tx, migrations)
    // Inside the same lock: ClickHouse has none of its own. Its statements are all "if not exists".
    await migrateClickHouse(ch, migrations)
  })
}

/** Applies those of the migrations that PostgreSQL does not have yet. */
async function migratePostgres(tx: PostgresTransaction, migrations: readonly Migration[]): Promise<void> {
  await pgSql.raw(migrationsTable).execute(tx)
  const done = await pgSql<{ name: string }>`select name from migrations`.execute(tx)
  const applied = new Set(done.rows.map((row) => row.name))
  for (const migration of migrations.filter((found) => found.engine === 'pg' && !applied.has(found.name))) {
    await pgSql.raw(migration.statements).execute(tx)
    await pgSql`insert into migrations (name) values (${migration.name})`.execute(tx)
  }
}

/** Applies those of the migrations that ClickHouse does not have yet. */
export async function migrateClickHouse(ch: ClickHouse, migrations: readonly Migration[]): Promise<void> {
  await ch.command(
    sql`CREATE TABLE IF NOT EXISTS migrations (name String, applied_at DateTime DEFAULT now()) ENGINE = MergeTree ORDER BY name`,
  )
  const done = await ch.query(sql`SELECT name FROM migrations`, z.object({ name: z.string() }))
  const applied = new Set(done.map((row) => row.name))
  for (const migration of migrations.filter((found) => found.engine === 'ch' && !applied.has(found.name))) {
    const statements = migration.statements.replace(/^--.*$/gm, '').split(/;\s*(?:\n|$)/)
    for (const statement of statements.filter((found) => found.trim() !== ''))
      await ch.command(trusted(statement))
    await ch.command(sql`INSERT INTO migrations (name) VALUES (${text(migration.name)})`)
  }
}
