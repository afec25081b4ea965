import { expect, test } from 'vitest'
import { strongest } from './apart.ts'
import { differenceP } from './proportions.ts'

const telling = { minimum: 50, isExact: true, here: 100, everybody: 400 }
const row = {
  kind: 'value' as const,
  name: 'bike',
  value: 'e-bike',
  here: 60,
  of_here: 100,
  total: 100,
  of_total: 400,
}

test('the p-value is that of Pearson’s chi-square without correction', () => {
  // z² = 87.1111 and 3.9393; erfc(z / √2) in double precision.
  const p = differenceP({ yes: 60, of: 100 }, { yes: 40, of: 300 }) ?? 1
  expect(p / 1.0259256941918545e-20).toBeCloseTo(1, 5)
  const even = differenceP({ yes: 228, of: 400 }, { yes: 200, of: 400 }) ?? 1
  expect(even / 0.04717032941925863).toBeCloseTo(1, 5)
  expect(differenceP({ yes: 50, of: 100 }, { yes: 50, of: 100 })).toBeCloseTo(1, 6)
})

test('a table too thin for the test says nothing', () => {
  expect(differenceP({ yes: 1, of: 10 }, { yes: 2, of: 30 })).toBeNull()
  expect(differenceP({ yes: 0, of: 0 }, { yes: 0, of: 0 })).toBeNull()
  expect(differenceP({ yes: 10, of: 10 }, { yes: 30, of: 30 })).toBeNull()
})

test('nothing rests on fewer people than the minimum, here or elsewhere', () => {
  expect(strongest([row], telling).marks.length).toBe(1)
  expect(strongest([row], { ...telling, minimum: 101 }).marks).toEqual([])
  expect(strongest([{ ...row, of_total: 140, total: 70 }], telling).marks).toEqual([])
})

test('a share that would tell of single persons is not shown', () => {
  const few = { ...row, here: 4, total: 200 }
  expect(strongest([few], telling).marks).toEqual([])
  const allButFew = { ...row, here: 97, total: 120 }
  expect(strongest([allButFew], telling).marks).toEqual([])
})

test('the n of a share does not tell how many are not known, nor a size that is not told', () => {
  const [known] = strongest([{ ...row, of_here: 93, of_total: 380 }], telling).marks
  expect([known?.here.of, known?.everybody.of]).toEqual([50, 350])
  const [coarse] = strongest([row], { ...telling, isExact: false, here: 120 }).marks
  expect([coarse?.here.of, coarse?.everybody.of]).toEqual([100, 400])
})

test('of one trait only the strongest value is shown, and chance is not', () => {
  const chance = Array.from({ length: 40 }, (_, place) => ({
    ...row,
    name: `t${place}`,
    here: 25,
    total: 100,
  }))
  const { marks, tested } = strongest(
    [row, { ...row, value: 'city bike', here: 20, total: 150 }, ...chance],
    telling,
  )
  expect(tested).toBe(42)
  expect(marks.map(({ name, value }) => `${name} ${value}`)).toEqual(['bike e-bike'])
})
