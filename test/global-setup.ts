import { sql } from 'kysely'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../src/platform/engines/embedded-postgres.ts'
import { migrate, openEmbeddedClickHouse, openPostgres } from '../src/platform/index.ts'
import { freePort } from './clickhouse-node.ts'
import { temporaryFolder } from './temporary-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/** One PostgreSQL server for the whole run, with a migrated database `template` that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = temporaryFolder('test')
  const port = await freePort()
  // Durability is tested by the suites that kill the program, on engines of their own.
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    // Every file leaves its database behind; with a hundred of them PostgreSQL would clean one or another all the time.
    autovacuum_naptime: '10min',
  }
  const server = await startPostgres({
    folder: join(dir, 'postgres'),
    fallback: join(dir, 'fallback'),
    port,
    settings,
  })
  const url = server.url.replace(/\/samtale$/, '')
  const admin = openPostgres({ url: server.url, max: 1 })
  await sql`CREATE DATABASE template`.execute(admin)
  await admin.destroy()
  const pg = openPostgres({ url: `${url}/template`, max: 2 })
  const ch = openEmbeddedClickHouse({ path: join(dir, 'clickhouse'), readers: 1 })
  await migrate(pg, ch)
  await pg.destroy()
  await ch.close()
  project.provide('postgresUrl', url)
  return async () => {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
