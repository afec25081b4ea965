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
  const p = differenceP({ yes: 60, of: 100 }, { yes: 40, of: 300 })
  expect(p / 1.0259256941918545e-20).toBeCloseTo(1, 5)
  const even = differenceP({ yes: 228, of: 400 }, { yes: 200, of: 400 })
  expect(even / 0.04717032941925863).toBeCloseTo(1, 5)
  expect(differenceP({ yes: 50, of: 100 }, { yes: 50, of: 100 })).toBeCloseTo(1, 6)
})

test.each([
  // Computed by fisher.test of R 3.6.2, published with SciPy (scipy/stats/tests/data/fisher_exact_results_from_r.py, BSD-3-Clause).
  { here: [100, 2], others: [1000, 5], p: 0.1300759363430016 },
  { here: [2, 7], others: [8, 2], p: 0.02301413756522116 },
  { here: [5, 1], others: [10, 10], p: 0.1973244147157191 },
  { here: [10, 5], others: [10, 0], p: 0.06126482213438735 },
  { here: [5, 0], others: [1, 4], p: 0.04761904761904762 },
  { here: [0, 5], others: [1, 4], p: 1 },
  { here: [28, 21], others: [6, 1957], p: 5.728437460831947e-44 },
  // scipy/stats/tests/test_stats.py, test_gh4130.
  { here: [22, 0], others: [0, 102], p: 7.175066786244549e-25 },
  // The sum over all tables worked out with 60 digits.
  { here: [87, 15], others: [157, 200_141], p: 2.2881118767532427e-244 },
  { here: [40, 6960], others: [6000, 9_987_000], p: 1.8234053150710421e-25 },
  { here: [12, 6988], others: [6900, 9_986_100], p: 0.00421571313289387 },
  { here: [3, 6997], others: [6900, 9_986_100], p: 0.6437850404561132 },
])(
  'where fewer than five were expected the p-value is that of Fisher’s exact test: $here, $others',
  (table) => {
    const [a = 0, b = 0] = table.here
    const [c = 0, d = 0] = table.others
    const p = differenceP({ yes: a, of: a + b }, { yes: c, of: c + d })
    expect(p / table.p).toBeCloseTo(1, 9)
    expect(differenceP({ yes: d, of: c + d }, { yes: b, of: a + b }) / table.p).toBeCloseTo(1, 9)
  },
)

test('nothing differs where nobody, everybody or nobody else is', () => {
  expect(differenceP({ yes: 0, of: 0 }, { yes: 0, of: 0 })).toBe(1)
  expect(differenceP({ yes: 10, of: 10 }, { yes: 30, of: 30 })).toBe(1)
  expect(differenceP({ yes: 3, of: 10 }, { yes: 0, of: 0 })).toBe(1)
})

test('what is typical here and rare among very many is the strongest difference, not left out', () => {
  const workshop = { ...row, kind: 'event' as const, name: 'Workshop visited', value: '' }
  const many = { ...workshop, here: 87, of_here: 102, total: 244, of_total: 200_400 }
  const found = strongest([many, { ...many, name: 'Opened', here: 102, total: 200_400 }], {
    ...telling,
    here: 102,
    everybody: 200_400,
  })
  expect(found.marks.map(({ name, p }) => [name, p < 1e-200])).toEqual([['Workshop visited', true]])
  expect(found.tested).toBe(1)
  const rarer = { ...workshop, here: 450, of_here: 500, total: 1000, of_total: 1_000_000 }
  expect(strongest([rarer], { ...telling, here: 500, everybody: 1_000_000 }).marks.length).toBe(1)
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
