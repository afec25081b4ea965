import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { startPostgres } from '../src/platform/engines/embedded-postgres.ts'
import {
  makeJobs,
  makeMail,
  makeOutbox,
  migrate,
  openEmbeddedClickHouse,
  openLargeFiles,
  openPostgres,
  systemClock,
  type App,
} from '../src/platform/index.ts'
import { freePort } from '../test/clickhouse-node.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'

/** Runs a measurement on an app with embedded engines of its own, as durable as the real ones, and removes them afterwards. */
export async function withBenchApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  const folder = temporaryFolder('bench')
  const server = await startPostgres({ folder: join(folder, 'postgres'), port: await freePort() })
  const log = pino({ level: 'silent' })
  const pg = openPostgres({ url: server.url })
  const ch = openEmbeddedClickHouse({ path: join(folder, 'clickhouse') })
  try {
    await migrate(pg, ch)
    return await work({
      pg,
      ch,
      log,
      dataDir: folder,
      clock: systemClock,
      mail: makeMail({ pg, log, smtpUrl: undefined, from: 'samtale@example.org' }),
      outbox: makeOutbox({ pg, log }),
      largeFiles: openLargeFiles({}, folder),
      transcriber: null,
      jobs: makeJobs({ url: server.url, log }),
      secret: randomBytes(32),
      baseUrl: () => 'http://127.0.0.1:4780',
    })
  } finally {
    await pg.destroy()
    await ch.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
