import type { ParseArgsConfig } from 'node:util'
import type { Client } from './client.ts'

/**
 * One command in one file of `commands/`, found by its name: `samtale import people` is `commands/import-people.ts`. The
 * file exports it as `command`.
 */
export type Command = {
  /** One line for the list of commands. */
  summary: string
  /** What follows the command's name, e.g. `FILE --source NAME [--json]`. */
  usage: string
  /** As `parseArgs` takes them; what is not listed is refused. */
  options: NonNullable<ParseArgsConfig['options']>
  /** Does the work. A `Stop` (or a refusal of the server) ends it with its words and exit code. */
  run(given: Given): Promise<void>
}

export type Given = {
  options: Record<string, string | boolean | (string | boolean)[] | undefined>
  positionals: string[]
  /** Speaks to the server named by SAMTALE_URL, with the key in SAMTALE_KEY. */
  client: Client
  /** Results, to stdout. */
  print: (text: string) => void
  /** Progress and remarks, to stderr, so that results can be piped. */
  say: (text: string) => void
}

/** How a command ends: 0 done · 1 refused or failed · 2 asked wrongly · 3 server not reached. */
export const exitCodes = { refused: 1, usage: 2, unreachable: 3 } as const

/** An expected end: says what to do. */
export class Stop extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode: number = exitCodes.refused) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The text of an option that must be there. Throws what to add. */
export function requiredOption(given: Pick<Given, 'options'>, name: string): string {
  const value = given.options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new Stop(`--${name} is missing.`, exitCodes.usage)
}
