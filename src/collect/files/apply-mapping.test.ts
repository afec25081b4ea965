import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyMapping } from './apply-mapping.ts'
import type { MappedRow } from './apply-mapping.ts'
import { guessColumns } from './guess.ts'
import { readIdentifier } from './identifier-values.ts'
import { Mapping } from './mapping.ts'
import { proposeMapping } from './propose-mapping.ts'
import type { ByteSource } from '../tables/rows.ts'
import { allRows, bytesOf, fileOf, opened, testData } from '../tables/testing-files.ts'

describe('the proposed mapping, applied', () => {
  test('rows of which nobody can be told are rejected as written', async () => {
    const rows = await mapAll(fileOf(join(testData, 'uploads/missing-some-identifiers.csv')))
    expect(rows[0]).toMatchObject({ state: 'rejected', line: 2, raw: ',,John,Doe', reason: 'no-identifier' })
    expect(rows[1]).toMatchObject({
      state: 'mapped',
      identifiers: [{ kind: 'email', value: 'janedoe@example.com' }],
    })
  })

  test('subscribe and unsubscribe become consent once somebody says what for, an empty cell says nothing', async () => {
    const path = join(testData, 'uploads/subscription-group-actions.csv')
    const asked = await mapAll(fileOf(path))
    expect(asked.flatMap((row) => (row.state === 'mapped' ? row.consents : []))).toEqual([])
    const rows = await mapAll(fileOf(path), { action: 'email_marketing' })
    const given = rows.map((row) =>
      row.state === 'mapped' ? row.consents.map((consent) => consent.given) : 'rejected',
    )
    expect(given.slice(0, 4)).toEqual([[true], [false], [true], []])
  })

  test('a refusal counts although the rows looked at hold none; a word that says neither is told', () => {
    const columns = ['email', 'newsletter']
    const mapping = proposeMapping(
      guessColumns(columns, [
        ['a@x.dk', 'Ja'],
        ['b@x.dk', 'Ja'],
        ['c@x.dk', ''],
      ]),
    )
    const words = ['Ja', 'Nej', 'perhaps', 'unknown', ''].map((cell, index) => {
      const cells = ['a@x.dk', cell]
      const row = applyMapping(mapping, columns)({ line: index + 2, cells, raw: cells.join() })
      return row.state === 'mapped' ? [row.consents.map(({ given }) => given), row.unread.length] : []
    })
    expect(words).toEqual([
      [[true], 0],
      [[false], 0],
      [[], 1],
      [[], 0],
      [[], 0],
    ])
  })

  test('the bank’s people are told apart by row; the same file gives the same 4,119', async () => {
    const source = fileOf(join(testData, 'customers/bank-additional.csv'))
    const ids = (await mapAll(source)).map(identity)
    expect(new Set(ids).size).toBe(4119)
    expect((await mapAll(source)).map(identity)).toEqual(ids)
  })

  test('999 and "unknown" are no facts; numbers and yes-no are what they mean', async () => {
    const [first] = await mapAll(fileOf(join(testData, 'customers/bank-additional.csv')))
    const facts =
      first?.state === 'mapped' ? Object.fromEntries(first.facts.map((fact) => [fact.trait, fact.value])) : {}
    expect(facts).toMatchObject({
      age: 30,
      job: 'blue-collar',
      housing: true,
      y: false,
      'emp.var.rate': -1.8,
    })
    expect(facts).not.toHaveProperty('pdays')
  })

  test('facts of a special category carry it', async () => {
    const rows = await mapAll(fileOf(join(testData, 'surveys/masculinity-survey.csv')))
    const held = rows.flatMap((row) =>
      row.state === 'mapped' ? row.facts.filter((fact) => fact.special === 'orientation') : [],
    )
    expect(held.map((fact) => fact.trait)).toContain('q0026')
  })

  test('a cell that does not fit its column is left out and said', async () => {
    const file = await opened(bytesOf('id,born\na1,2020-02-30\n'))
    const mapping = Mapping.parse({
      version: 1,
      identity: { kind: 'columns' },
      columns: {
        id: { use: 'identifier', kind: 'user_id' },
        born: { use: 'trait', trait: 'born', type: 'date', class: 'demographic' },
      },
    })
    const [row] = (await allRows(file)).rows.map(applyMapping(mapping, file.columns))
    expect(row).toMatchObject({
      state: 'mapped',
      facts: [],
      unread: [{ column: 'born', value: '2020-02-30' }],
    })
  })

  test('a broken address alone is rejected for what it is', async () => {
    const mapping = Mapping.parse({
      version: 1,
      identity: { kind: 'columns' },
      columns: { mail: { use: 'identifier', kind: 'email' } },
    })
    const row = applyMapping(mapping, ['mail'])({ line: 2, raw: 'anna at b.dk', cells: ['anna at b.dk'] })
    expect(row).toMatchObject({ state: 'rejected', reason: 'identifier-malformed' })
  })
})

test('a mapping is refused when it is not one', () => {
  for (const bad of [
    {},
    { version: 2, identity: { kind: 'row' }, columns: {} },
    { version: 1, identity: { kind: 'row' }, columns: { a: { use: 'x' } } },
  ]) {
    expect(Mapping.safeParse(bad).success).toBe(false)
  }
})

test('naughty strings as names and values pass through unharmed', () => {
  const naughty = readNaughty()
  const mapping = Mapping.parse({
    version: 1,
    identity: { kind: 'row' },
    columns: JSON.parse(
      `{${naughty.map((name) => `${JSON.stringify(name)}: {"use":"trait","trait":"t","type":"text","class":"none"}`).join(',')}}`,
    ),
  })
  const row = applyMapping(mapping, naughty)({ line: 1, raw: '', cells: naughty })
  expect(row.state === 'mapped' && row.facts.map((fact) => fact.value)).toEqual(
    naughty.map((text) => text.trim()),
  )
  expect(guessColumns(naughty, [naughty, naughty])).toHaveLength(naughty.length)
})

test.each([
  ['customer_id', '17850.0', '17850'],
  ['customer_id', '007', '007'],
  ['email', ' Anna@Example.COM ', 'anna@example.com'],
  ['phone', '0045 20 30 40 50', '+4520304050'],
  ['phone', '+44 (0)20 7946 0958', '+442079460958'],
] as const)('the %s %j is stored as %j', (kind, text, value) =>
  expect(readIdentifier(kind, text)).toEqual({ value }),
)

test.each(['', 'N/A', '0000', 'null', 'anonymous', '-'])('%j as an identifier names nobody', (text) => {
  expect(readIdentifier('user_id', text)).toBe('missing')
})

async function mapAll(
  source: ByteSource,
  chosen: Readonly<Record<string, 'email_marketing'>> = {},
): Promise<MappedRow[]> {
  const file = await opened(source)
  const mapping = Mapping.parse(
    JSON.parse(
      JSON.stringify(
        proposeMapping(
          guessColumns(
            file.columns,
            file.sample.map((row) => row.cells),
          ),
        ),
      ),
    ),
  )
  for (const [name, purpose] of Object.entries(chosen)) {
    const column = mapping.columns[name]
    if (column?.use === 'consent') column.purpose = purpose
  }
  return (await allRows(file)).rows.map(applyMapping(mapping, file.columns))
}

function identity(row: MappedRow): string {
  return row.state === 'mapped'
    ? row.identifiers.map(({ kind, value }) => `${kind}:${value}`).join()
    : 'rejected'
}

function readNaughty(): string[] {
  return [
    'constructor',
    'toString',
    '¯\\_(ツ)_/¯',
    '田中さん',
    '\u202etest',
    "'; DROP TABLE people; --",
    '<script>alert(1)</script>',
    '𝕿𝖍𝖊',
    'a\u0000b',
    '\ud800',
    '🏳️‍🌈',
    'true',
    'NaN0',
    '=1+1',
    '${x}',
    '%s%n',
    '1;2',
  ]
}
