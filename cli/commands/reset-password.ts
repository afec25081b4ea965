import { Stop, exitCodes, type Command } from '../command.ts'
import { openDataFolder } from '../data-folder.ts'

export const command: Command = {
  summary: 'Print a link that sets a new password, for whoever can read the data folder',
  usage: 'EMAIL [--data FOLDER] [--json]',
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  run: async (given) => {
    const [email] = given.positionals
    if (email === undefined || given.positionals.length > 1)
      throw new Stop('Say whose: samtale reset-password name@example.org', exitCodes.usage)
    const response = await openDataFolder(given).post('/api/operator/password-link', { email })
    const made = (await response.json()) as { link: string; minutes: number }
    if (given.options['json'] === true) return given.print(JSON.stringify(made))
    given.print(made.link)
    given.say(
      `It works once and for ${made.minutes} minutes. Two-factor sign-in stays on; where phone and recovery codes are lost, "samtale end-two-factor EMAIL" ends it. The audit trail says that the link was made.`,
    )
  },
}
