import { ClickHouseLogLevel, createClient, type ClickHouseClient } from '@clickhouse/client'
import { createChdbConnection } from 'chdb/connection'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Sql } from './sql.ts'
import { decodeDeep, encodeDeep } from './text.ts'

/** The event-sized store: the same SQL on the engine inside the program and on a server. */
export type ClickHouse = {
  readonly kind: 'embedded' | 'external'
  /** Rows of a query, each checked against `row`. The whole result is in memory: page large ones. */
  query<T>(query: Sql, row: z.ZodType<T>): Promise<T[]>
  /** A statement without rows. Resolves when the engine has carried it out. */
  command(statement: Sql): Promise<void>
  /** Inserts rows; resolved means on disk. Keys are column names, moments are milliseconds. */
  insert(table: string, rows: readonly object[]): Promise<void>
  /** Inserts lines of JSON already serialised (no trailing newline needed); resolved means on disk. */
  insertLines(table: string, lines: readonly string[]): Promise<void>
  close(): Promise<void>
}

const settings = {
  // The same on both drivers; keys of 64 bits are selected as text.
  output_format_json_quote_64bit_integers: 0,
  date_time_input_format: 'best_effort',
  max_execution_time: 120,
  join_use_nulls: 0,
} as const

/** Opens the engine inside the program on a folder. One process a folder; a second fails with "Cannot lock file". */
export function openEmbeddedClickHouse({
  path,
  readers = 3,
}: {
  path: string
  readers?: number
}): ClickHouse {
  const open = () =>
    createClient({
      // chDB types this against its own copy of the client's interfaces; the two are the same text.
      connection: createChdbConnection({ path }) as never,
      clickhouse_settings: settings,
      log: { level: ClickHouseLogLevel.ERROR },
    })
  // Queries on one connection run one after another; connections to the same path run side by side.
  return overClients({ kind: 'embedded', writer: open(), readers: Array.from({ length: readers }, open) })
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
    request_timeout: 600_000,
    max_open_connections: 16,
  })
  return overClients({ kind: 'external', writer: client, readers: [client] })
}

type Clients = { kind: ClickHouse['kind']; writer: ClickHouseClient; readers: ClickHouseClient[] }

function overClients({ kind, writer, readers }: Clients): ClickHouse {
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
  async function insertLines(table: string, lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return
    const values = Readable.from([Buffer.from(lines.join('\n'))], { objectMode: false })
    const result = await writer.exec({ query: `INSERT INTO ${table} FORMAT JSONEachRow`, values })
    result.stream.destroy()
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
    command: async (statement) => {
      await writer.command({ query: statement.text, query_params: { ...statement.params } })
    },
    insertLines,
    insert: (table, rows) =>
      insertLines(
        table,
        rows.map((row) => JSON.stringify(encodeDeep(row))),
      ),
    close: async () => {
      await Promise.all([...new Set([writer, ...readers])].map((client) => client.close()))
    },
  }
}
