import { describe, expect, test } from 'vitest'
import { guessBooleanPair, readBoolean } from './booleans.ts'
import { guessDateFormat, readDate } from '../tables/dates.ts'
import { guessMissing } from './missing.ts'
import { guessNumberFormat, readNumber } from './numbers.ts'

describe('numbers as people write them', () => {
  test.each<[string, ',' | '.', number | null]>([
    ['1.234,56', ',', 1234.56],
    ['1,234.56', '.', 1234.56],
    ['1 234,5', ',', 1234.5],
    ['1\u202f234,5', ',', 1234.5],
    ["1'234.50", '.', 1234.5],
    ['12 %', '.', 12],
    ['€ 5', '.', 5],
    ['5,00 kr.', ',', 5],
    ['-3,5', ',', -3.5],
    ['−3.5', '.', -3.5],
    ['(12)', '.', -12],
    ['1e-3', '.', 0.001],
    ['1.2.3', '.', null],
    ['12,34,56', '.', null],
    ['12-34', '.', null],
    ['', '.', null],
    ['Infinity', '.', null],
  ])('%j with %j is %j', (text, decimal, number) => expect(readNumber(text, { decimal })).toBe(number))

  test('the column decides what a comma means', () => {
    expect(guessNumberFormat(['1.234', '12,5'])).toEqual({ decimal: ',' })
    expect(guessNumberFormat(['1,234', '12.5'])).toEqual({ decimal: '.' })
    expect(guessNumberFormat(['1,234,567', '2,000'])).toEqual({ decimal: '.' })
    expect(guessNumberFormat(['12', 'twelve'])).toBeNull()
  })
})

describe('dates as people write them', () => {
  test.each([
    ['2024-03-12', '2024-03-12'],
    ['2010-12-01 08:26:00', '2010-12-01T08:26:00Z'],
    ['2024-03-12T08:15:00+02:00', '2024-03-12T06:15:00Z'],
    ['12.03.2024', '2024-03-12'],
    ['12. marts 2024', '2024-03-12'],
    ['12 mars 2024 kl. 14.30', '2024-03-12T14:30:00Z'],
    ['12 maart 2024', '2024-03-12'],
    ['12. März 2024', '2024-03-12'],
    ['March 12, 2024', '2024-03-12'],
    ['Tuesday, 12 March 2024', '2024-03-12'],
    ['31.02.2024', null],
    ['12. brumaire 2024', null],
  ])('%j is %j', (text, iso) =>
    expect(readDate(text, { order: 'day-month-year', ambiguous: false })).toBe(iso),
  )

  test('day or month first is decided by the column, and said when nothing tells', () => {
    expect(guessDateFormat(['03/04/2024', '25/12/2024'], 'no hint')).toEqual({
      order: 'day-month-year',
      ambiguous: false,
    })
    expect(guessDateFormat(['5/10/18 4:01', '5/16/18 7:19'], 'no hint')).toEqual({
      order: 'month-day-year',
      ambiguous: false,
    })
    expect(guessDateFormat(['03/04/2024'], 'no hint')).toEqual({ order: 'day-month-year', ambiguous: true })
    expect(guessDateFormat(['25/12/2024', '12/25/2024'], 'no hint')).toBeNull()
    expect(readDate('5/10/18 4:01 PM', { order: 'month-day-year', ambiguous: false })).toBe(
      '2018-05-10T16:01:00Z',
    )
  })

  test('bare numbers are dates only in a column named as one', () => {
    expect(guessDateFormat(['45363'], 'no hint')).toBeNull()
    const serial = guessDateFormat(['45363', '45364.5'], 'named as a date')
    expect(serial?.order).toBe('excel-serial')
    expect(readDate('45363', { order: 'excel-serial', ambiguous: false })).toBe('2024-03-12')
    expect(readDate('45363.5', { order: 'excel-serial', ambiguous: false })).toBe('2024-03-12T12:00:00Z')
    expect(readDate('1710230400', { order: 'unix-seconds', ambiguous: false })).toBe('2024-03-12T08:00:00Z')
    expect(readDate('1710230400000', { order: 'unix-milliseconds', ambiguous: false })).toBe(
      '2024-03-12T08:00:00Z',
    )
  })
})

test('yes and no in five languages, and a word against its negation', () => {
  for (const yes of ['Yes', 'ja', 'TRUE', 'sand', 'sant', 'waar', 'wahr', '1'])
    expect(readBoolean(yes)).toBe(true)
  for (const no of ['No', 'nej', 'nee', 'nein', 'false', 'falsk', '0']) expect(readBoolean(no)).toBe(false)
  expect(readBoolean('maybe')).toBeNull()
  expect(guessBooleanPair(['Not.pub', 'pub'])).toEqual({ yes: 'pub', no: 'Not.pub' })
  expect(guessBooleanPair(['chain store', 'tea shop'])).toBeNull()
  expect(guessBooleanPair(['yes', 'no', "Doesn't apply"])).toBeNull()
})

describe('missing values', () => {
  const found = (values: string[]): string[] => guessMissing(values).map(({ value }) => value)

  test.each(['unknown', 'N/A', 'ukendt', 'okänd', 'onbekend', 'unbekannt', 'keine Angabe', '-'])(
    '%j is missing among words',
    (word) => {
      expect(found(['red', 'green', word])).toEqual([word])
    },
  )

  test('999 is missing where all others are far below, with its share as evidence', () => {
    expect(guessMissing(['3', '6', '999', '999'])).toEqual([
      { value: '999', share: 0.5, why: 'stands apart from the rest' },
    ])
    expect(found(['998', '999', '1000', '3'])).toEqual([])
    expect(found(['21', '35', '40', '-1'])).toEqual(['-1'])
    expect(found(['-3', '-2', '-1', '4'])).toEqual([])
  })

  test('"nonexistent" and "None" are answers', () => {
    expect(found(['nonexistent', 'failure', 'success'])).toEqual([])
    expect(found(['None', 'Canned', 'Homemade'])).toEqual([])
  })
})
