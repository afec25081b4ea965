import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { lookUpProcess, signalProcess, waitForEnd } from '../src/platform/engines/process-table.ts'

const root = join(import.meta.dirname, '..')

export type Wish = { data: string; port: number; environment?: NodeJS.ProcessEnv }

/** The real program under its supervisor, as `npm start` runs it but without building the web app. */
export type RunningSamtale = {
  url: string
  data: string
  /** What it said so far. */
  output: () => string
  /** Process ids as they are now; 0 where there is none. */
  processes: () => { supervisor: number; program: number; postgres: number }
  /** Ends one of the processes at once, without any notice. */
  kill: (which: 'supervisor' | 'program' | 'postgres') => void
  /** Waits until /health says ok; throws what it said last when it does not within the time (30 s). */
  untilHealthy: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts Samtale on a data folder and waits until it answers. Throws with its output when it does not come up. */
export async function startSamtale({ data, port, environment = {} }: Wish): Promise<RunningSamtale> {
  const url = `http://127.0.0.1:${port}`
  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: '', PORT: String(port), LOG_LEVEL: 'error' }
  const script = join(root, 'test/fixtures/supervised.ts')
  const child = spawn(process.execPath, [script, data, join(root, 'src/main.ts')], {
    env: { ...env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const processes = () => processesOf(data, child.pid ?? 0)
  const running: RunningSamtale = {
    url,
    data,
    processes,
    output: () => output,
    kill: (which) => {
      const pid = processes()[which]
      if (pid > 0) signalProcess(pid, 'SIGKILL')
    },
    untilHealthy: () => untilHealthy(url, () => output),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
  try {
    await Promise.race([untilReady(() => output), ended.then(() => Promise.reject(new Error(output)))])
    await running.untilHealthy()
    return running
  } catch (error) {
    await running.stop()
    throw error
  }
}

/** Ends whatever a killed supervisor left running on a data folder. */
export async function endLeftBehind(data: string): Promise<void> {
  const { program, postgres } = processesOf(data, 0)
  for (const pid of [program, postgres]) {
    if (pid === 0 || lookUpProcess(pid).state !== 'running') continue
    signalProcess(pid, 'SIGKILL')
    await waitForEnd(pid, 5000)
  }
}

export const Keys = z.object({ workspaceId: z.string(), writeKey: z.string(), secretKey: z.string() })
export type Keys = z.infer<typeof Keys>

/** Sets a new installation up by its token, as the setup page does. */
export async function setUpSamtale({ url, data }: { url: string; data: string }): Promise<Keys> {
  const token = readFileSync(join(data, 'setup-token'), 'utf8').trim()
  const body = {
    token,
    email: 'bench@example.org',
    password: 'not-a-secret-of-anybody-7',
    workspace: 'Bench',
  }
  const answer = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-samtale': '1' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`The setup was refused: ${await answer.text()}`)
  return Keys.parse(await answer.json())
}

async function untilReady(output: () => string): Promise<void> {
  while (!output().includes('Samtale is ready at')) await pause(20)
}

async function untilHealthy(url: string, output: () => string): Promise<void> {
  let last = ''
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; await pause(30)) {
    try {
      const answer = await fetch(`${url}/health`)
      last = await answer.text()
      if (answer.ok) return
    } catch (error) {
      last = String(error)
    }
  }
  throw new Error(`Samtale does not get well: ${last}\n${output().slice(-2000)}`)
}

const Holder = z.object({ programPid: z.number().optional() })

function processesOf(data: string, supervisor: number) {
  const holder = join(data, 'running.json')
  const program = existsSync(holder) ? Holder.safeParse(readJson(holder)).data?.programPid : undefined
  const status = join(data, 'postgres/cluster/postmaster.pid')
  const postgres = existsSync(status) ? Number(readFileSync(status, 'utf8').split('\n')[0]) : 0
  return { supervisor, program: program ?? 0, postgres }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
