import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sharedData, sharedDataPresent } from '../../../test/shared-data.ts'
import { guessColumns } from './guess.ts'
import type { ColumnGuess } from './guess.ts'
import { proposeMapping } from './propose-mapping.ts'
import { fileOf, opened, testData } from '../tables/testing-files.ts'

type Expected = {
  column: string
  type: string
  class: string
  identifier: string
  special: string
  missing: string
  mark: string
}

const shares: string[] = []
const total = { right: 0, columns: 0 }
const local: [string, string][] = [
  ['bank-additional', 'customers/bank-additional.csv'],
  ['mlc_churn', 'customers/mlc_churn.csv'],
  ['thanksgiving-2015', 'surveys/thanksgiving-2015.csv'],
  ['masculinity-survey', 'surveys/masculinity-survey.csv'],
  ['steak-risk-survey', 'surveys/steak-risk-survey.csv'],
  ['users', 'uploads/users.csv'],
  ['missing-email-users', 'uploads/missing-email-users.csv'],
  ['missing-headers-users', 'uploads/missing-headers-users.csv'],
  ['missing-identifiers', 'uploads/missing-identifiers.csv'],
  ['missing-some-identifiers', 'uploads/missing-some-identifiers.csv'],
  ['subscription-group-actions', 'uploads/subscription-group-actions.csv'],
  ['online-retail-2010-12-01', 'uploads/online-retail-2010-12-01.csv'],
]

describe('at least nine columns of ten are guessed as a person judged them', () => {
  test.each(local)('%s', async (name, path) => {
    expect(await shareRight(name, join(testData, path))).toBeGreaterThanOrEqual(0.9)
  })

  test('over all files together', () => {
    expect(total.columns).toBeGreaterThanOrEqual(251)
    expect(total.right / total.columns).toBeGreaterThanOrEqual(0.9)
  })
})

describe.skipIf(!sharedDataPresent)('shared data: columns of files that may not be copied', () => {
  test.each([
    ['bfi', 'surveys/psychtools-bfi/bfi.csv'],
    ['tea', 'surveys/factominer-tea/tea.csv'],
  ])('%s', async (name, path) => {
    expect(await shareRight(name, join(sharedData, path))).toBeGreaterThanOrEqual(0.9)
  })
})

afterAll(() =>
  console.info(`columns guessed right\n${shares.join('\n')}\nall ${total.right}/${total.columns}`),
)

describe('what the guess warns of', () => {
  test('the bank’s duration is known only after the call, and y is the outcome', async () => {
    const guesses = await guessFile(join(testData, 'customers/bank-additional.csv'))
    expect(guesses.filter((guess) => guess.leak).map((guess) => guess.name)).toEqual(['duration'])
    expect(guesses.filter((guess) => guess.outcome).map((guess) => guess.name)).toEqual(['y'])
  })

  test.each([
    ['Seksuel orientering', ['A', 'B'], 'orientation'],
    ['Fagforening', ['HK', '3F'], 'union'],
    ['Religion', ['x', 'y'], 'belief'],
    ['Gezondheid', ['goed', 'slecht'], 'health'],
    ['Etnisk ursprung', ['x', 'y'], 'origin'],
    ['Partei', ['x', 'y'], 'politics'],
    ['q17', ['Catholic', 'Muslim'], 'belief'],
    ['Fingerprint', ['x', 'y'], 'biometric'],
    ['d', ['diabetes', 'asthma'], 'health'],
    ['kolonne 4', ['Astma', 'Depression'], 'health'],
    ['Feld', ['Demenz', 'Bluthochdruck'], 'health'],
    ['migrant background', ['yes', 'no'], 'origin'],
    ['hiv status', ['value 1', 'value 2'], 'health'],
  ])('%s is held back as %s', (name, values, category) => {
    const [guess] = guessColumns(
      [name],
      Array.from({ length: 20 }, (_, i) => [values[i % 2] ?? '']),
    )
    expect(guess?.special?.category).toBe(category)
  })

  test('special-sounding parts of harmless words hold nothing back', () => {
    for (const name of [
      'embrace',
      'terrace',
      'trace id',
      'healthy snacks bought',
      'vote_count'.replace('vote_', 'note_'),
    ]) {
      expect(guessColumns([name], [['a'], ['b'], ['a']])[0]?.special ?? null).toBeNull()
    }
  })
})

/** Columns of German, Danish, Swedish and Dutch exports, none of which the words were written for. */
describe('headings of five languages', () => {
  test.each<[string, string[], Partial<ColumnGuess>]>([
    ['Kundennummer', ['K-1', 'K-2', 'K-3'], { type: 'identifier', identifier: 'customer_id', class: 'none' }],
    ['Klantnummer', ['1', '2', '3'], { type: 'identifier', identifier: 'customer_id' }],
    ['E-Mail-Adresse', ['a@b.de', 'c@d.de', 'e@f.de'], { type: 'email', identifier: 'email' }],
    ['Telefonnummer', ['+4520304050', '+4520304051', '+4520304052'], { type: 'phone', identifier: 'phone' }],
    ['Fødselsdato', ['12.03.1980', '13.04.1975', '1.1.2000'], { type: 'date', class: 'demographic' }],
    ['Postleitzahl', ['10115', '80331', '20095'], { class: 'geographic' }],
    ['Civilstånd', ['gift', 'ogift', 'gift'], { class: 'demographic' }],
    ['Leeftijd', ['31', '45', '27'], { type: 'number', class: 'demographic' }],
    [
      'Nyhedsbrev',
      ['ja', 'nej', 'ja'],
      {
        type: 'boolean',
        consent: { purpose: 'email_marketing', gives: ['ja'], withdraws: ['nej'], nothing: [] },
      },
    ],
    ['Omsætning', ['1.234,50', '2,75', '3,00'], { type: 'number', numbers: { decimal: ',' } }],
  ])('%s', (name, values, expected) => {
    expect(
      guessColumns(
        [name],
        values.map((value) => [value]),
      )[0],
    ).toMatchObject(expected)
  })
})

/** A column of 40 rows: a junk word in one of `every`, else what `value` makes. */
function columnOf(name: string, { every, value }: { every: number; value: (i: number) => string }) {
  const rows = Array.from({ length: 40 }, (_, i) => [
    i % every === 0 ? ['none', 'not an email'][i % 2] : value(i),
  ])
  return guessColumns(
    [name],
    rows.map(([cell = '']) => [cell]),
  )[0]
}

describe('a heading that says what it holds needs only half of the values to agree', () => {
  test.each([10, 3])('one in %d is junk', (every) => {
    expect(columnOf('email', { every, value: (i) => `m${i}@example.com` })).toMatchObject({
      type: 'email',
      identifier: 'email',
    })
    expect(columnOf('Telefonnummer', { every, value: (i) => `+45203040${10 + i}` })).toMatchObject({
      identifier: 'phone',
    })
    expect(columnOf('remarks', { every, value: (i) => `m${i}@example.com` })?.identifier).toBeNull()
  })
})

test.each([
  ['PLZ', (i: number) => `0100${i % 10}`, 'geographic'],
  ['PLZ', (i: number) => `1010${i % 10}`, 'geographic'],
  ['Postnr', (i: number) => `${1000 + i}`, 'geographic'],
  ['Rufnummer', (i: number) => `${20_000 + i}`, 'behaviour'],
  ['Filiale', (i: number) => `00${10 + i}`, 'behaviour'],
])('the digits of %s are no amount and keep their zeros', (name, value, kind) => {
  const guess = columnOf(name, { every: 100, value: (i) => value(i + 1) })
  expect(guess?.class).toBe(kind)
  expect(guess?.type).not.toBe('number')
})

describe('civil numbers', () => {
  const personnummer = ['811218-9876', '670919-9530', '640823-3234', '811228-9874', '900118-9811']
  const bsn = ['111222333', '123456782', '100000009', '200000007', '300000005']
  const cpr = ['070761-4285', '010203-1234', '311299-4321', '150685-0987', '240490-2345']
  test.each([
    ['personnummer', personnummer],
    ['kolumn', personnummer],
    ['BSN', bsn],
    ['nummer', bsn],
    ['CPR-nr', ['0707614285', '0102031234']],
    ['nr', cpr],
    ['Steuer-ID', ['86095742719', '47036892816']],
    ['SSN', ['078-05-1120', '219-09-9999']],
  ])('%s are left out unless somebody decides otherwise', (name, values) => {
    const guesses = guessColumns(
      [name],
      values.map((value) => [value]),
    )
    expect(guesses[0]).toMatchObject({ civil: true, identifier: null })
    expect(proposeMapping(guesses).columns).toEqual({ [name]: { use: 'ignore' } })
  })

  test.each([
    ['signed up', ['1704067200', '1704153600', '1704240000', '1704326400', '1704412800']],
    ['visits', ['123456789', '223456789', '323456789', '423456789', '523456789']],
    ['Steuerklasse', ['1', '2', '3', '4', '5']],
  ])('%s are none', (name, values) => {
    expect(
      guessColumns(
        [name],
        values.map((value) => [value]),
      )[0]?.civil,
    ).toBe(false)
  })
})

test('"by" is a town where it is the whole heading', () => {
  const rows = [['Århus'], ['Odense'], ['Ribe']]
  expect(guessColumns(['By'], rows)[0]?.class).toBe('geographic')
  expect(guessColumns(['sold by'], rows)[0]?.class).toBe('behaviour')
})

test('no column, no row and empty columns are answered, not thrown at', () => {
  expect(guessColumns([], [])).toEqual([])
  expect(guessColumns(['a', 'b'], [])).toHaveLength(2)
  expect(guessColumns(['a'], [[''], ['']])[0]).toMatchObject({ type: 'text', empty: 2 })
})

async function shareRight(name: string, path: string): Promise<number> {
  const guesses = await guessFile(path)
  const expected = readExpected(name)
  expect(guesses).toHaveLength(expected.length)
  const wrong = expected.filter(
    (want, index) => JSON.stringify(marksOf(guesses[index])) !== JSON.stringify(wanted(want)),
  )
  const right = expected.length - wrong.length
  total.right += right
  total.columns += expected.length
  shares.push(
    `${name} ${right}/${expected.length}${wrong.length > 0 ? ` (not: ${wrong.map((want) => want.column).join(', ')})` : ''}`,
  )
  return right / expected.length
}

async function guessFile(path: string): Promise<ColumnGuess[]> {
  const file = await opened(fileOf(path))
  return guessColumns(
    file.columns,
    file.sample.map((row) => row.cells),
  )
}

function readExpected(name: string): Expected[] {
  const [, ...lines] = readFileSync(join(testData, 'column-guesses', `${name}.tsv`), 'utf8')
    .replace(/\n$/, '')
    .split('\n')
  return lines.map((line) => {
    const [column = '', type = '', kind = '', identifier = '', special = '', missing = '', mark = ''] =
      line.split('\t')
    return { column, type, class: kind, identifier, special, missing, mark }
  })
}

function wanted(want: Expected): string[] {
  return [
    want.type,
    want.class,
    want.identifier,
    want.special,
    want.missing.split('|').sort().join('|'),
    want.mark,
  ]
}

function marksOf(guess: ColumnGuess | undefined): string[] {
  if (!guess) return []
  const missing = guess.missing
    .map(({ value }) => value)
    .sort()
    .join('|')
  const mark = guess.leak ? 'leak' : guess.outcome ? 'outcome' : guess.consent ? 'consent' : ''
  return [guess.type, guess.class, guess.identifier ?? '', guess.special?.category ?? '', missing, mark]
}
