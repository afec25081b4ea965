import { describe, expect, test } from 'vitest'
import { lowerOdds, upperOdds } from './binomial-limits.ts'
import { conservativeLogRatio, logLikelihood, logRatio, percentDifference, simpleMaths } from './log-ratio.ts'

const love = { found: 206_523, focus: 959_641, foundElsewhere: 178_174, elsewhere: 1_562_358 }

describe('published figures', () => {
  test('G² of Dunning 1993 (10, 0, 3, 31764) is 167.23', () => {
    const table = { found: 10, focus: 13, foundElsewhere: 0, elsewhere: 31_764 }
    expect(logLikelihood(table)).toBeCloseTo(167.23, 2)
  })

  test('four-term G² and %DIFF of Gabrielatos & Marchi are 45,784.79 and 88.7', () => {
    expect(logLikelihood(love)).toBeCloseTo(45_784.79, 2)
    expect(percentDifference(love)).toBeCloseTo(88.7, 1)
  })

  test('simple maths of Sketch Engine’s example is 1.1224', () => {
    const corpora = { found: 35, focus: 112_289_776, foundElsewhere: 263, elsewhere: 1_559_716_979 }
    expect(simpleMaths(corpora, 1)).toBeCloseTo(1.1224, 4)
  })
})

describe('log ratio', () => {
  test('is one for twice as frequent, and its sign turns with the sides', () => {
    expect(logRatio({ found: 20, focus: 100, foundElsewhere: 10, elsewhere: 100 })).toBeCloseTo(1, 12)
    expect(logRatio({ found: 10, focus: 100, foundElsewhere: 20, elsewhere: 100 })).toBeCloseTo(-1, 12)
  })

  test('counts a frequency of zero as a half', () => {
    expect(logRatio({ found: 4, focus: 10, foundElsewhere: 0, elsewhere: 10 })).toBeCloseTo(3, 12)
  })
})

/** found, focus, foundElsewhere, elsewhere, comparisons → LRC as R's corpora 0.6 defines it, with the beta quantile of SciPy 1.17.1. */
const conservative: [number, number, number, number, number, number][] = [
  [15, 20, 5, 100, 1, 2.373605926],
  [15, 20, 5, 100, 3000, 0.850155286],
  [8, 12, 20, 200, 1, 1.344712388],
  [8, 12, 20, 200, 5000, 0],
  [30, 30, 0, 70, 10_000, 2.11881409],
  [3, 12, 0, 40, 1, 0.461987226],
  [5, 100, 15, 20, 1, -2.373605926],
  [0, 30, 12, 40, 3, -0.613312648],
  [4, 12, 14, 40, 1, 0],
  [120, 400, 300, 4000, 20_000, 1.227665299],
  [206_523, 959_641, 178_174, 1_562_358, 1, 0.907024263],
  [40, 1_000_000, 2, 3_000_000, 50_000, 2.261684183],
]

describe('conservative log ratio', () => {
  test.each(conservative)(
    '%i of %i against %i of %i, %i comparisons: %d',
    (found, focus, foundElsewhere, elsewhere, comparisons, expected) => {
      const comparison = { found, focus, foundElsewhere, elsewhere }
      expect(conservativeLogRatio(comparison, { confidence: 0.95, comparisons })).toBeCloseTo(expected, 8)
    },
  )

  test('never promises more than the plain log ratio', () => {
    for (const [found, focus, foundElsewhere, elsewhere] of conservative) {
      const comparison = { found, focus, foundElsewhere, elsewhere }
      const lrc = conservativeLogRatio(comparison, { confidence: 0.95, comparisons: 1 })
      if (found > 0 && foundElsewhere > 0) expect(Math.abs(lrc)).toBeLessThan(Math.abs(logRatio(comparison)))
    }
  })

  test('of something found nowhere is zero', () => {
    const nowhere = { found: 0, focus: 10, foundElsewhere: 0, elsewhere: 10 }
    expect(conservativeLogRatio(nowhere, { confidence: 0.95, comparisons: 1 })).toBe(0)
  })
})

describe('Clopper–Pearson limits', () => {
  const share = (odds: number) => odds / (1 + odds)

  test.each([
    [1, 1, 0.025, 0.025],
    [50, 50, 1e-9, 0.660693448007596],
    [15, 20, 2.5e-6, 0.24230912109914834],
    [3, 1000, 1e-7, 8.460591462906562e-6],
    [500, 1000, 0.025, 0.46854917297179194],
    [81, 263, 0.025, 0.25273674558527126],
  ])('lower limit of %i of %i with %d beyond is %d (SciPy)', (found, tried, beyond, expected) => {
    const got = share(lowerOdds({ found, tried, beyond }))
    expect(Math.abs(got / expected - 1)).toBeLessThan(1e-9)
  })

  test.each([
    [15, 20, 2.5e-6, 0.9886805937781487],
    [3, 1000, 1e-7, 0.023736113079925094],
    [15, 148, 0.025, 0.161650490349479],
  ])('upper limit of %i of %i with %d beyond is %d (SciPy)', (found, tried, beyond, expected) => {
    const got = share(upperOdds({ found, tried, beyond }))
    expect(Math.abs(got / expected - 1)).toBeLessThan(1e-9)
  })

  test('all found: the lower limit is the n-th root of what may lie beyond', () => {
    for (const tried of [1, 3, 20, 400]) {
      expect(share(lowerOdds({ found: tried, tried, beyond: 1e-6 }))).toBeCloseTo(1e-6 ** (1 / tried), 10)
    }
  })

  test('nothing found: lower limit 0; all found: upper limit without end', () => {
    expect(lowerOdds({ found: 0, tried: 9, beyond: 0.025 })).toBe(0)
    expect(upperOdds({ found: 9, tried: 9, beyond: 0.025 })).toBe(Infinity)
  })
})
