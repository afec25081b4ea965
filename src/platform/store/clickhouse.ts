import { ClickHouseLogLevel, createClient, parseError, type ClickHouseClient } from '@clickhouse/client'
import { createChdbConnection } from 'chdb/connection'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import { newBreath } from '../breath.ts'
import type { Sql } from './sql.ts'
import { decodeDeep, encodeDeep } from './text.ts'

/** The event-sized store: the same SQL on the engine inside the program and on a server. */
export type ClickHouse = {
  readonly kind: 'embedded' | 'external'
  /** Rows of a query, each checked against `row`. The whole result is in memory: page large ones. */
  query<T>(query: Sql, row: z.ZodType<T>): Promise<T[]>
  /** A statement without rows. Resolves when the engine has carried it out. */
  command(statement: Sql): Promise<void>
  /** Inserts rows into `table` or `table (columns)`; resolved means on disk. Keys are column names, moments are milliseconds. */
  insert(table: string, rows: readonly object[]): Promise<void>
  /** Inserts lines of JSON already serialised (no trailing newline needed); resolved means on disk. */
  insertLines(table: string, lines: readonly string[]): Promise<void>
  /**
   * Inserts lines already written as the values of `columns` between tabs, each text through `tabText`, moments as seconds with
   * three decimals, every line with its newline: the fastest way in. Resolved means on disk.
   */
  insertTabs(table: string, rows: { columns: readonly string[]; lines: readonly string[] }): Promise<void>
  /** Rows of a query as lines of JSON that `insertLines` takes back exactly. The whole result is in memory. */
  readLines(query: Sql): Promise<Buffer>
  /** Waits for the writes under way, holds back new ones of this program, and lets only `use` write by its `command`. */
  whileQuiet<T>(use: (command: ClickHouse['command']) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const settings = {
  // The same on both drivers; keys of 64 bits are selected as text.
  output_format_json_quote_64bit_integers: 0,
  date_time_input_format: 'best_effort',
  max_execution_time: 120,
  join_use_nulls: 0,
  // Moments are bound and shown as UTC wherever the engine runs.
  session_timezone: 'UTC',
  // A set of people may be written out in a query.
  max_query_size: '100000000',
  // Rows of one key are joined when parts merge, and by FINAL until then; looking for them at each insert costs a third of it.
  optimize_on_insert: 0,
} as const

/** Opens the engine inside the program on a folder. One process a folder; a second fails with "Cannot lock file". */
export function openEmbeddedClickHouse({
  path,
  readers = 3,
}: {
  path: string
  readers?: number
}): ClickHouse {
  const open = (connection = createChdbConnection({ path })) =>
    createClient({
      // chDB types this against its own copy of the client's interfaces; the two are the same text.
      connection: connection as never,
      clickhouse_settings: settings,
      log: { level: ClickHouseLogLevel.OFF },
    })
  const connection = createChdbConnection({ path })
  // Past the client, which makes the rows a string and part of the statement: half the work for the processor.
  const insertBytes = async ({ table, format, columns, values }: Bytes) => {
    const given = { table, format, values, ...(columns ? { columns } : {}) }
    const options = { settings: { ...written, ...momentsIn[format] } }
    await connection.chdb.rawInsert({ ...given, ...options }).catch((error: unknown) => {
      throw error instanceof Error ? parseError(error.message) : error
    })
  }
  // Queries on one connection run one after another; connections to the same path run side by side.
  const others = Array.from({ length: readers }, () => open())
  return overClients({ kind: 'embedded', writer: open(connection), readers: others, insertBytes })
}

/** Connects to a ClickHouse server or cluster entry by URL. */
export function openExternalClickHouse({ url }: { url: string }): ClickHouse {
  const client = createClient({
    url,
    clickhouse_settings: {
      ...settings,
      send_progress_in_http_headers: 1,
      http_headers_progress_interval_ms: '20000',
    },
    // What it says of a failed query holds the query; the error is thrown anyway.
    log: { level: ClickHouseLogLevel.OFF },
    request_timeout: 600_000,
    max_open_connections: 16,
  })
  const insertBytes = async ({ table, format, columns, values }: Bytes) => {
    const into = columns ? `${table} (${columns.join(', ')})` : table
    const stream = Readable.from([values], { objectMode: false })
    const result = await client.exec({
      query: `INSERT INTO ${into} FORMAT ${format}`,
      values: stream,
      clickhouse_settings: momentsIn[format],
    })
    result.stream.destroy()
  }
  return overClients({ kind: 'external', writer: client, readers: [client], insertBytes })
}

const written = {
  session_timezone: settings.session_timezone,
  optimize_on_insert: settings.optimize_on_insert,
} as const

// "Best effort" does not read seconds with decimals.
const momentsIn = {
  JSONEachRow: { date_time_input_format: 'best_effort' },
  TabSeparated: { date_time_input_format: 'basic' },
} as const

type Bytes = {
  table: string
  format: 'JSONEachRow' | 'TabSeparated'
  columns?: readonly string[]
  values: Buffer
}

const linesAtOnce = 20_000

/** Lines as one text's bytes, others served while many are put together. */
async function bytesOfLines(lines: readonly string[]): Promise<Buffer> {
  if (lines.length <= linesAtOnce) return Buffer.from(lines.join('\n'))
  const breathe = newBreath()
  const parts: Buffer[] = []
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    parts.push(Buffer.from(`${lines.slice(from, from + linesAtOnce).join('\n')}\n`))
    await breathe()
  }
  return Buffer.concat(parts)
}

type Clients = {
  kind: ClickHouse['kind']
  writer: ClickHouseClient
  readers: ClickHouseClient[]
  insertBytes: (bytes: Bytes) => Promise<void>
}

function overClients({ kind, writer, readers, insertBytes }: Clients): ClickHouse {
  const busy = readers.map(() => 0)
  async function withReader<T>(ask: (client: ClickHouseClient) => Promise<T>): Promise<T> {
    const index = busy.indexOf(Math.min(...busy))
    const client = readers[index] ?? writer
    busy[index] = (busy[index] ?? 0) + 1
    try {
      return await ask(client)
    } finally {
      busy[index] = (busy[index] ?? 1) - 1
    }
  }
  const gate = makeGate()
  const command = async (statement: Sql): Promise<void> => {
    await writer.command({ query: statement.text, query_params: { ...statement.params } })
  }
  async function insertLines(table: string, lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return
    const [name = table, list] = table.split(/[()]/)
    const columns = list === undefined ? {} : { columns: list.split(',').map((column) => column.trim()) }
    const values = await bytesOfLines(lines)
    await gate.pass(() => insertBytes({ table: name.trim(), format: 'JSONEachRow', values, ...columns }))
  }
  return {
    kind,
    query: (query, row) =>
      withReader(async (client) => {
        const result = await client.query({
          query: query.text,
          query_params: { ...query.params },
          format: 'JSONEachRow',
        })
        return (await result.json<unknown>()).map((found) => row.parse(decodeDeep(found)))
      }),
    command: (statement) => gate.pass(() => command(statement)),
    insertLines,
    insertTabs: async (table, { columns, lines }) => {
      if (lines.length === 0) return
      const values = Buffer.from(lines.join(''))
      await gate.pass(() => insertBytes({ table, format: 'TabSeparated', columns, values }))
    },
    insert: async (table, rows) => {
      const breathe = newBreath()
      const lines: string[] = []
      for (const row of rows) {
        lines.push(JSON.stringify(encodeDeep(row)))
        if (lines.length % 1000 === 0) await breathe()
      }
      await insertLines(table, lines)
    },
    readLines: (query) =>
      withReader(async (client) => {
        const format = 'FORMAT JSONEachRow SETTINGS output_format_json_quote_denormals = 1'
        const text = `${query.text} ${format}`
        const result = await client.exec({ query: text, query_params: { ...query.params } })
        return await readWhole(result.stream)
      }),
    whileQuiet: (use) => gate.close(() => use(command)),
    close: async () => {
      await Promise.all([...new Set([writer, ...readers])].map((client) => client.close()))
    },
  }
}

/** Writes pass side by side; closing waits for those inside and lets the next wait outside. */
function makeGate() {
  const inside = new Set<Promise<unknown>>()
  let closed: Promise<unknown> | undefined
  return {
    pass: async <T>(write: () => Promise<T>): Promise<T> => {
      while (closed) await closed
      const writing = write()
      const settled = writing.catch(() => undefined)
      inside.add(settled)
      try {
        return await writing
      } finally {
        inside.delete(settled)
      }
    },
    close: async <T>(use: () => Promise<T>): Promise<T> => {
      while (closed) await closed
      const using = Promise.all(inside).then(use)
      closed = using.catch(() => undefined)
      try {
        return await using
      } finally {
        closed = undefined
      }
    },
  }
}

async function readWhole(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
