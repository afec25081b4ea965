import { expect, test } from 'vitest'
import { adjustedRand, crossTable } from './agreement.ts'
import { findClusters, nearest, settleClusters } from './clusters.ts'
import { seededRandom, shuffledRows } from './random.ts'

// The twelve stocks of nicodv/kmodes (MIT), test_kprototypes.py: value, sector (cons fin nrg tech tel), country (CN NL USA).
const values = [738.5, 369.5, 368.2, 346.7, 343.5, 282.4, 282.1, 279.7, 257.2, 205.2, 192.1, 195.7]
const sectors = [3, 2, 3, 3, 1, 1, 4, 0, 0, 4, 3, 2]
const countries = [2, 2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 1]
const data = {
  numbers: [Float64Array.from(values)],
  categories: [Uint8Array.from(sectors), Uint8Array.from(countries)],
  people: 12,
}
const rows = Uint32Array.from(values.keys())

test('k-prototypes settles on the published clusters of the published start', () => {
  const mean = values.reduce((a, b) => a + b) / 12
  const gamma = 0.5 * Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 12)
  const prototypes = [
    { means: [356.975], modes: [3, 2] },
    { means: [275.35], modes: [0, 2] },
    { means: [738.5], modes: [3, 2] },
    { means: [197.667], modes: [2, 2] },
  ]
  const { labels } = settleClusters({ data, rows, gamma, prototypes })
  expect([...labels]).toEqual([2, 0, 0, 0, 0, 1, 1, 1, 1, 3, 3, 3])
})

test('distances are those of clustMixType: A−3, A−1, B1 and B3 from A−2 with λ = 1', () => {
  const four = {
    numbers: [Float64Array.from([-3, -1, 1, 3])],
    categories: [Uint8Array.from([0, 0, 1, 1])],
    people: 4,
  }
  const costs = [0, 1, 2, 3].map(
    (row) =>
      nearest({ data: four, rows: Uint32Array.of(row), gamma: 1, prototypes: [{ means: [-2], modes: [0] }] })
        .cost,
  )
  expect(costs).toEqual([1, 1, 10, 26])
})

test('finds three planted groups, the same ones for the same seed', () => {
  const random = seededRandom(7)
  const truth = Uint8Array.from({ length: 600 }, (_, i) => i % 3)
  const numbers = [0, 1].map((n) => Float64Array.from(truth, (group) => (group === n ? 3 : 0) + random()))
  const planted = { numbers, categories: [truth.map((group) => (random() < 0.9 ? group : 3))], people: 600 }
  const found = () =>
    findClusters({
      data: planted,
      rows: shuffledRows(600, seededRandom(1)).toSorted(),
      gamma: 0.5,
      k: 3,
      random: seededRandom(2),
      starts: 3,
    })
  expect(adjustedRand(crossTable(truth, found().labels))).toBe(1)
  expect(found().labels).toEqual(found().labels)
})
