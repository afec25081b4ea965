import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeClient } from './client.ts'
import { Stop, exitCodes, type Command, type Given } from './command.ts'

type World = {
  args: string[]
  environment: Record<string, string | undefined>
  print: (text: string) => void
  say: (text: string) => void
}

/** Finds the command, reads its options, runs it; the exit code. Never throws for what a user can do wrong. */
export async function run({ args, environment, print, say }: World): Promise<number> {
  try {
    const found = findCommand(args)
    if (!found && isHelp(args[0] ?? 'help')) {
      print(await overview())
      return 0
    }
    if (!found) throw new Stop(`There is no command "${args[0]}".\n\n${await overview()}`, exitCodes.usage)
    const command = await load(found.name)
    if (found.rest.some(isHelp)) {
      print(helpOf(found.name, command))
      return 0
    }
    const { options, positionals } = parse(found.rest, { name: found.name, command })
    const url = environment['SAMTALE_URL'] ?? 'http://127.0.0.1:4780'
    if (!URL.canParse(url)) throw new Stop(`SAMTALE_URL is no address: ${url}`, exitCodes.usage)
    const key = environment['SAMTALE_KEY']
    await command.run({ options, positionals, client: makeClient({ url, key, say }), print, say })
    return 0
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    return error.exitCode
  }
}

const folder = join(import.meta.dirname, 'commands')
const names = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted()

/** The longest name that the first words make: `import people x.csv` is `import-people` with `x.csv`. */
function findCommand(args: string[]): { name: string; rest: string[] } | undefined {
  const known = new Set(names())
  for (let words = Math.min(3, args.length); words > 0; words -= 1) {
    const name = args.slice(0, words).join('-')
    if (known.has(name)) return { name, rest: args.slice(words) }
  }
  return undefined
}

async function load(name: string): Promise<Command> {
  const { command } = (await import(`./commands/${name}.ts`)) as { command: Command }
  return command
}

function parse(
  args: string[],
  { name, command }: { name: string; command: Command },
): Pick<Given, 'options' | 'positionals'> {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    return { options: values, positionals }
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('. ')[0] ?? '') : ''
    throw new Stop(`${why}.\n\n${helpOf(name, command)}`, exitCodes.usage)
  }
}

const isHelp = (word: string | undefined) => word === '--help' || word === '-h' || word === 'help'

const helpOf = (name: string, { usage, summary }: Command) =>
  `${summary}\n\n  samtale ${name.replaceAll('-', ' ')} ${usage}`

async function overview(): Promise<string> {
  const lines = await Promise.all(
    names().map(async (name) => `  ${name.replaceAll('-', ' ').padEnd(20)} ${(await load(name)).summary}`),
  )
  return [
    'samtale COMMAND [options]',
    '',
    ...lines,
    '',
    'SAMTALE_URL  where Samtale is (http://127.0.0.1:4780)',
    'SAMTALE_KEY  a secret key of the workspace',
    'samtale COMMAND --help says more.',
  ].join('\n')
}
