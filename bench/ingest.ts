import { execFile, fork } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { freePort } from '../test/clickhouse-node.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { LoadResult, type Load } from './load.ts'
import type { Report } from './report.ts'
import { setUpSamtale, startSamtale } from './running-samtale.ts'

type Target = { url: string; writeKey: string; pid: () => number }

/** Events a second over HTTP, on disk before the answer, beside a bare prototype on the same engine, taken in turns. */
export async function measureIngest(say: (line: string) => void): Promise<Report> {
  const folder = temporaryFolder('bench-ingest')
  const samtale = await startSamtale({ data: join(folder, 'samtale'), port: await freePort() })
  const limit = await startLimit(join(folder, 'limit'))
  try {
    const { writeKey } = await setUpSamtale(samtale)
    const ours: Target = { url: samtale.url, writeKey, pid: () => samtale.processes().program }
    const theirs: Target = { url: limit.url, writeKey: 'none', pid: () => limit.pid }
    for (const target of [ours, theirs]) await load(target, 2)
    const [taken, possible]: [LoadResult[], LoadResult[]] = [[], []]
    for (let turn = 1; turn <= 3; turn++) {
      taken.push(await load(ours, 6))
      possible.push(await load(theirs, 6))
      say(`turn ${turn}: ${taken.at(-1)?.perSecond} events/s beside ${possible.at(-1)?.perSecond}`)
    }
    return report({ taken, possible, memory: [ours, theirs].map((target) => peakMemory(target.pid())) })
  } finally {
    limit.stop()
    await samtale.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = { taken: LoadResult[]; possible: LoadResult[]; memory: (number | undefined)[] }

function report({ taken, possible, memory: [ours, theirs] }: Measured): Report {
  const figure = (what: string, unit: string, read: (result: LoadResult) => number) => ({
    what,
    unit,
    value: median(taken.map(read)),
    limit: median(possible.map(read)),
  })
  const errors = taken.reduce((sum, result) => sum + result.errors, 0)
  const speed = figure('acknowledged', 'events/s', (result) => result.perSecond)
  return {
    figures: [
      { ...speed, wanted: '≥ 40,000' },
      { what: 'share of the limit', unit: '%', value: Math.round((100 * speed.value) / speed.limit) },
      figure('answered within, half of the calls', 'ms', (result) => result.p50Ms),
      figure('answered within, 99 of 100 calls', 'ms', (result) => result.p99Ms),
      ...(ours === undefined || theirs === undefined
        ? []
        : [{ what: 'most memory of the program', unit: 'MB', value: ours, limit: theirs }]),
      { what: 'calls not acknowledged', unit: '', value: errors, wanted: '0' },
    ],
    notes: [
      `Batches of 100 over ${connections} connections, load generator beside it on ${availableParallelism()} cores; medians of 3 turns of 6 s.`,
      'The limit: node:http, JSON.parse, a 20 ms gather, one fsynced insert; no key, no checks, no identity, no live view.',
    ],
    reached: errors === 0,
  }
}

const connections = 32
const run = promisify(execFile)

async function load({ url, writeKey }: Target, seconds: number): Promise<LoadResult> {
  const wish: Load = { url, writeKey, seconds, connections, batch: 100 }
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'load.ts'), JSON.stringify(wish)])
  return LoadResult.parse(JSON.parse(stdout))
}

async function startLimit(path: string): Promise<{ url: string; pid: number; stop: () => void }> {
  const child = fork(join(import.meta.dirname, 'ingest-limit.ts'), [path])
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(z.object({ port: z.number() }).parse(message).port))
    child.once('exit', () => reject(new Error('The prototype of the limit did not start.')))
  })
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => child.kill('SIGKILL') }
}

/** Most memory a process ever held, in MB; undefined where the system does not say. */
function peakMemory(pid: number): number | undefined {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return undefined
  const kB = /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]
  return kB === undefined ? undefined : Math.round(Number(kB) / 1024)
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
