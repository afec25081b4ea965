import { resolve } from 'node:path'
import { Stop, exitCodes, type Command, type Given } from '../command.ts'
import { openDataFolder } from '../data-folder.ts'

export const command: Command = {
  summary: 'Copy everything in both engines into a new folder, while Samtale runs',
  usage: 'DIR [--data FOLDER] [--json]',
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  run: async (given) => {
    const [wanted] = given.positionals
    if (wanted === undefined || given.positionals.length > 1)
      throw new Stop('Say where to: samtale backup DIR', exitCodes.usage)
    const folder = resolve(wanted)
    const response = await openDataFolder(given).post('/api/operator/backup', { folder })
    const done = await follow(response, given)
    if (given.options['json'] === true) return given.print(JSON.stringify({ folder, ...done }))
    given.print(`${folder}: ${done.rows.toLocaleString('en')} rows, ${Math.ceil(done.bytes / 1e6)} MB`)
    given.say(
      'It holds personal data and the secret of the installation: keep it as you keep the data itself.',
    )
  },
}

type Done = { rows: number; bytes: number }
type Said = { line?: string; problem?: string; done?: Done }

/** Repeats what the program says until it is done. Throws a `Stop` when it says that it failed. */
async function follow(response: Response, { say }: Given): Promise<Done> {
  let rest = ''
  let done: Done | undefined
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const said = JSON.parse(line) as Said
      if (said.problem !== undefined) throw new Stop(said.problem)
      if (said.line !== undefined) say(said.line)
      done = said.done ?? done
    }
  }
  if (!done) throw new Stop('Samtale ended while the backup was being made: there is none. Try again.')
  return done
}
