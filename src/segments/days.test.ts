import { expect, test } from 'vitest'
import { dateOf, dayOf, roundestDay } from './days.ts'
import { codeColumn, learnLevels } from './levels.ts'

test('a date is its day since 1970 and back, also before 1970 and in a leap year', () => {
  for (const date of ['1970-01-01', '1969-12-31', '2024-02-29', '2011-03-01', '1912-06-23'])
    expect(dateOf(dayOf(date))).toBe(date)
  expect(dayOf('2024-03-01') - dayOf('2024-02-28')).toBe(2)
  expect(dayOf('2010-12-01T08:26:00Z')).toBe(dayOf('2010-12-01'))
  expect(dayOf('in spring')).toBeNaN()
})

test.each([
  ['2010-11-20', '2011-02-10', '2011-01-20', '2011-01-01'],
  ['2011-02-10', '2011-05-20', '2011-03-02', '2011-04-01'],
  ['2011-04-10', '2011-06-20', '2011-06-10', '2011-06-01'],
  ['2011-04-10', '2011-06-20', '2011-05-04', '2011-05-01'],
  ['2011-06-10', '2011-06-20', '2011-06-15', '2011-06-15'],
  ['2009-03-01', '2012-03-01', '2010-02-01', '2010-01-01'],
  // The first day itself is cut off by nothing.
  ['2011-01-01', '2011-01-20', '2011-01-01', '2011-01-20'],
])('after %s and until %s, near %s, one cuts at %s', (above, upTo, wanted, cut) => {
  const found = roundestDay({ above: dayOf(above), upTo: dayOf(upTo), wanted: dayOf(wanted) })
  expect(dateOf(found)).toBe(cut)
})

test('dates are cut into at most five ranges that hold everybody known, at days one can say', () => {
  const values = Float64Array.from({ length: 1000 }, (_, at) =>
    at === 0 ? Number.NaN : dayOf('2010-01-01') + at,
  )
  const rows = Uint32Array.from(values.keys())
  const factor = codeColumn(
    learnLevels({ name: 'joined on', type: 'date', values }, rows, new Uint8Array(1000)),
    {
      name: 'joined on',
      type: 'date',
      values,
    },
  )
  const cuts = factor.levels.flatMap((level) =>
    level.kind === 'range' && level.below !== null ? [dateOf(level.below)] : [],
  )
  expect(cuts).toEqual(['2010-07-01', '2011-01-01', '2011-10-01', '2012-04-01'])
  const sizes = factor.levels.map((_, code) => factor.codes.filter((own) => own === code).length)
  expect([sizes[0], sizes.reduce((a, b) => a + b)]).toEqual([1, 1000])
})
