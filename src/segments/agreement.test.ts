import { expect, test } from 'vitest'
import { adjustedRand, bestJaccard, cramersV, crossTable } from './agreement.ts'

test('the adjusted Rand index agrees with scikit-learn’s published example', () => {
  expect(adjustedRand(crossTable([0, 0, 1, 2], [0, 0, 1, 1]))).toBeCloseTo(0.571429, 6)
})

test('renaming the groups changes nothing, and mixing them well leaves nothing', () => {
  expect(adjustedRand(crossTable([0, 0, 1, 1], [1, 1, 0, 0]))).toBe(1)
  expect(adjustedRand(crossTable([0, 0, 1, 1], [0, 1, 0, 1]))).toBeCloseTo(-0.5, 10)
  expect(adjustedRand(crossTable([0, 0, 0], [0, 0, 0]))).toBe(1)
})

test('Jaccard likeness is shared people over people in either', () => {
  const alike = bestJaccard(crossTable([0, 0, 0, 1, 1], [0, 0, 1, 1, 1]))
  expect(alike[0]).toBeCloseTo(2 / 3, 10)
  expect(alike[1]).toBeCloseTo(2 / 3, 10)
})

test('Cramér’s V is one for a copy, nought for chance and corrected for small tables', () => {
  const a = Array.from({ length: 100 }, (_, i) => i % 4)
  expect(cramersV(crossTable(a, a))).toBeCloseTo(1, 10)
  expect(
    cramersV(
      crossTable(
        a,
        a.map((_, i) => Math.floor(i / 4) % 5),
      ),
    ),
  ).toBe(0)
  // χ² = 20·(10·10)²/10⁴ … by hand: table 8 2 / 2 8, φ² = 0.36; corrected φ² 0.36 − 1/19, sides 2 − 1/19.
  const [rows, columns] = [
    Array(10).fill(0).concat(Array(10).fill(1)),
    [...'00000000110011111111'].map(Number),
  ]
  expect(cramersV(crossTable(rows, columns))).toBeCloseTo(Math.sqrt((0.36 - 1 / 19) / (1 - 1 / 19)), 10)
  expect(cramersV(crossTable([0, 0], [0, 1]))).toBe(0)
})
