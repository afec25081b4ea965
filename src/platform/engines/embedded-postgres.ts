import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { findPlace, type Place } from './postgres-place.ts'
import { postgresSettings } from './postgres-settings.ts'
import { lookUpProcess, signalProcess, waitForEnd } from './process-table.ts'

export type StartPostgres = {
  /** Where its data lies; made when missing. */
  folder: string
  /** Listens on 127.0.0.1 at this port instead of on a socket in its own folder. */
  port?: number
  /** Where data and binaries go when root may enter the folder and nobody else may. */
  fallback?: string
  /** PostgreSQL settings over those of `postgres-settings.ts`. */
  settings?: Record<string, string>
  say?: (line: string) => void
}

/** A running PostgreSQL. `exited` is settled with the reason when it ends for whatever cause. */
export type Postgres = { url: string; pid: number; exited: Promise<string>; stop: () => Promise<void> }

/**
 * Starts the embedded PostgreSQL and waits until it accepts connections; makes its cluster and the database `samtale` the first
 * time. One left running by a program that was killed is stopped first, so only the holder of the data folder's lock may call
 * this. Throws with the last lines of its log when it does not come up.
 */
export async function startPostgres(wish: StartPostgres): Promise<Postgres> {
  const say = wish.say ?? (() => undefined)
  const fallback = wish.fallback ?? '/var/lib/samtale'
  makeFolder(wish.folder)
  const place = findPlace({ wanted: realpathSync(wish.folder), fallback, say })
  if (!existsSync(join(place.folder, 'cluster'))) {
    say('Preparing PostgreSQL')
    await createCluster(place)
  }
  await clearLeftBehind(join(place.folder, 'cluster'), say)
  const { child, exited } = await launch(place, wish)
  return {
    url: connectionUrl(place, wish.port),
    pid: child.pid ?? 0,
    exited,
    stop: async () => {
      await stopServer(child, exited)
      const sockets = socketFolder(place)
      if (sockets !== place.folder) rmSync(sockets, { recursive: true, force: true })
    },
  }
}

/** Made by root, the folders above may be passed through (not listed), because PostgreSQL runs as somebody else. */
function makeFolder(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

async function createCluster(place: Place): Promise<void> {
  const fresh = join(place.folder, 'cluster.new')
  rmSync(fresh, { recursive: true, force: true })
  const password = join(place.folder, 'password')
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (place.account) chownSync(password, place.account.uid, place.account.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=samtale', '--auth=scram-sha-256', `--pwfile=${password}`]
  await runTool({ place, tool: 'initdb', args: ['-D', fresh, ...locale, ...access], input: '' })
  const single = ['--single', '-D', fresh, 'postgres']
  await runTool({ place, tool: 'postgres', args: single, input: 'CREATE DATABASE samtale\n' })
  // A cluster only has its name once it is whole: killed before this line, the next start begins again.
  renameSync(fresh, join(place.folder, 'cluster'))
}

type Tool = { place: Place; tool: string; args: string[]; input: string }

async function runTool({ place, tool, args, input }: Tool): Promise<void> {
  const child = spawn(join(place.binaries, 'bin', tool), args, surroundings(place, ['pipe', 'pipe', 'pipe']))
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input)
  const why = await ended(child)
  if (why !== 'code 0')
    throw new Error(`PostgreSQL could not be prepared: ${tool} ended with ${why}. ${output.slice(-1000)}`)
}

/** PostgreSQL cares for a dead server's pid file itself; this cares for what it cannot know. */
async function clearLeftBehind(cluster: string, say: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = readStatus(cluster)?.pid
  if (pid === undefined) return
  const found = lookUpProcess(pid)
  if (found.state === 'gone') return
  if (found.state === 'running' && found.command.includes(cluster)) {
    say('Stopping the PostgreSQL that an earlier run left behind')
    signalProcess(pid, 'SIGINT')
    if (await waitForEnd(pid, 15_000)) return rmSync(file, { force: true })
    signalProcess(pid, 'SIGQUIT')
    if (!(await waitForEnd(pid, 15_000)))
      throw new Error(`PostgreSQL (process ${pid}) of an earlier run does not stop.`)
  }
  // The number now belongs to some other program, which would keep PostgreSQL from starting.
  rmSync(file, { force: true })
}

type Launched = { child: ChildProcess; exited: Promise<string> }

async function launch(place: Place, wish: StartPostgres): Promise<Launched> {
  const deadline = performance.now() + 15_000
  const file = join(place.folder, 'log')
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.old`)
  for (;;) {
    const before = existsSync(file) ? statSync(file).size : 0
    const launched = launchOnce(place, wish)
    const why = await untilReady(join(place.folder, 'cluster'), launched)
    if (why === undefined) return launched
    const log = readFileSync(file).subarray(before).toString().slice(-1500)
    // Backends of a killed server let go of its shared memory a moment later.
    const passing = /pre-existing shared memory block|lock file .* already exists/.test(log)
    if (!passing || performance.now() > deadline)
      throw new Error(`PostgreSQL did not start (${why}). Its last words:\n${log}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function launchOnce(place: Place, wish: StartPostgres): Launched {
  const settings = {
    ...postgresSettings({ memoryBytes: totalmem() }),
    ...wish.settings,
    listen_addresses: wish.port === undefined ? '' : '127.0.0.1',
    unix_socket_directories: socketFolder(place),
    port: String(wish.port ?? 5432),
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(place)
  const options = surroundings(place, ['ignore', log, log])
  const child = spawn(
    join(place.binaries, 'bin/postgres'),
    ['-D', join(place.folder, 'cluster'), ...args],
    options,
  )
  closeSync(log)
  return { child, exited: ended(child) }
}

/** Resolves with nothing when it accepts connections, with the reason when it ended before. */
async function untilReady(cluster: string, { child, exited }: Launched): Promise<string | undefined> {
  let why: string | undefined
  void exited.then((reason) => (why = reason))
  while (why === undefined) {
    const status = readStatus(cluster)
    if (status !== undefined && status.pid === child.pid && status.phase === 'ready') return undefined
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return why
}

async function stopServer(child: ChildProcess, exited: Promise<string>): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown: open transactions roll back, everything committed is written.
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 20_000)
  await exited
  clearTimeout(impatience)
}

/** The lines of postmaster.pid: pid, folder, start, port, socket folder, address, shared memory, phase. */
function readStatus(cluster: string): { pid: number; phase: string } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), phase: (lines[7] ?? '').trim() }
  } catch {
    return undefined
  }
}

/** A log of its own, because a pipe to the program would break when the program is killed. */
function openLog(place: Place): number {
  const file = join(place.folder, 'log')
  return openSync(file, 'a', 0o600)
}

function connectionUrl(place: Place, port: number | undefined): string {
  const password = readFileSync(join(place.folder, 'password'), 'utf8').trim()
  if (port !== undefined) return `postgres://samtale:${password}@127.0.0.1:${port}/samtale`
  return `postgres://samtale:${password}@localhost/samtale?host=${encodeURIComponent(socketFolder(place))}`
}

/** Its own folder, or a short one where the operating system's limit of about 100 bytes for a socket's path forbids that. */
function socketFolder(place: Place): string {
  if (Buffer.byteLength(join(place.folder, '.s.PGSQL.65535.lock')) < 100) return place.folder
  const folder = `/tmp/samtale-${createHash('sha256').update(place.folder).digest('hex').slice(0, 16)}`
  const owner = place.account?.uid ?? process.getuid?.() ?? 0
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if (place.account) chownSync(folder, place.account.uid, place.account.gid)
  }
  if (statSync(folder).uid !== owner)
    throw new Error(`${folder}, needed for PostgreSQL's socket, belongs to another user.`)
  return folder
}

type Streams = ['pipe', 'pipe', 'pipe'] | ['ignore', number, number]

/** Its own session, so that Ctrl-C in the terminal reaches the program first; no PGDATA or PGPORT of the user's. */
function surroundings(place: Place, stdio: Streams) {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
  return { ...place.account, cwd: place.folder, detached: true, stdio, env }
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
}
