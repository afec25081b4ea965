import { serve } from '@hono/node-server'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pino from 'pino'
import packageJson from '../package.json' with { type: 'json' }
import { backupRoutes } from './platform/backup/backup-route.ts'
import { externalFault } from './platform/engines/external-engines.ts'
import { listenAddress, listenFault } from './platform/engines/start-fault.ts'
import {
  makeJobs,
  makeMail,
  makeOutbox,
  makeSite,
  migrate,
  openEmbeddedClickHouse,
  openExternalClickHouse,
  openLargeFiles,
  openPostgres,
  readTranscriber,
  renewOperatorToken,
  systemClock,
  type App,
} from './platform/index.ts'
import { warmUp } from './insights/index.ts'
import { prepareGuesses } from './language/index.ts'
import { rooms, wireRooms } from './server.ts'
import { ensureSetupToken, setupLink } from './workspace/index.ts'

const env = process.env
const dataDir = resolve(env['SAMTALE_DATA'] ?? 'data')
const { host, port } = addressOrEnd()
const isOwnPostgres = env['SAMTALE_EMBEDDED_POSTGRES'] === '1'
const url = env['SAMTALE_URL'] ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`

// What nobody expected ends the program, for the supervisor to start it anew: at once, because on the way out by `exit` the embedded
// ClickHouse waits for a query under way that may never end.
process.on('uncaughtException', (error) => {
  console.error(error)
  process.kill(process.pid, 'SIGKILL')
})

await run()

/** Opens the engines, migrates, serves; ends with the supervisor. */
async function run(): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const { version } = packageJson
  const databaseUrl = env['DATABASE_URL']
  if (databaseUrl === undefined)
    return endWith('DATABASE_URL is not set. Start with `npm start`, which brings its own PostgreSQL.')
  if (!isOwnPostgres || env['CLICKHOUSE_URL'] !== undefined) {
    const fault = await externalFault({ databaseUrl, clickhouseUrl: env['CLICKHOUSE_URL'] })
    if (fault !== undefined) return endWith(fault)
  }
  const app = openApp(databaseUrl)
  // While the engines are busy.
  await Promise.all([migrate(app.pg, app.ch), prepareGuesses()])
  wireRooms(app)
  app.outbox.start()
  renewOperatorToken(app)
  const site = makeSite({
    app,
    routes: [...backupRoutes({ databaseUrl, version }), ...rooms.flatMap((room) => room.routes)],
    version,
    postgres: isOwnPostgres ? 'embedded' : 'external',
    webDir: join(import.meta.dirname, '../dist/web'),
  })
  const token = await ensureSetupToken(app)
  const setup = token === undefined ? {} : { setupLink: setupLink(app, token) }
  const server = serve({ fetch: site.fetch, hostname: host, port }, () => {
    // The supervisor prints both; without one the link still has to be seen.
    if (process.send) process.send({ ready: true, url, ...setup })
    else if (setup.setupLink !== undefined) console.error(`Set it up at   ${setup.setupLink}`)
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    const fault = listenFault(error, { host, port })
    if (fault === undefined) throw error
    endWith(fault)
  })
  await app.jobs.start()
  void warmUp(app).catch((error: unknown) => app.log.warn({ err: error }, 'nothing was worked out ahead'))

  let stopping = false
  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    server.close()
    await app.outbox.stop()
    await app.jobs.stop()
    await app.pg.destroy()
    await app.ch.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // The supervisor is gone: without it nobody would restart us or the engines.
  process.on('disconnect', () => void stop())
}

/** Without a place to listen nothing is begun. */
function addressOrEnd(): { host: string; port: number } {
  try {
    return listenAddress(env)
  } catch (error) {
    return endWith(error instanceof Error ? error.message : String(error))
  }
}

/** One line to whoever starts the program; the supervisor prints it where there is one. */
function endWith(fault: string): never {
  if (process.send) process.send({ fault })
  else console.error(fault)
  process.exit(1)
}

function openApp(databaseUrl: string): App {
  const log = pino({ base: null, level: env['LOG_LEVEL'] ?? 'info' })
  const pg = openPostgres({ url: databaseUrl })
  const clickhouseUrl = env['CLICKHOUSE_URL']
  const path = join(dataDir, 'clickhouse')
  const ch =
    clickhouseUrl === undefined
      ? openEmbeddedClickHouse({ path })
      : openExternalClickHouse({ url: clickhouseUrl })
  return {
    pg,
    ch,
    log,
    dataDir,
    clock: systemClock,
    mail: makeMail({ pg, log, smtpUrl: env['SMTP_URL'], from: env['MAIL_FROM'] ?? 'samtale@localhost' }),
    outbox: makeOutbox({ pg, log }),
    largeFiles: openLargeFiles(env, dataDir),
    transcriber: readTranscriber(env),
    jobs: makeJobs({ url: databaseUrl, log }),
    secret: installationSecret(),
    baseUrl: () => url,
  }
}

/** SAMTALE_SECRET (several copies share one), or a file in the data folder only its owner can read. */
function installationSecret(): Buffer {
  const given = env['SAMTALE_SECRET']
  if (given !== undefined) return Buffer.from(given, 'utf8')
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}
