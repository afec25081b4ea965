import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { Stop, exitCodes, type Command } from '../command.ts'

const root = join(import.meta.dirname, '../..')

export const command: Command = {
  summary: 'Fill a new installation from a backup, while Samtale is stopped',
  usage: 'DIR [--data FOLDER]',
  options: { data: { type: 'string' } },
  run: async ({ positionals, options, print }) => {
    const [folder] = positionals
    if (folder === undefined || positionals.length > 1)
      throw new Stop('Say from where: samtale restore DIR', exitCodes.usage)
    const { data = process.env['SAMTALE_DATA'] ?? join(root, 'data') } = options
    // A program of its own, because it opens the engines that the running program otherwise holds.
    const program = join(root, 'src/platform/backup/restore-program.ts')
    const child = spawn(process.execPath, [program, resolve(folder)], {
      env: { ...process.env, SAMTALE_DATA: resolve(String(data)) },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const code = await new Promise<number | null>((done) => child.once('close', done))
    if (code !== 0) throw new Stop('Nothing was restored.')
    print('Restored. Start Samtale with "npm start".')
  },
}
