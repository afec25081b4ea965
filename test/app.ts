import { sql } from 'kysely'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, inject } from 'vitest'
import {
  makeJobs,
  makeMail,
  makeOutbox,
  migrate,
  openEmbeddedClickHouse,
  openLargeFiles,
  openPostgres,
  type App,
} from '../src/platform/index.ts'

export type TestApp = App & {
  /** Moves the clock. */
  setNow(now: Date): void
  /** URL of this test's own database. */
  databaseUrl: string
}

/** An app on engines of its own: a database copied from the migrated template and a ClickHouse folder. Closed after the file. */
export async function openTestApp(): Promise<TestApp> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const admin = openPostgres({ url: `${inject('postgresUrl')}/postgres`, max: 1 })
  await sql.raw(`create database ${name} template template`).execute(admin)
  await admin.destroy()
  const dataDir = mkdtempSync(join(tmpdir(), 'samtale-app-'))
  const databaseUrl = `${inject('postgresUrl')}/${name}`
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' })
  const pg = openPostgres({ url: databaseUrl, max: 5 })
  const ch = openEmbeddedClickHouse({ path: join(dataDir, 'clickhouse') })
  await migrate(pg, ch)
  const jobs = makeJobs({ url: databaseUrl, log })
  const outbox = makeOutbox({ pg, log })
  let now: Date | undefined
  afterAll(async () => {
    await outbox.stop()
    await jobs.stop()
    await pg.destroy()
    await ch.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    pg,
    ch,
    log,
    jobs,
    outbox,
    dataDir,
    largeFiles: openLargeFiles({}, dataDir),
    transcriber: null,
    databaseUrl,
    mail: makeMail({ pg, log, smtpUrl: undefined, from: 'samtale@example.org' }),
    clock: { now: () => now ?? new Date() },
    setNow: (moment) => {
      now = moment
    },
    secret: randomBytes(32),
    baseUrl: () => 'http://127.0.0.1:4780',
  }
}
