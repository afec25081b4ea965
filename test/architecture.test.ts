import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { config } from '../bin/lint-order.mjs'

const root = join(import.meta.dirname, '..')
const planted: string[] = []

afterEach(() => {
  for (const file of planted.splice(0)) rmSync(file, { force: true, recursive: true })
})

function plant(path: string, source: string): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, source)
  planted.push(file)
}

/** What lint says of the planted files. */
function lint(...paths: string[]): string {
  const ran = spawnSync(join(root, 'node_modules/.bin/oxlint'), paths, { cwd: root, encoding: 'utf8' })
  return ran.stdout + ran.stderr
}

describe('the order of the rooms', () => {
  test.each([
    ['a static import', "import { segmentsRoom } from '../segments/index.ts'\nconsole.log(segmentsRoom)\n"],
    ['a type import', "import type { X } from '../segments/index.ts'\nexport type Y = X\n"],
    ['a re-export', "export { x } from '../segments/index.ts'\n"],
    ['a re-export of everything', "export * from '../segments/index.ts'\n"],
    ['an import for its effect', "import '../segments/index.ts'\n"],
  ])('%s of a lower room is refused', (_, source) => {
    plant('src/people/planted.ts', source)
    expect(lint('src/people/planted.ts')).toContain('people may import only rooms above it')
  })

  test('a dynamic import of a lower room is refused', () => {
    plant('src/people/planted.ts', "export const load = () => import('../segments/index.ts')\n")
    expect(lint('src/people/planted.ts')).toContain('people may import only rooms above it')
  })

  test("import('…').T, which no import rule sees, is refused altogether", () => {
    plant('src/people/planted.ts', "export type Y = import('../segments/index.ts').X\n")
    expect(lint('src/people/planted.ts')).toContain('consistent-type-imports')
  })

  test('deeper folders of a room are held to the same', () => {
    plant('src/people/ui/planted.ts', "import { x } from '../../segments/ui/index.ts'\nconsole.log(x)\n")
    expect(lint('src/people/ui/planted.ts')).toContain('people may import only rooms above it')
  })

  test('another room is entered by its doors only', () => {
    plant('src/segments/planted.ts', "import { x } from '../people/secret-room.ts'\nconsole.log(x)\n")
    expect(lint('src/segments/planted.ts')).toContain('by its doors')
    plant('src/segments/planted.ts', "import { x } from '../people/index.ts'\nconsole.log(x)\n")
    expect(lint('src/segments/planted.ts')).not.toContain('no-restricted-imports')
  })

  test('the program itself, the shell and the server side of the command are out of bounds', () => {
    plant('src/people/planted.ts', "import { rooms } from '../server.ts'\nconsole.log(rooms)\n")
    expect(lint('src/people/planted.ts')).toContain('Only the program itself')
    plant('cli/planted.ts', "import { x } from '../src/people/index.ts'\nconsole.log(x)\n")
    expect(lint('cli/planted.ts')).toContain('speaks HTTP only')
    plant('web/kit/planted.ts', "import { x } from '../../src/people/index.ts'\nconsole.log(x)\n")
    expect(lint('web/kit/planted.ts')).toContain('knows no room')
  })

  test('a cycle is refused', () => {
    plant('src/people/planted.ts', "import { b } from './planted-b.ts'\nexport const a = () => b\n")
    plant('src/people/planted-b.ts', "import { a } from './planted.ts'\nexport const b = () => a\n")
    expect(lint('src/people/planted.ts', 'src/people/planted-b.ts')).toContain('no-cycle')
  })

  test('.oxlintrc.json is what bin/lint-order.mjs writes', () => {
    expect(JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(config)),
    )
  })
})
