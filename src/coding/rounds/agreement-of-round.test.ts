import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../segments/index.ts'
import { compareCoders, type Compared } from './agreement-of-round.ts'
import { gatherMarks } from './differences.ts'

const mark = (coder: string, start: number, end: number, codeId = 'price') => ({
  coder,
  codeId,
  turn: 'one',
  start,
  end,
})
const compared = (given: Partial<Compared>): Compared => ({
  turns: [{ id: 'one', text: 'x'.repeat(20_000), language: 'en', asked: ['ann', 'ben'] }],
  marks: [],
  coders: ['ann', 'ben'],
  codeIds: ['price'],
  unit: 'character',
  uncoded: 'counted',
  resamples: 0,
  random: seededRandom(1),
  ...given,
})

describe('characters', () => {
  // The case of agreement.test.ts: 1,000 and 900 of 20,000 characters, 800 of them shared.
  const marks = [mark('ann', 0, 1000), mark('ben', 200, 1100)]

  test('with the uncoded text counted are the published kappa of 0.83', () => {
    const [code] = compareCoders(compared({ marks })).codes
    expect(code).toMatchObject({ units: 20_000, given: [1000, 900] })
    expect(code?.kappa).toBeCloseTo(0.834, 3)
    expect(code?.share).toBeCloseTo(19_700 / 20_000, 10)
  })

  test('with the uncoded text left out fall below 0', () => {
    const [code] = compareCoders(compared({ marks, uncoded: 'left out' })).codes
    expect(code?.units).toBe(1100)
    expect(code?.kappa).toBeCloseTo(-0.14, 2)
  })

  test('are codepoints: an emoji is one', () => {
    const turns = [{ id: 'one', text: '😀😀ab', language: 'en' as const, asked: ['ann', 'ben'] }]
    const { overall } = compareCoders(compared({ turns, marks: [mark('ann', 0, 2), mark('ben', 0, 2)] }))
    expect(overall).toMatchObject({ units: 4, alpha: 1, kappa: 1, share: 1 })
  })
})

describe('turns', () => {
  /** Krippendorff's four coders and twelve units (2011) as turns, each of the five values a code. */
  const rows = ['123321412...', '123322412535', '.33323422551', '12332441251.']
  // The published table has a point where a value is missing; here no code at all is a judgement too, so the values are counted by hand below.
  const turns = Array.from({ length: 12 }, (_, at) => ({
    id: String(at),
    text: 'Said.',
    language: 'en' as const,
    asked: rows.flatMap((row, coder) => (row[at] === '.' ? [] : [`coder ${coder}`])),
  }))
  const marks = rows.flatMap((row, coder) =>
    [...row].flatMap((value, at) =>
      value === '.' ? [] : [{ coder: `coder ${coder}`, codeId: value, turn: String(at), start: 0, end: 5 }],
    ),
  )

  test('of several coders with judgements missing agree as alpha of yes and no, and have no kappa', () => {
    const found = compareCoders(
      compared({
        turns,
        marks,
        coders: rows.map((_, coder) => `coder ${coder}`),
        codeIds: ['1', '2', '3', '4', '5'],
        unit: 'turn',
      }),
    )
    for (const code of found.codes) {
      expect(code.kappa).toBeNull()
      expect(code.alpha).toBeCloseTo(alphaByHand(code.codeId), 10)
    }
  })

  /** 1 − (n − 1)·Σ o ÷ Σ n₀·n₁, with pairs counted one by one. */
  function alphaByHand(value: string): number {
    const units = turns.map((_, at) =>
      rows.flatMap((row) => (row[at] === '.' || row[at] === undefined ? [] : [row[at] === value])),
    )
    const pairable = units.filter((unit) => unit.length > 1)
    let apart = 0
    for (const unit of pairable)
      for (const one of unit) for (const other of unit) if (one !== other) apart += 1 / (unit.length - 1)
    const all = pairable.flat()
    const yes = all.filter(Boolean).length
    return 1 - ((all.length - 1) * apart) / (2 * yes * (all.length - yes))
  }

  // Price: both, Ann, Ben, nobody; trust: both in the third turn. Worked out by hand, with the formulas of Krippendorff 2011 and Cohen 1960.
  const four = ['1', '2', '3', '4'].map((id) => ({
    id,
    text: 'Said.',
    language: 'en' as const,
    asked: ['ann', 'ben'],
  }))
  const given = [
    ['ann', '1', 'price'],
    ['ben', '1', 'price'],
    ['ann', '2', 'price'],
    ['ben', '3', 'price'],
    ['ann', '3', 'trust'],
    ['ben', '3', 'trust'],
  ] as const
  const twoCodes = {
    turns: four,
    marks: given.map(([coder, turn, codeId]) => ({ coder, codeId, turn, start: 0, end: 5 })),
    codeIds: ['price', 'trust'],
    unit: 'turn' as const,
  }

  test.each([
    // 1 − 7·4/32; chance 1/2. Overall 1 − 15·4/120; (3/4 − 34/64) ÷ (30/64).
    ['counted' as const, { price: [0.5, 0.125, 0], trust: [1, 1, 1], overall: [0.75, 0.5, 7 / 15] }],
    // 1 − 5·4/16; (1/3 − 5/9) ÷ (4/9). Overall 1 − 11·4/72; (4/6 − 1/2) ÷ (1/2).
    ['left out' as const, { price: [1 / 3, -0.25, -0.5], trust: [1, 1, 1], overall: [2 / 3, 7 / 18, 1 / 3] }],
  ])('of two codes agree as worked out by hand, each and overall, the uncoded %s', (uncoded, expected) => {
    const found = compareCoders(compared({ ...twoCodes, uncoded }))
    const [price, trust] = found.codes
    for (const [of, [share, alpha, kappa]] of [
      [price, expected.price],
      [trust, expected.trust],
      [found.overall, expected.overall],
    ] as const) {
      expect(of?.share).toBeCloseTo(share ?? Number.NaN, 12)
      expect(of?.alpha).toBeCloseTo(alpha ?? Number.NaN, 12)
      expect(of?.kappa).toBeCloseTo(kappa ?? Number.NaN, 12)
    }
  })

  test('are yes where any word of them is marked, so boundaries do not count', () => {
    const marks = [mark('ann', 0, 10), mark('ben', 500, 900)]
    expect(compareCoders(compared({ unit: 'turn', marks })).codes[0]).toMatchObject({ units: 1, share: 1 })
  })
})

test('sentences are judged each', () => {
  const turns = [
    { id: 'one', text: 'It was slow. So I went.', language: 'en' as const, asked: ['ann', 'ben'] },
  ]
  const marks = [mark('ann', 0, 6), mark('ben', 0, 20)]
  expect(compareCoders(compared({ turns, marks, unit: 'sentence' })).overall).toMatchObject({
    units: 2,
    share: 0.5,
  })
})

test('the interval holds alpha, is the same for the same seed, and narrows with more turns', () => {
  const spread = (n: number) => {
    const turns = Array.from({ length: n }, (_, at) => ({
      id: String(at),
      text: 'Said so.',
      language: 'en' as const,
      asked: ['ann', 'ben'],
    }))
    const marks = turns.flatMap(({ id }, at) => [
      ...(at % 2 === 0 ? [{ ...mark('ann', 0, 4), turn: id }] : []),
      ...((at % 2 === 0) !== (at % 8 === 0) ? [{ ...mark('ben', 0, 4), turn: id }] : []),
    ])
    const draw = () =>
      compareCoders(compared({ turns, marks, unit: 'turn', resamples: 400, random: seededRandom(5) })).overall
    const found = draw()
    expect(draw()).toEqual(found)
    const [low, high] = found.interval ?? [Number.NaN, Number.NaN]
    expect(found.alpha).toBeGreaterThanOrEqual(low)
    expect(found.alpha).toBeLessThanOrEqual(high)
    return high - low
  }
  expect(spread(400)).toBeLessThan(spread(40))
})

describe('marks', () => {
  const kinds = (marks: Parameters<typeof gatherMarks>[0]) =>
    gatherMarks(marks, () => ['ann', 'ben']).map(({ kind, marks: own }) => `${kind} ${own.length}`)

  test('of the same words are alike, of other words or of one coder alone are not', () => {
    expect(kinds([mark('ann', 0, 5), mark('ben', 0, 5)])).toEqual(['alike 2'])
    expect(kinds([mark('ann', 0, 5), mark('ben', 2, 5)])).toEqual(['other words 2'])
    expect(kinds([mark('ann', 0, 5)])).toEqual(['not everybody 1'])
    expect(kinds([mark('ann', 0, 5), mark('ben', 0, 5, 'trust')])).toEqual([
      'not everybody 1',
      'not everybody 1',
    ])
  })

  test('that touch no common word are apart, and one long mark joins what lies in it', () => {
    expect(kinds([mark('ann', 0, 5), mark('ben', 5, 9)])).toEqual(['not everybody 1', 'not everybody 1'])
    expect(kinds([mark('ann', 0, 20), mark('ben', 2, 5), mark('ben', 9, 12)])).toEqual(['other words 3'])
  })

  test('of a turn that only one coder was asked about are alike', () => {
    expect(gatherMarks([mark('ann', 0, 5)], () => ['ann']).map(({ kind }) => kind)).toEqual(['alike'])
  })
})
