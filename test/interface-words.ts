import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type InterfaceWords = (key: string, values?: Record<string, string>) => string

/** Everything the interface says in a language, by its key. */
export function interfaceWords(language: string): InterfaceWords {
  const root = join(import.meta.dirname, '..')
  const files = globSync(`{src/*/ui,web/*}/messages/${language}.json`, { cwd: root })
  const all: Record<string, string> = Object.assign(
    {},
    ...files.map((file): Record<string, string> => JSON.parse(readFileSync(join(root, file), 'utf8'))),
  )
  return (key, values = {}) => {
    const text = all[key]
    if (text === undefined) throw new Error(`nothing is called ${key}`)
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  }
}
