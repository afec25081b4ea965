import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { faultCodes, faultsOf } from './field-fault.ts'

const Form = z.object({
  name: z.string().trim().min(1).max(5),
  password: z.string().min(10),
  email: z.string().pipe(z.email()),
  page: z.url(),
  at: z.iso.datetime(),
  role: z.enum(['owner', 'viewer']),
  n: z.int().min(5).max(9),
  list: z.array(z.string()).min(2).max(3),
})
const right = {
  name: 'Ada',
  password: 'long enough',
  email: 'a@example.org',
  page: 'https://example.org',
  at: '2026-01-01T00:00:00Z',
  role: 'owner',
  n: 7,
  list: ['a', 'b'],
}

test.each([
  ['name', undefined, 'missing', {}],
  ['name', '   ', 'missing', {}],
  ['name', 'too long', 'too-long', { limit: 5 }],
  ['name', 7, 'wrong-kind', {}],
  ['password', 'short', 'too-short', { limit: 10 }],
  ['email', 'not a mail', 'not-email', {}],
  ['page', 'nowhere', 'not-address', {}],
  ['at', 'tomorrow', 'not-date', {}],
  ['role', 'king', 'not-offered', {}],
  ['n', 4, 'too-low', { limit: 5 }],
  ['n', 10, 'too-high', { limit: 9 }],
  ['list', ['a'], 'too-few', { limit: 2 }],
  ['list', ['a', 'b', 'c', 'd'], 'too-many', { limit: 3 }],
])('%s %j is %s', (path, value, code, params) => {
  const given = { ...right, [path]: value }
  const { error } = Form.safeParse(given)
  const faults = faultsOf(error?.issues ?? [], given).map(({ message: _, ...fault }) => fault)
  expect(faults).toContainEqual({ path, code, params })
})

test('a field nobody knows, and what only a rule of ours finds, have a code', () => {
  const Strict = z.strictObject({ from: z.number(), to: z.number() }).refine(({ from, to }) => from < to)
  const codes = (given: object) =>
    faultsOf(Strict.safeParse(given).error?.issues ?? [], given).map((fault) => fault.code)
  expect(codes({ from: 1, to: 2, more: 3 })).toEqual(['not-known'])
  expect(codes({ from: 2, to: 1 })).toEqual(['wrong-form'])
})

const folder = join(import.meta.dirname, '../../../web/kit/messages')
describe.each(['en', 'da', 'sv', 'nl', 'de'])('a fault in %s', (locale) => {
  const messages = JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')) as Record<string, string>

  test.each(Object.entries(faultCodes))('%s has words, with its limit', (code, names) => {
    const errors: unknown[] = []
    const intl = createIntl({ locale, messages, onError: (error) => errors.push(error) })
    const params = Object.fromEntries(names.map((name) => [name, 12]))
    const words = intl.formatMessage({ id: `kit.field.${code}` }, params)
    expect(errors).toEqual([])
    for (const _ of names) expect(words).toContain('12')
  })
})

test('every problem the server can state has words in the web app', () => {
  const root = join(import.meta.dirname, '../../..')
  const read = (pattern: string) =>
    globSync(pattern, { cwd: root })
      .filter((file) => !file.includes('.test.'))
      .map((file) => readFileSync(join(root, file), 'utf8'))
  const words = read('{src/*/ui,web/*}/messages/en.json').flatMap((text) =>
    Object.keys(JSON.parse(text) as object),
  )
  const ids = read('src/**/*.ts').flatMap((text) =>
    [...text.matchAll(/\bid: '([a-z][a-z-]+)',\s*status: \d{3}/g)].map((found) => found[1] ?? ''),
  )
  expect(ids.length).toBeGreaterThan(50)
  const lacking = [...new Set(ids)].filter(
    (id) => !forPrograms.has(id) && !words.some((key) => key.endsWith(`.problem.${id}`)),
  )
  expect(lacking).toEqual([])
})

/** Problems of calls that no screen makes, and of pages made on the server, which have words of their own. */
const forPrograms = new Set([
  'not-open',
  'answers-missing',
  'slot-taken',
  'not-an-address',
  'bad-key',
  'missing-scope',
  'not-for-keys',
  'unknown-key',
  'refused-events',
  'not-json',
  'no-such-route',
  'wrong-method',
  'bad-upload-offset',
  'upload-out-of-place',
  'tus-version',
  'piece-too-short',
  'no-such-range',
  'not-the-operator',
  'no-such-user',
  'backup-running',
  'sender-gone',
])
