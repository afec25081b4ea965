import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A ClickHouse server of its own, as one would run beside Samtale. `tcpPort` is what other nodes reach it by. */
export type ClickHouseNode = {
  url: string
  tcpPort: number
  kill: () => Promise<void>
  stop: () => Promise<void>
}

export type StartClickHouseNode = {
  /** Ports to use; free ones by default. A cluster needs them known before its first node starts. */
  ports?: { http: number; tcp: number }
  /** Shards of a cluster by name, each the TCP port of its one node. */
  clusters?: Record<string, number[]>
  /** Keeps its data here after `stop`, for a node that goes away and comes back. */
  folder?: string
}

/**
 * Starts a ClickHouse server in a folder of its own and waits until it answers; `stop` ends it and removes the folder. It speaks
 * HTTP and the native protocol, so `Distributed` tables work; replication, which needs a Keeper, does not.
 */
export async function startClickHouseNode(wish: StartClickHouseNode = {}): Promise<ClickHouseNode> {
  const folder = wish.folder ?? mkdtempSync(join(tmpdir(), 'samtale-clickhouse-'))
  const ports = wish.ports ?? { http: await freePort(), tcp: await freePort() }
  const config = join(folder, 'node.xml')
  mkdirSync(folder, { recursive: true })
  writeFileSync(config, configuration({ ports, clusters: wish.clusters ?? {} }))
  mkdirSync(join(folder, 'data'), { recursive: true })
  const child = launch({ folder, config })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  const url = `http://127.0.0.1:${ports.http}`
  for (const deadline = performance.now() + 30_000; !(await answers(url));) {
    if (child.exitCode === null && performance.now() < deadline) continue
    await kill()
    throw new Error(`The ClickHouse node did not start: ${output.slice(-2000)}`)
  }
  const stop = async () => {
    await kill()
    if (wish.folder === undefined) rmSync(folder, { recursive: true, force: true })
  }
  return { url, tcpPort: ports.tcp, kill, stop }
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function launch({ folder, config }: { folder: string; config: string }): ChildProcess {
  const script = join(import.meta.dirname, 'fixtures/clickhouse-process.ts')
  // A query that never ends keeps the server up: one row a second from an endless table.
  const listen = `SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; SELECT sleepEachRow(1) FROM system.numbers
    WHERE number >= 0 SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 2000000 FORMAT Null`
  const args = [`--config-file=${config}`, `--path=${join(folder, 'data')}`, `--query=${listen}`]
  return spawn(process.execPath, [script, library(), ...args], { cwd: folder })
}

function library(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('chdb'))
  const libc = process.platform === 'linux' ? '-gnu' : ''
  const entry = require.resolve(`@chdb/lib-${process.platform}-${process.arch}${libc}`)
  return join(dirname(entry), 'libchdb.so')
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ping`)).ok
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50))
    return false
  }
}

type Configuration = { ports: { http: number; tcp: number }; clusters: Record<string, number[]> }

function configuration({ ports, clusters }: Configuration): string {
  const servers = Object.entries(clusters).map(
    ([name, shards]) => `<${name}>${shards.map(shard).join('')}</${name}>`,
  )
  return `<clickhouse>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${ports.http}</http_port>
  <tcp_port>${ports.tcp}</tcp_port>
  <logger><level>warning</level><console>1</console></logger>
  <remote_servers>${servers.join('')}</remote_servers>
</clickhouse>
`
}

function shard(port: number): string {
  return `<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`
}
