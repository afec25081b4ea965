import { expect, test } from 'vitest'
import { drawPeople } from './draw.ts'

const people = (count: number, name = 'person') =>
  Array.from({ length: count }, (_, at) => ({ personId: `${name}-${at}` }))
const ids = (drawn: readonly { personId: string }[]) => drawn.map(({ personId }) => personId)

test('the same seed draws the same people, whatever order they come in', () => {
  const all = people(200)
  const [once = []] = drawPeople([{ candidates: all, count: 20 }], { seed: 'a' })
  const [again = []] = drawPeople([{ candidates: all.toReversed(), count: 20 }], { seed: 'a' })
  const [other = []] = drawPeople([{ candidates: all, count: 20 }], { seed: 'b' })
  expect(ids(again)).toEqual(ids(once))
  expect(ids(other)).not.toEqual(ids(once))
  expect(new Set(ids(once)).size).toBe(20)
})

test('a draw can be made again by hand: sha256 of seed, line break and id, lowest first', () => {
  // printf 'seed\nann' | sha256sum, and so on.
  const [drawn = []] = drawPeople(
    [{ candidates: ['ann', 'ben', 'cec'].map((personId) => ({ personId })), count: 3 }],
    {
      seed: 'seed',
    },
  )
  expect(ids(drawn)).toEqual(byHand)
})

test('who else there is does not change who comes before whom', () => {
  const all = people(50)
  const [few = []] = drawPeople([{ candidates: all.slice(0, 25), count: 25 }], { seed: 'x' })
  const [many = []] = drawPeople([{ candidates: all, count: 50 }], { seed: 'x' })
  expect(ids(many).filter((id) => ids(few).includes(id))).toEqual(ids(few))
})

test('somebody in two strata is drawn once, and a stratum gives no more than it has', () => {
  const both = people(3)
  const [first = [], second = []] = drawPeople(
    [
      { candidates: both, count: 2 },
      { candidates: both, count: 5 },
    ],
    { seed: 's' },
  )
  expect(first).toHaveLength(2)
  expect(second).toHaveLength(1)
  expect(new Set(ids([...first, ...second])).size).toBe(3)
  expect(drawPeople([{ candidates: both, count: 0 }], { seed: 's' })).toEqual([[]])
})

test('everybody of a stratum has the same chance, and so has every pair', () => {
  const all = people(30)
  const draws = 3000
  const each = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (let seed = 0; seed < draws; seed++) {
    const [drawn = []] = drawPeople([{ candidates: all, count: 10 }], { seed: `fair-${seed}` })
    const sorted = ids(drawn).toSorted()
    for (const [at, one] of sorted.entries()) {
      each.set(one, (each.get(one) ?? 0) + 1)
      for (const other of sorted.slice(at + 1))
        pairs.set(`${one} ${other}`, (pairs.get(`${one} ${other}`) ?? 0) + 1)
    }
  }
  // Pearson's statistic, divided by what the finite population takes from the variance; about its degrees of freedom when fair.
  const chance = 10 / 30
  const pearson = [...each.values()].reduce(
    (sum, n) => sum + (n - draws * chance) ** 2 / (draws * chance * (1 - chance)),
    0,
  )
  expect(each.size).toBe(30)
  // The 99.9 % point of χ² with 29 degrees of freedom.
  expect((pearson * 29) / 30).toBeLessThan(58.3)
  const together = (10 * 9) / (30 * 29)
  expect(pairs.size).toBe(435)
  for (const n of pairs.values())
    // Five standard deviations of a binomial count.
    expect(Math.abs(n - draws * together)).toBeLessThan(5 * Math.sqrt(draws * together * (1 - together)))
})

const byHand = ['cec', 'ben', 'ann']
