/** A program of its own that sends what is due once, for a test that kills it. */
import pino from 'pino'
import { makeMail, openPostgres, systemClock, type App } from '../src/platform/index.ts'
import { sendAsking } from '../src/recruiting/asking.ts'

const { DATABASE_URL: url = '', SMTP_URL: smtpUrl, SAMTALE_SECRET: secret = '' } = process.env
const log = pino({ level: 'silent' })
const pg = openPostgres({ url, max: 2 })
const needed: Pick<App, 'pg' | 'log' | 'clock' | 'mail' | 'secret' | 'baseUrl'> = {
  pg,
  log,
  clock: systemClock,
  mail: makeMail({ pg, log, smtpUrl, from: 'samtale@example.org' }),
  secret: Buffer.from(secret, 'hex'),
  baseUrl: () => 'http://127.0.0.1:4780',
}
await sendAsking(needed)
