import { describe, expect, test } from 'vitest'
import { measureSaturation, medianOverOrders, type Heard } from './saturation.ts'

/** Conversations that bring so many new codes each, on top of one that everybody names. */
function bringing(...news: number[]): Heard {
  let next = 0
  return news.map(
    (count) => new Set(['always', ...Array.from({ length: count }, () => `code ${(next += 1)}`)]),
  )
}

// Guest, Namey & Chen 2020: 37 codes in the first four; then 7, 4 and 1 new ones in the runs after 4, 5 and 6 conversations.
const published = bringing(15, 10, 7, 4, 4, 3, 1, 0)

describe('saturation of Guest, Namey and Chen', () => {
  test('is 6+2 in their example, with 19, 11 and 3 per cent on the way', () => {
    const { baseCodes, steps, reached } = measureSaturation(published, { base: 4, run: 2, threshold: 0.05 })
    expect(baseCodes).toBe(37)
    expect(steps.map(({ after, news, share }) => [after, news, Math.round(share * 100)])).toEqual([
      [4, 7, 19],
      [5, 4, 11],
      [6, 1, 3],
    ])
    expect(reached).toBe(6)
  })

  test('is not reached at a threshold of none', () => {
    expect(measureSaturation(published, { base: 4, run: 2, threshold: 0 }).reached).toBeNull()
  })

  test('says nothing before the base is full, nor where the base holds no code', () => {
    const nothing = { baseCodes: null, steps: [], reached: null }
    expect(measureSaturation(published.slice(0, 3), { base: 4, run: 2, threshold: 0.05 })).toEqual(nothing)
    expect(
      measureSaturation(
        Array.from({ length: 8 }, () => new Set<string>()),
        { base: 4, run: 2, threshold: 0 },
      ),
    ).toEqual(nothing)
  })

  // By hand: 37, 41 and 44 unique codes in the first four, five and six; 4, 3, 1 and 0 new ones in the fifth to the eighth.
  test.each([
    [4, 2, 37, [7, 4, 1], 6],
    [4, 3, 37, [8, 4], null],
    [5, 2, 41, [4, 1], 6],
    [5, 3, 41, [4], null],
    [6, 2, 44, [1], 6],
    [6, 3, 44, [], null],
  ] as const)(
    'on a base of %i with runs of %i is as worked out by hand',
    (base, run, codes, news, reached) => {
      const found = measureSaturation(published, { base, run, threshold: 0.05 })
      expect(found.baseCodes).toBe(codes)
      expect(found.steps.map((step) => step.news)).toEqual(news)
      expect(found.steps.map(({ share }) => share)).toEqual(news.map((count) => count / codes))
      expect(found.reached).toBe(reached)
    },
  )

  test('is reached at the threshold itself: one new code on twenty is five per cent', () => {
    const one = { base: 4, run: 2, threshold: 0.05 } as const
    expect(measureSaturation(bringing(10, 5, 3, 1, 1, 0), one)).toMatchObject({ baseCodes: 20, reached: 4 })
    expect(measureSaturation(bringing(10, 5, 2, 1, 1, 0), one)).toMatchObject({
      baseCodes: 19,
      reached: null,
    })
  })
})

describe('the median over shuffled orders', () => {
  test('is after the base where every conversation says the same, and none where each says something else', () => {
    const random = countingUp()
    const rule = { base: 4, run: 2, threshold: 0.05 } as const
    expect(medianOverOrders(bringing(...Array.from({ length: 10 }, () => 0)), { rule, random })).toBe(4)
    expect(medianOverOrders(bringing(...Array.from({ length: 10 }, () => 3)), { rule, random })).toBeNull()
  })

  test('does not depend on the order conversations were held in, but for the draw', () => {
    const rule = { base: 4, run: 2, threshold: 0.05 } as const
    const draw = countingUp()
    const recurring = Array.from(
      { length: 14 },
      () => new Set(Array.from({ length: 30 }, (_, code) => `code ${code}`).filter(() => draw() < 0.5)),
    )
    const forwards = medianOverOrders(recurring, { rule, random: countingUp(), orders: 2000 })
    const backwards = medianOverOrders(recurring.toReversed(), { rule, random: countingUp(), orders: 2000 })
    expect(forwards).not.toBeNull()
    expect(Math.abs((forwards ?? 0) - (backwards ?? 99))).toBeLessThanOrEqual(1)
  })
})

/** Numbers that repeat in every run of the tests: a multiplicative generator (Park & Miller 1988). */
function countingUp(): () => number {
  let state = 42
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
