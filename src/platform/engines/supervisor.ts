import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from './embedded-postgres.ts'
import { lockFolder, type FolderLock } from './folder-lock.ts'
import { keepAlive } from './kept-alive.ts'
import { lookUpProcess, signalProcess, waitForEnd } from './process-table.ts'
import { startProgram } from './program.ts'
import { folderFault, listenAddress } from './start-fault.ts'

export type Supervision = {
  /** The folder that holds everything: both engines, the lock, the setup token. */
  data: string
  /** The program's file; it talks back as `program.ts` says. */
  program: string
  /** Handed on to the program; a DATABASE_URL in it means that no PostgreSQL is started here. */
  environment: NodeJS.ProcessEnv
  /** Brings the web app up to date before the program starts. */
  buildWeb: () => Promise<unknown>
  say: (line: string) => void
  /** Aborted to stop everything, the program first. */
  stop: AbortSignal
}

/**
 * Runs Samtale on one machine: takes the data folder, builds the web app, starts PostgreSQL and the program, and starts again
 * whichever dies, until told to stop. Resolves with the exit code: 0 when told to stop, 1 when it could not start.
 */
export async function supervise(supervision: Supervision): Promise<number> {
  try {
    listenAddress(supervision.environment)
    mkdirSync(supervision.data, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    const data = realpathSync(supervision.data)
    // As root the data folder itself can be passed through, for PostgreSQL; nobody else has business in this one.
    mkdirSync(join(data, 'clickhouse'), { recursive: true, mode: 0o700 })
    const lock = lockFolder(data)
    if (lock.state === 'taken') return await runLocked({ ...supervision, data }, lock)
    const where = lock.holder?.url === undefined ? 'it is just starting' : `see ${lock.holder.url}`
    supervision.say(`Samtale already runs on ${data} (process ${lock.holder?.pid ?? 'unknown'}): ${where}`)
    return 1
  } catch (error) {
    if (supervision.stop.aborted) return 0
    const words = error instanceof Error ? error.message : String(error)
    supervision.say(`Samtale could not start: ${folderFault(error, supervision.data) ?? words}`)
    return 1
  }
}

type Taken = Extract<FolderLock, { state: 'taken' }>

async function runLocked(supervision: Supervision, lock: Taken): Promise<number> {
  const running: { stop: () => Promise<void> }[] = []
  try {
    await endProgramBefore(supervision, lock)
    lock.note({ pid: process.pid })
    const building = supervision.buildWeb()
    // Both are waited for even when one fails, or a PostgreSQL that comes up later would be left running.
    const [engine, web] = await Promise.allSettled([startEngine(supervision, running), building])
    if (engine.status === 'rejected') throw engine.reason
    if (web.status === 'rejected') throw web.reason
    const environment = engine.value
    if (!supervision.stop.aborted) running.push(await keepProgram({ supervision, environment, lock }))
    await untilAborted(supervision.stop)
    supervision.say('Stopping')
    return 0
  } finally {
    for (const service of running.toReversed()) await service.stop()
    lock.release()
  }
}

async function startEngine(
  { data, environment, say }: Supervision,
  running: { stop: () => Promise<void> }[],
): Promise<NodeJS.ProcessEnv> {
  const own = { ...environment, SAMTALE_DATA: data }
  if (environment['DATABASE_URL']) return own
  say('Starting PostgreSQL')
  let url = ''
  const start = async () => {
    const postgres = await startPostgres({ folder: join(data, 'postgres'), say })
    url = postgres.url
    return postgres
  }
  running.push(await keepAlive({ name: 'PostgreSQL', start, say }))
  return { ...own, DATABASE_URL: url, SAMTALE_EMBEDDED_POSTGRES: '1' }
}

type KeepProgram = { supervision: Supervision; environment: NodeJS.ProcessEnv; lock: Taken }

async function keepProgram({
  supervision,
  environment,
  lock,
}: KeepProgram): Promise<{ stop: () => Promise<void> }> {
  const { say, stop: signal, program: file } = supervision
  say('Starting Samtale')
  const start = () =>
    startProgram({
      file,
      environment,
      signal,
      onReady: ({ url, setupLink }, programPid) => {
        lock.note({ pid: process.pid, url, programPid })
        say(`Samtale is ready at ${url}`)
        if (setupLink !== undefined) say(`Set it up at   ${setupLink}`)
      },
    })
  return await keepAlive({ name: 'Samtale', start, say })
}

/** A program whose supervisor was killed ends by itself; until then it holds the port and ClickHouse's folder. */
async function endProgramBefore({ program, say }: Supervision, { before }: Taken): Promise<void> {
  const pid = before?.programPid
  if (pid === undefined) return
  const found = lookUpProcess(pid)
  if (found.state !== 'running' || !found.command.includes(program)) return
  say('Waiting for an earlier run to end')
  if (await waitForEnd(pid, 10_000)) return
  signalProcess(pid, 'SIGKILL')
  await waitForEnd(pid, 5_000)
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
