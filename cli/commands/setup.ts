import { existsSync, readFileSync } from 'node:fs'
import { Stop, exitCodes, requiredOption, type Command } from '../command.ts'

export const command: Command = {
  summary: 'Set up a new installation: first user, workspace and keys',
  usage: '--token-file FILE --email EMAIL --password PASSWORD --workspace NAME [--json]',
  options: {
    'token-file': { type: 'string' },
    email: { type: 'string' },
    password: { type: 'string' },
    workspace: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (given) => {
    const token = readToken(requiredOption(given, 'token-file'))
    const body = {
      token,
      email: requiredOption(given, 'email'),
      password: requiredOption(given, 'password'),
      workspace: requiredOption(given, 'workspace'),
    }
    const made = await given.client.call('POST /api/setup', { body })
    if (given.options['json'] === true) return given.print(JSON.stringify(made))
    given.print(`workspace   ${made.workspaceId}`)
    given.print(`write key   ${made.writeKey}`)
    given.print(`secret key  ${made.secretKey}`)
    given.say('The keys are shown this once; keep them where you keep passwords.')
  },
}

function readToken(file: string): string {
  if (!existsSync(file)) {
    throw new Stop(
      `There is no file ${file}. The token lies in the data folder as "setup-token" until the setup is done.`,
      exitCodes.usage,
    )
  }
  return readFileSync(file, 'utf8').trim()
}
