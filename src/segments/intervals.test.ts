import { expect, test } from 'vitest'
import { adjustForMany, shareDifference, wilson } from './intervals.ts'

test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Wilson’s interval of %i in %i is Newcombe’s', (yes, of, low, high) => {
  const share = wilson(yes, of)
  expect(share.low).toBeCloseTo(low, 4)
  expect(share.high).toBeCloseTo(high, 4)
})

test('of nobody nothing is known', () => {
  expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 })
})

// Newcombe 1998, Statistics in Medicine 17:873, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [10, 10, 0, 10, 0.6075, 1],
])('the difference of %i/%i and %i/%i has Newcombe’s interval', (a, m, b, n, low, high) => {
  const found = shareDifference(wilson(a, m), wilson(b, n))
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})

test('Benjamini and Hochberg reject four of their fifteen', () => {
  const p = [
    1, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759,
  ]
  const adjusted = adjustForMany(p)
  expect(adjusted.slice(1, 6).map((value) => Number(value.toFixed(6)))).toEqual([
    0.0015, 0.003, 0.0095, 0.035625, 0.0603,
  ])
  expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(4)
  expect(adjusted[0]).toBe(1)
  expect(adjustForMany([])).toEqual([])
})
