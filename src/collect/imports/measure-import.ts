import { z } from 'zod'
import { ch, type App } from '../../platform/index.ts'
import { openFile } from '../tables/index.ts'
import { startImport } from './change-import.ts'
import { createImport } from './create-import.ts'
import { findImport } from './imports.ts'
import { runImport } from './run-import.ts'
import { createUpload, putChunk, readUpload } from './uploads.ts'

export type ImportMeasure = {
  rows: number
  columns: number
  megabytes: number
  /** From the start of the import to done: people, facts, consent, all on disk. */
  seconds: number
  /** The limit beside it: the same file through the same reader, its rows inserted raw into ClickHouse. */
  limitSeconds: number
  /** Reading and splitting the file alone. */
  parseSeconds: number
  /** Processor time of the program, the ClickHouse inside it included, in seconds. */
  cpuSeconds: number
  /** Before, and when a quarter, half, three quarters and all of the file was in. */
  memory: Memory[]
  /** Largest resident memory while importing, in MB. */
  peakMegabytes: number
}

/** Resident memory of the program in MB; of it what JavaScript holds (heap and buffers) and what ClickHouse says it holds. */
type Memory = { percent: number; megabytes: number; javascript: number; clickhouse: number }

/** Measures an import of so many invented customers with twenty columns into a workspace, and the limit of the machine beside it. */
export async function measureImport(
  app: App,
  given: { workspaceId: string; rows: number },
): Promise<ImportMeasure> {
  const { workspaceId, rows } = given
  const quiet: App = { ...app, jobs: { ...app.jobs, queue: async () => undefined } }
  const { uploadId, bytes } = await uploadCustomers(app, given)
  const parseSeconds = await timed(() => parseOnly(app, uploadId))
  const limitSeconds = await timed(() => insertRaw(app, uploadId))
  const at = { workspaceId, importId: await createImport(app, { workspaceId, uploadId, by: undefined }) }
  await startImport(quiet, {
    ...at,
    by: undefined,
    source: {
      name: `Measured ${at.importId}`,
      party: 'first',
      origin: 'told',
      bases: { analysis: { basis: 'contract' } },
    },
  })
  const memory = [await memoryAt(app, 0)]
  const before = process.cpuUsage()
  const watch = watchMemory(app, { ...at, rows, memory })
  const seconds = await timed(() => runImport(app, at, new AbortController().signal))
  const cpu = process.cpuUsage(before)
  const peakMegabytes = watch.stop()
  memory.push(await memoryAt(app, 100))
  const done = await findImport(app, at)
  if (done.state !== 'done' || done.imported !== rows) throw new Error(`the import is ${done.state}`)
  return {
    rows,
    columns: 20,
    megabytes: bytes / 1e6,
    seconds,
    limitSeconds,
    parseSeconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    memory,
    peakMegabytes,
  }
}

/** Looks every tenth of a second how much memory is taken, and notes it at each quarter of the file; `stop` gives the most there was. */
function watchMemory(
  app: App,
  given: { importId: string; rows: number; memory: Memory[] },
): { stop: () => number } {
  let peak = 0
  let isLooking = false
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss() / 1e6)
    if (isLooking) return
    isLooking = true
    void look().finally(() => (isLooking = false))
  }, 100)
  async function look(): Promise<void> {
    const { processed } = await app.pg
      .selectFrom('imports')
      .select('processed')
      .where('id', '=', given.importId)
      .executeTakeFirstOrThrow()
    const next = (given.memory.at(-1)?.percent ?? 0) + 25
    if (next < 100 && processed * 100 >= next * given.rows) given.memory.push(await memoryAt(app, next))
  }
  return {
    stop: () => {
      clearInterval(timer)
      return peak
    },
  }
}

async function memoryAt(app: App, percent: number): Promise<Memory> {
  const [engine] = await app.ch.query(
    ch.sql`SELECT value FROM system.metrics WHERE metric = 'MemoryTracking'`,
    z.object({ value: z.number() }),
  )
  const { rss, heapTotal, external } = process.memoryUsage()
  return {
    percent,
    megabytes: rss / 1e6,
    javascript: (heapTotal + external) / 1e6,
    clickhouse: (engine?.value ?? 0) / 1e6,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

async function parseOnly(app: App, uploadId: string): Promise<void> {
  const opened = await openFile(readUpload(app.pg, uploadId))
  if (opened.state !== 'opened') throw new Error(opened.id)
  for await (const batch of opened.file.rows()) void batch
}

async function insertRaw(app: App, uploadId: string): Promise<void> {
  const opened = await openFile(readUpload(app.pg, uploadId))
  if (opened.state !== 'opened') throw new Error(opened.id)
  const { columns } = opened.file
  const listed = columns.map((_, index) => `c${index} String`).join(', ')
  await app.ch.command(ch.sql`DROP TABLE IF EXISTS import_limit`)
  await app.ch.command(
    ch.trusted(
      `CREATE TABLE import_limit (${listed}) ENGINE = MergeTree ORDER BY c0 SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
    ),
  )
  let lines: string[] = []
  for await (const { rows } of opened.file.rows()) {
    for (const { cells } of rows)
      lines.push(`{${cells.map((cell, index) => `"c${index}":${JSON.stringify(cell)}`).join(',')}}`)
    if (lines.length < 20_000) continue
    await app.ch.insertLines('import_limit', lines)
    lines = []
  }
  await app.ch.insertLines('import_limit', lines)
  await app.ch.command(ch.sql`DROP TABLE import_limit`)
}

async function uploadCustomers(
  app: App,
  { workspaceId, rows }: { workspaceId: string; rows: number },
): Promise<{ uploadId: string; bytes: number }> {
  const pieces: Buffer[] = []
  for (let from = 0; from < rows; from += 5000) {
    const until = Math.min(rows, from + 5000)
    pieces.push(
      Buffer.from(Array.from({ length: until - from }, (_, index) => customer(from + index)).join('')),
    )
  }
  const all = Buffer.concat([Buffer.from(`${heading.join(';')}\n`), ...pieces])
  const { id } = await createUpload(app, {
    workspaceId,
    name: 'customers.csv',
    size: all.length,
    by: undefined,
  })
  for (let from = 0; from < all.length; from += 1 << 20)
    await putChunk(app, { workspaceId, uploadId: id, from, bytes: all.subarray(from, from + (1 << 20)) })
  return { uploadId: id, bytes: all.length }
}

const heading =
  'customer_id;email;name;gender;age;city;country;postcode;plan;since;newsletter;visits;orders;spent;last_order;category;channel;rating;returns;app'.split(
    ';',
  )
const pick = <T>(list: readonly T[], index: number): T | string => list[index % list.length] ?? ''
const names = ['Astrid', 'Bo', 'Carla', 'Dirk', 'Ebba', 'Finn', 'Greta', 'Hugo', 'Ida', 'Jens', 'Kim']
const cities = ['Aarhus', 'Odense', 'Malmö', 'Utrecht', 'Köln', 'Leeds', 'Gent']
const countries = ['Danmark', 'Sverige', 'Nederland', 'Deutschland', 'United Kingdom']

/** One invented customer; numbers that share no factor, so that values spread without a random source. */
function customer(n: number): string {
  const day = (days: number) => new Date(Date.UTC(2020, 0, 1 + (days % 2000))).toISOString().slice(0, 10)
  return `${[
    `C${100_000 + n}`,
    `person${n}@example.org`,
    `${pick(names, n)} ${pick(names, n * 7 + 3)}sen`,
    pick(['female', 'male', 'other', 'unknown'], n * 13),
    String(18 + ((n * 31) % 70)),
    pick(cities, n * 17),
    pick(countries, n * 19),
    String(1000 + ((n * 37) % 8999)),
    pick(['free', 'plus', 'business'], n * 11),
    day(n * 41),
    n % 3 === 0 ? 'yes' : 'no',
    String((n * 43) % 400),
    String((n * 47) % 60),
    `${(n * 53) % 9000},${String((n * 59) % 100).padStart(2, '0')}`,
    day(n * 61),
    pick(['garden', 'kitchen', 'books', 'toys', 'sport'], n * 67),
    pick(['shop', 'web', 'app', 'phone'], n * 71),
    String(1 + ((n * 73) % 5)),
    String((n * 79) % 4),
    n % 2 === 0 ? 'true' : 'false',
  ].join(';')}\n`
}
