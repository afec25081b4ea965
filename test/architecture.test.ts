import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { config } from '../bin/lint-order.mjs'

const root = join(import.meta.dirname, '..')

const upwards = 'people may import only rooms above it'
const kinds: [what: string, file: string, source: string, refusal: string][] = [
  [
    'a static import',
    'src/people/planted-a.ts',
    "import { x } from '../segments/index.ts'\nconsole.log(x)\n",
    upwards,
  ],
  [
    'a type import',
    'src/people/planted-b.ts',
    "import type { X } from '../segments/index.ts'\nexport type Y = X\n",
    upwards,
  ],
  ['a re-export', 'src/people/planted-c.ts', "export { x } from '../segments/index.ts'\n", upwards],
  ['a re-export of everything', 'src/people/planted-d.ts', "export * from '../segments/index.ts'\n", upwards],
  ['an import for its effect', 'src/people/planted-e.ts', "import '../segments/index.ts'\n", upwards],
  [
    'a dynamic import',
    'src/people/planted-f.ts',
    "export const load = () => import('../segments/index.ts')\n",
    upwards,
  ],
  [
    'an import from a folder deeper',
    'src/people/ui/planted-g.ts',
    "import { x } from '../../segments/ui/index.ts'\nconsole.log(x)\n",
    upwards,
  ],
  // No import rule sees this one, so it is refused altogether.
  [
    "import('…').T",
    'src/people/planted-h.ts',
    "export type Y = import('../segments/index.ts').X\n",
    'consistent-type-imports',
  ],
  [
    'an import past the doors of another room',
    'src/segments/planted-i.ts',
    "import { x } from '../people/secret-room.ts'\nconsole.log(x)\n",
    'by its doors',
  ],
  [
    'an import of the program itself',
    'src/people/planted-j.ts',
    "import { rooms } from '../server.ts'\nconsole.log(rooms)\n",
    'Only the program itself',
  ],
  [
    'an import of the server by the command',
    'cli/planted-k.ts',
    "import { x } from '../src/people/index.ts'\nconsole.log(x)\n",
    'speaks HTTP only',
  ],
  [
    'an import of a room by the kit',
    'web/kit/planted-l.ts',
    "import { x } from '../../src/people/index.ts'\nconsole.log(x)\n",
    'knows no room',
  ],
  [
    'a driver in a screen',
    'src/people/ui/planted-m.ts',
    "import pg from 'pg'\nconsole.log(pg)\n",
    'No driver reaches the browser',
  ],
  [
    'a cycle',
    'src/people/planted-n.ts',
    "import { b } from './planted-o.ts'\nexport const a = () => b\n",
    'no-cycle',
  ],
]
const allowed: [file: string, source: string][] = [
  ['src/people/planted-o.ts', "import { a } from './planted-n.ts'\nexport const b = () => a\n"],
  ['src/segments/planted-p.ts', "import { findPerson } from '../people/index.ts'\nconsole.log(findPerson)\n"],
]

const Report = z.object({
  diagnostics: z.array(
    z.object({
      filename: z.string(),
      message: z.string(),
      code: z.string().optional(),
      help: z.string().optional(),
    }),
  ),
})
let said: Map<string, string>

/** Planted in a folder laid out like the project, so that no other test meets the planted files. */
const field = mkdtempSync(join(tmpdir(), 'samtale-order-'))

beforeAll(() => {
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
    copyFileSync(join(root, file), join(field, file))
  symlinkSync(join(root, 'node_modules'), join(field, 'node_modules'))
  const files = [...kinds.map(([, file, source]) => [file, source] as const), ...allowed]
  for (const [file, source] of files) {
    mkdirSync(dirname(join(field, file)), { recursive: true })
    writeFileSync(join(field, file), source)
  }
  const ran = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format=json', 'src', 'cli', 'web'], {
    cwd: field,
    encoding: 'utf8',
  })
  const { diagnostics } = Report.parse(JSON.parse(ran.stdout))
  const of = (path: string) => diagnostics.filter((one) => one.filename.endsWith(path))
  said = new Map(
    files.map(([path]) => [
      path,
      of(path)
        .map((one) => `${one.code} ${one.message} ${one.help}`)
        .join('\n'),
    ]),
  )
}, 60_000)

afterAll(() => rmSync(field, { recursive: true, force: true }))

describe('the order of the rooms', () => {
  test.each(kinds)('%s is refused', (_what, file, _source, refusal) => {
    expect(said.get(file)).toContain(refusal)
  })

  test('another room is entered by its door', () => {
    expect(said.get('src/segments/planted-p.ts')).not.toContain('no-restricted-imports')
  })

  test('.oxlintrc.json is what bin/lint-order.mjs writes', () => {
    const written: unknown = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8'))
    expect(written).toEqual(JSON.parse(JSON.stringify(config)))
  })
})
