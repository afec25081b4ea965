import { PostgresDialect, sql, type Kysely, type Transaction } from 'kysely'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { makeNotices, type Notices } from './postgres-notices.ts'
import type { Tables } from './postgres-tables.gen.ts'
import { RepeatingKysely } from './repeated-transactions.ts'
import { decodeDeep, decodeText, encodeDeep, encodeText } from './text.ts'

/** The people-sized store. Every query takes the workspace first. */
export type Postgres = Kysely<Tables>
/** A {@link Postgres} inside a transaction; most rooms accept either. */
export type PostgresTransaction = Transaction<Tables>

/** What this copy of the program calls itself at the server; each has a name of its own, so that a backup sees the others. */
export const copyName = `samtale copy ${randomBytes(4).toString('hex')}`

/**
 * Opens a pool on a PostgreSQL server. Strings PostgreSQL would refuse (NUL, lone surrogates) are kept and returned exactly; transactions that met another are begun again.
 */
export function openPostgres({ url, max = 10 }: { url: string; max?: number }): Postgres {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: { getTypeParser: parserFor },
    application_name: copyName,
    // Work that holds one connection and waits for another must fail some day rather than hold everybody up for ever.
    connectionTimeoutMillis: 60_000,
  })
  // An idle connection that breaks (server restarted) is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => undefined)
  const kept = {
    options: pool.options,
    connect: async () => keepText(await pool.connect()),
    end: async () => {
      await notices.stop()
      await pool.end()
    },
  }
  const notices = makeNotices({
    connect: () => new pg.Client({ connectionString: url, application_name: copyName }),
  })
  const opened = new RepeatingKysely<Tables>({ dialect: new PostgresDialect({ pool: kept }) })
  noticesByStore.set(opened, notices)
  return opened
}

const noticesByStore = new WeakMap<Postgres, Notices>()

/** What copies of the program tell each other through a store. */
export function noticesOf(store: Postgres): Notices {
  const notices = noticesByStore.get(store)
  if (!notices) throw new TypeError('not a store that was opened by openPostgres')
  return notices
}

/** A JSON array (or any JSON value) as a parameter: a bare JavaScript array would become a PostgreSQL array. */
export function json(value: unknown): string {
  return JSON.stringify(encodeDeep(value))
}

/** Whether the server answers; throws what it says when it does not. */
export async function pingPostgres(db: Postgres): Promise<void> {
  await sql`select 1`.execute(db)
}

const keptClients = new WeakSet<pg.PoolClient>()

function keepText(client: pg.PoolClient): pg.PoolClient {
  if (keptClients.has(client)) return client
  keptClients.add(client)
  // The same for one in use that breaks between two statements of a transaction: the next statement fails, and says so.
  client.on('error', () => undefined)
  const query = client.query.bind(client)
  // Kysely calls query(text, values) only; other shapes pass through untouched.
  const encodedQuery = (text: string, values?: unknown[]) => query(text, values?.map(encodeParameter))
  return Object.assign(client, { query: encodedQuery })
}

function encodeParameter(value: unknown): unknown {
  if (typeof value === 'string') return encodeText(value)
  if (Array.isArray(value)) return arrayLiteral(value) ?? value.map(encodeParameter)
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value))
    return value
  return JSON.stringify(encodeDeep(value))
}

/** An array of plain values as PostgreSQL writes it, in a fifth of the time of the driver; undefined where it holds others. */
function arrayLiteral(values: readonly unknown[]): string | undefined {
  let literal = ''
  for (const value of values) {
    if (literal !== '') literal += ','
    if (typeof value === 'string') literal += quoteElement(encodeText(value))
    else if (typeof value === 'number' || typeof value === 'boolean') literal += String(value)
    else if (value === null || value === undefined) literal += 'NULL'
    else return undefined
  }
  return `{${literal}}`
}

const quoted = /["\\]/

function quoteElement(text: string): string {
  return `"${quoted.test(text) ? text.replaceAll(/["\\]/g, String.raw`\$&`) : text}"`
}

const { builtins } = pg.types
const textTypes = new Set<number>([builtins.TEXT, builtins.VARCHAR, builtins.BPCHAR])
const jsonTypes = new Set<number>([builtins.JSON, builtins.JSONB])

const textArray = 1009
const bigintArray = 1016

function parserFor(oid: number): (value: string) => unknown {
  if (textTypes.has(oid)) return decodeText
  if (jsonTypes.has(oid)) return (value) => decodeDeep(JSON.parse(value))
  // Counts and sequence numbers stay below 2^53.
  if (oid === builtins.INT8) return Number
  const parser: (value: string) => unknown = pg.types.getTypeParser(oid, 'text')
  if (oid === bigintArray) return (value) => (parser(value) as string[]).map(Number)
  if (oid === textArray) return (value) => (parser(value) as string[]).map(decodeText)
  return parser
}
