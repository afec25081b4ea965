import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Stop, exitCodes, type Given } from './command.ts'

/** How a command asks the program for what only whoever runs the installation may do. */
export type Operator = {
  /** Asks a route below `/api/operator/`. */
  post(path: string, body: object): Promise<Response>
}

/**
 * The running program on a data folder, and the proof that one may read that folder. Throws a `Stop` where no program runs on it.
 * The folder is that of `--data`, else of SAMTALE_DATA, else `data` of this installation.
 */
export function openDataFolder({ options, client }: Given): Operator {
  const named = options['data'] ?? process.env['SAMTALE_DATA'] ?? join(import.meta.dirname, '../data')
  const data = resolve(String(named))
  const token = readData(data, 'operator-token').trim()
  const address = process.env['SAMTALE_URL'] ?? addressIn(readData(data, 'running.json'))
  return {
    post: (path, body) =>
      client.send(new URL(path, address).href, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-samtale-operator': token },
        body: JSON.stringify(body),
      }),
  }
}

function readData(data: string, name: string): string {
  const file = join(data, name)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  throw new Stop(
    `Samtale does not run on ${data} (there is no ${name}). Start it, or name its data folder: --data FOLDER.`,
    exitCodes.unreachable,
  )
}

function addressIn(running: string): string {
  const { url } = JSON.parse(running) as { url?: string }
  if (url !== undefined) return url
  throw new Stop('Samtale is just starting. Try again in a moment.', exitCodes.unreachable)
}
