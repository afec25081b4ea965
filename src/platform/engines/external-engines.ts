import { createClient, ClickHouseError, ClickHouseLogLevel } from '@clickhouse/client'
import pg from 'pg'

/** What is wrong with an engine somebody else runs, in one line that says what to do. */
class EngineFault extends Error {}

type Engines = {
  databaseUrl: string
  /** None where ClickHouse is built in. */
  clickhouseUrl: string | undefined
}

/**
 * Sees that the external engines answer and hold the named databases, which are made where the user may. One line for whoever starts the program when they do not.
 */
export async function externalFault({ databaseUrl, clickhouseUrl }: Engines): Promise<string | undefined> {
  try {
    await readyPostgres(databaseUrl)
    if (clickhouseUrl !== undefined) await readyClickHouse(clickhouseUrl)
    return undefined
  } catch (error) {
    if (error instanceof EngineFault) return error.message
    throw error
  }
}

async function readyPostgres(url: string): Promise<void> {
  const meant = readAddress(url)
  const fault = await tryPostgres({ connectionString: url })
  if (fault === undefined) return
  const { host, port, database = '', user = '', password, ssl } = meant
  const at = `PostgreSQL at ${host}:${port}`
  if (isUnreachable(fault.code))
    throw new EngineFault(`PostgreSQL does not answer at ${host}:${port}; check DATABASE_URL`)
  if (fault.code === invalidPassword)
    throw new EngineFault(`${at} refuses the user "${user}" or the password; check DATABASE_URL`)
  if (fault.code !== noSuchDatabase)
    throw new EngineFault(`${at} cannot be used (${fault.message}); check DATABASE_URL`)
  const beside = { host, port, user, password, ssl, database: 'postgres' }
  const made = await tryPostgres(beside, `create database ${pg.escapeIdentifier(database)}`)
  // Another copy that starts at the same moment may have been faster.
  if (made !== undefined && (await tryPostgres({ connectionString: url })) !== undefined)
    throw new EngineFault(
      `${at} has no database "${database}", and the user "${user}" may not make it. Let somebody who may run: create database ${pg.escapeIdentifier(database)} owner ${pg.escapeIdentifier(user)}`,
    )
}

const noSuchDatabase = '3D000'
const invalidPassword = '28P01'

type Fault = { code: string; message: string }

/** As the driver reads it: a path of a socket is one too. */
function readAddress(url: string): pg.Client {
  const none = new EngineFault('DATABASE_URL is no address: postgres://user:password@host/samtale')
  if (!/^(?:postgres(?:ql)?:\/\/|\/)/u.test(url)) throw none
  try {
    return new pg.Client({ connectionString: url })
  } catch {
    throw none
  }
}

async function tryPostgres(to: pg.ClientConfig, statement = 'select 1'): Promise<Fault | undefined> {
  const client = new pg.Client({ ...to, connectionTimeoutMillis: 10_000 })
  // What breaks after the answer is of no interest any more.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(statement)
    return undefined
  } catch (error) {
    return faultOf(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function readyClickHouse(url: string): Promise<void> {
  if (!URL.canParse(url))
    throw new EngineFault('CLICKHOUSE_URL is no address: http://user:password@host:8123/samtale')
  const fault = await tryClickHouse(url, 'SELECT 1')
  if (fault === undefined) return
  const { host, pathname } = new URL(url)
  const database = decodeURIComponent(pathname.slice(1))
  if (isUnreachable(fault.code))
    throw new EngineFault(`ClickHouse does not answer at ${host}; check CLICKHOUSE_URL`)
  if (fault.code === authenticationFailed)
    throw new EngineFault(`ClickHouse at ${host} refuses the user or the password; check CLICKHOUSE_URL`)
  if (fault.code !== unknownDatabase)
    throw new EngineFault(`ClickHouse at ${host} cannot be used (${fault.message}); check CLICKHOUSE_URL`)
  const beside = new URL(url)
  beside.pathname = '/default'
  const name = `\`${database.replaceAll(/[\\`]/g, String.raw`\$&`)}\``
  const made = await tryClickHouse(beside.href, `CREATE DATABASE IF NOT EXISTS ${name}`)
  if (made !== undefined)
    throw new EngineFault(
      `ClickHouse at ${host} has no database "${database}", and this user may not make it. Let somebody who may run: CREATE DATABASE ${name}`,
    )
}

const unknownDatabase = '81'
const authenticationFailed = '516'

async function tryClickHouse(url: string, query: string): Promise<Fault | undefined> {
  const client = createClient({ url, request_timeout: 10_000, log: { level: ClickHouseLogLevel.OFF } })
  try {
    await client.command({ query })
    return undefined
  } catch (error) {
    return faultOf(error)
  } finally {
    await client.close()
  }
}

/** Several addresses of one name that were all tried are one failure with the first's reason. */
function faultOf(error: unknown): Fault {
  const one: unknown = error instanceof AggregateError ? error.errors[0] : error
  if (!(one instanceof Error)) return { code: '', message: String(one) }
  const message = one.message.split('\n')[0] ?? ''
  if (one instanceof ClickHouseError) return { code: one.code, message }
  return { code: 'code' in one ? String(one.code) : /timeout/i.test(message) ? 'ETIMEDOUT' : '', message }
}

const isUnreachable = (code: string) =>
  [
    'ECONNREFUSED',
    'ENOENT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ECONNRESET',
  ].includes(code)
