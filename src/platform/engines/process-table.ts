import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export type ProcessState = { state: 'gone' } | { state: 'ended' } | { state: 'running'; command: string }

/**
 * What the operating system says about a process id. `ended` is a process that is over but still listed because nobody
 * collected it; signals to it succeed, so asking with `kill(pid, 0)` alone would take it for alive.
 */
export function lookUpProcess(pid: number): ProcessState {
  if (!Number.isSafeInteger(pid) || pid <= 0) return { state: 'gone' }
  return existsSync('/proc/self/stat') ? readProc(pid) : askPs(pid)
}

/** Waits until a process is over; true when it ended within the time. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (lookUpProcess(pid).state === 'running') {
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}

/** Sends a signal to a process that may have ended in the meantime. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function readProc(pid: number): ProcessState {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in parentheses may itself hold parentheses and spaces; the state follows the last one.
    const state = stat.charAt(stat.lastIndexOf(')') + 2)
    if (state === 'Z' || state === 'X') return { state: 'ended' }
    return { state: 'running', command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }
  } catch {
    return { state: 'gone' }
  }
}

function askPs(pid: number): ProcessState {
  const answer = spawnSync('ps', ['-ww', '-o', 'state=,command=', '-p', String(pid)], { encoding: 'utf8' })
  const line = answer.stdout.trim()
  if (line === '') return { state: 'gone' }
  const [state = '', ...command] = line.split(/\s+/)
  return state.startsWith('Z') ? { state: 'ended' } : { state: 'running', command: command.join(' ') }
}
