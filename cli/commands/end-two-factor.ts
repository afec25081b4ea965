import { Stop, exitCodes, type Command } from '../command.ts'
import { openDataFolder } from '../data-folder.ts'

export const command: Command = {
  summary:
    'End two-factor sign-in of somebody who lost phone and recovery codes, for whoever can read the data folder',
  usage: 'EMAIL [--data FOLDER]',
  options: { data: { type: 'string' } },
  run: async (given) => {
    const [email] = given.positionals
    if (email === undefined || given.positionals.length > 1)
      throw new Stop('Say whose: samtale end-two-factor name@example.org', exitCodes.usage)
    await openDataFolder(given).post('/api/operator/two-factor/end', { email })
    given.say(
      'From now on the password alone signs in. They are told by mail, and the audit trail says that it was ended here. Forgotten the password too: samtale reset-password EMAIL.',
    )
  },
}
