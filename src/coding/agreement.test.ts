import { describe, expect, test } from 'vitest'
import {
  cohenKappa,
  interval,
  krippendorffAlpha,
  nominal,
  ordinal,
  ratio,
  shareAgreed,
  type Metric,
} from './agreement.ts'

/** Four coders, twelve units (Krippendorff 2011). A point is a value that is missing. */
const krippendorff = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

function unitsOf(...coders: string[]) {
  const rows = coders.map((row) => row.split(' ').map((cell) => (cell === '.' ? undefined : Number(cell))))
  return (rows[0] ?? []).map((_, unit) => ({ values: rows.map((row) => row[unit]) }))
}

/** Two coders who said yes to `one`, `other` and to `both` of `all` characters. */
function yesOrNo({ one, other, both, all }: { one: number; other: number; both: number; all: number }) {
  return [
    { values: [true, true], weight: both },
    { values: [true, false], weight: one - both },
    { values: [false, true], weight: other - both },
    { values: [false, false], weight: all - one - other + both },
  ]
}

describe("Krippendorff's alpha", () => {
  test.each<[string, Metric<number>, number]>([
    ['nominal', nominal, 0.743],
    ['ordinal', ordinal, 0.815],
    ['interval', interval, 0.849],
    ['ratio', ratio, 0.797],
  ])('of the published four coders is right as %s', (_, metric, expected) => {
    expect(krippendorffAlpha(krippendorff, metric)).toBeCloseTo(expected, 3)
  })

  test('does not change when a unit is counted by weight instead of by repeating it', () => {
    const once = [
      { values: ['price', 'price'], weight: 3 },
      { values: ['price', 'trust'], weight: 2 },
    ]
    const repeated = once.flatMap(({ values, weight }) => Array.from({ length: weight }, () => ({ values })))
    expect(krippendorffAlpha(once)).toBeCloseTo(krippendorffAlpha(repeated) ?? Number.NaN, 12)
  })

  test('is not defined where nobody could have disagreed', () => {
    expect(krippendorffAlpha([])).toBeNull()
    expect(krippendorffAlpha([{ values: [1, undefined] }])).toBeNull()
    expect(krippendorffAlpha([{ values: [1, 1] }, { values: [1, 1] }])).toBeNull()
  })
})

describe("Cohen's kappa", () => {
  test('is 0.4 in the textbook case of fifty applications, 20 accepted and 15 refused by both', () => {
    expect(cohenKappa(yesOrNo({ one: 25, other: 30, both: 20, all: 50 }))).toBeCloseTo(0.4, 10)
  })

  test('adds what chance gives for yes and for no: 1,000 and 900 of 20,000 characters, 800 of them shared, is 0.83', () => {
    expect(cohenKappa(yesOrNo({ one: 1000, other: 900, both: 800, all: 20_000 }))).toBeCloseTo(0.834, 3)
  })

  test('falls below 0 when the text neither coded is not counted', () => {
    expect(cohenKappa(yesOrNo({ one: 1000, other: 900, both: 800, all: 1100 }))).toBeCloseTo(-0.14, 2)
  })

  test('leaves out what one of them has not judged, and is not defined without a choice', () => {
    expect(cohenKappa([{ values: [1, undefined] }])).toBeNull()
    expect(cohenKappa([{ values: [1, 1] }])).toBeNull()
  })
})

describe('share agreed', () => {
  test('counts pairs of judgements', () => {
    expect(shareAgreed(yesOrNo({ one: 25, other: 30, both: 20, all: 50 }))).toBeCloseTo(0.7, 10)
    expect(shareAgreed([{ values: ['a', 'a', 'b'] }])).toBeCloseTo(1 / 3, 10)
    expect(shareAgreed([{ values: ['a', undefined] }])).toBeNull()
  })
})
