import { fork, type ChildProcess } from 'node:child_process'
import { z } from 'zod'
import type { Service } from './kept-alive.ts'

const Ready = z.object({ ready: z.literal(true), url: z.string(), setupLink: z.string().optional() })

/** What the program says once it listens. */
export type Ready = z.infer<typeof Ready>

/** Or why it cannot, in a line that says what to do. */
const Fault = z.object({ fault: z.string() })

export type StartProgram = {
  file: string
  environment: NodeJS.ProcessEnv
  onReady: (ready: Ready, pid: number) => void
  /** Ends a program that is still starting. */
  signal: AbortSignal
}

/** Starts the program and waits until it says that it listens. Throws when it ends before that. */
export async function startProgram({ file, environment, onReady, signal }: StartProgram): Promise<Service> {
  // Its own session: Ctrl-C in the terminal goes to the supervisor, which stops things in the right order.
  const child = fork(file, [], {
    env: environment,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, by) => resolve(by ?? `code ${code}`))
  })
  const service = { exited, stop: () => stopProgram(child, exited) }
  let fault: string | undefined
  child.on('message', (message) => {
    fault = Fault.safeParse(message).data?.fault ?? fault
  })
  const abort = () => void service.stop()
  signal.addEventListener('abort', abort, { once: true })
  const started = await Promise.race([firstReady(child), exited])
  signal.removeEventListener('abort', abort)
  if (typeof started === 'string')
    throw new Error(fault ?? `the program ended (${started}) before it listened`)
  onReady(started, child.pid ?? 0)
  return service
}

function firstReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      const ready = Ready.safeParse(message)
      if (ready.success) resolve(ready.data)
    })
  })
}

async function stopProgram(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await exited
  clearTimeout(impatience)
}
