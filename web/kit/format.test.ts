import { describe, expect, it } from 'vitest'
import { formats } from './format.ts'
import { chooseLocale, locales, regions, type Locale } from './locale.tsx'

const at = '2026-03-07T16:05:00Z'
const now = () => Date.parse('2026-03-08T17:00:00Z')
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const of = (locale: Locale) => formats(regions[locale], { timeZone: 'Europe/Copenhagen', now })

describe('each language writes in its own way', () => {
  it.each([
    ['en', '74,523.5'],
    ['da', '74.523,5'],
    ['sv', '74 523,5'],
    ['nl', '74.523,5'],
    ['de', '74.523,5'],
  ] as const)('a number in %s', (locale, written) => {
    expect(plain(of(locale).number(74_523.5))).toBe(written)
  })

  it.each([
    ['en', '42.3%'],
    ['da', '42,3 %'],
    ['sv', '42,3 %'],
    ['nl', '42,3%'],
    ['de', '42,3 %'],
  ] as const)('a share in %s', (locale, written) => {
    expect(plain(of(locale).percent(0.4234, 1))).toBe(written)
  })

  it.each([
    ['en', '<1%', '<0.1%'],
    ['da', '< 1 %', '< 0,1 %'],
    ['sv', '< 1 %', '< 0,1 %'],
    ['nl', '<1%', '<0,1%'],
    ['de', '< 1 %', '< 0,1 %'],
  ] as const)('a share of some never reads as nobody in %s', (locale, written, finer) => {
    const { percent } = of(locale)
    expect(plain(percent(89 / 200_000))).toBe(written)
    expect(plain(percent(89 / 200_000, 1))).toBe(finer)
    expect([percent(0), percent(0.005)].map(plain)).toEqual([0, 0.01].map((share) => plain(percent(share))))
  })

  it.each([
    ['en', '7 Mar 2026', '7 Mar 2026, 17:05'],
    ['da', '7. mar. 2026', '7. mar. 2026, 17.05'],
    ['sv', '7 mars 2026', '7 mars 2026 17:05'],
    ['nl', '7 mrt 2026', '7 mrt 2026, 17:05'],
    ['de', '7. März 2026', '7. März 2026, 17:05'],
  ] as const)('a date and an hour in %s', (locale, date, dateTime) => {
    expect(plain(of(locale).date(at))).toBe(date)
    expect(plain(of(locale).dateTime(at))).toBe(dateTime)
  })

  it.each([
    ['en', 'yesterday'],
    ['da', 'i går'],
    ['sv', 'i går'],
    ['nl', 'gisteren'],
    ['de', 'gestern'],
  ] as const)('an age in %s', (locale, written) => {
    expect(of(locale).ago(at)).toBe(written)
  })

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_500_000, '1.5 MB'],
    [3_000_000_000_000, '3,000 GB'],
  ])('%i bytes', (count, written) => {
    expect(plain(of('en').bytes(count))).toBe(written)
  })

  it('a month in the language’s own words, whatever the time zone', () => {
    expect(of('en').month('2026-01')).toBe('January 2026')
    expect(formats('da-DK', { timeZone: 'America/New_York' }).month('2026-01')).toBe('januar 2026')
  })

  it.each([
    ['en', 'DKK 25.50'],
    ['da', '25,50 DKK'],
    ['de', '25,50 DKK'],
  ] as const)('money in %s', (locale, written) => {
    expect(plain(of(locale).money(2550, 'DKK'))).toBe(written)
  })

  it('a coefficient always with two decimals', () => {
    expect([0, 0.5, 1, -0.174].map((value) => of('da').coefficient(value))).toEqual([
      ...['0,00', '0,50', '1,00', '-0,17'],
    ])
  })

  it('writes a value as it is: every decimal, no mark of thousands, a day that is the same everywhere', () => {
    expect([of('da').plain(6.94215), of('da').plain(1985)]).toEqual(['6,94215', '1985'])
    expect([of('de').day('2025-02-23'), of('en').day('2025-02-23')]).toEqual(['23. Feb. 2025', '23 Feb 2025'])
  })

  it('names languages and sets quotation marks as the reader’s language does', () => {
    expect(locales.map((locale) => of(locale).language('nl'))).toEqual([
      'Dutch',
      'Nederlandsk',
      'Nederländska',
      'Nederlands',
      'Niederländisch',
    ])
    expect(of('en').language('en_x')).toBe('En_x')
    expect(locales.map((locale) => of(locale).quoted('so'))).toEqual(['“so”', '”so”', '”so”', '“so”', '„so“'])
  })

  it('counts an age in the largest unit that has passed', () => {
    const { ago } = of('en')
    expect(ago('2026-03-08T16:59:30Z')).toBe('30 seconds ago')
    expect(ago('2026-03-08T14:59:00Z')).toBe('2 hours ago')
    expect(ago('2024-03-01T00:00:00Z')).toBe('2 years ago')
    expect(ago('2026-03-11T18:00:00Z')).toBe('in 3 days')
  })
})

describe('the language of the interface', () => {
  it('is the one chosen before', () => {
    expect(chooseLocale('sv', ['de-DE'])).toBe('sv')
  })
  it('is else the first of the browser’s that we have', () => {
    expect(chooseLocale(null, ['fr-FR', 'nl-BE', 'en'])).toBe('nl')
    expect(chooseLocale(null, ['DE-at'])).toBe('de')
  })
  it('is else English', () => {
    expect(chooseLocale(null, [])).toBe('en')
    expect(chooseLocale('xx', ['fr', '', 'dax'])).toBe('en')
  })
})
