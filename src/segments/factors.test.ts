import { describe, expect, test } from 'vitest'
import { chooseFactors, screenFactors } from './factors.ts'
import { InformationScale } from './information.ts'
import { leakByName, leakByScore } from './leakage.ts'
import { codeColumn, learnLevels, roundest } from './levels.ts'
import type { Column } from './levels.ts'
import { seededRandom, shuffledRows } from './random.ts'

const number = (name: string, values: ArrayLike<number>): Column => ({
  name,
  type: 'number',
  values: Float64Array.from(values),
})

describe('levels', () => {
  test.each([
    [28.3, 33.9, 31, 30],
    [4.857, 4.864, 4.86, 4.86],
    [5017, 5099, 5076, 5050],
    [0.3, 1, 1, 1],
    [-47, -44, -46, -45],
    [1_234_000, 1_290_000, 1_250_000, 1_250_000],
  ])('between %d and %d, near %d, the roundest cut is %d', (above, upTo, wanted, cut) => {
    expect(roundest({ above, upTo, wanted })).toBe(cut)
  })

  test('cut numbers into at most five ranges that hold everybody known, and set the unknown apart', () => {
    const random = seededRandom(3)
    const column = number('spend', [
      ...Array.from({ length: 997 }, () => Math.exp(6 * random())),
      Number.NaN,
      0,
      0,
    ])
    const rows = shuffledRows(1000, random)
    const factor = codeColumn(learnLevels(column, rows, new Uint8Array(1000)), column)
    const sizes = factor.levels.map((_, code) => factor.codes.filter((own) => own === code).length)
    expect(factor.levels).toHaveLength(6)
    expect(sizes[0]).toBe(1)
    expect(Math.min(...sizes.slice(1))).toBeGreaterThan(120)
    expect(sizes.reduce((a, b) => a + b)).toBe(1000)
  })

  test('a number that is mostly nought is cut above nought', () => {
    const column = number('visits', [...Array(90).fill(0), 3, 4, 5, 6, 7, 8, 9, 9, 9, 9])
    const { levels } = learnLevels(column, Uint32Array.from(Array(100).keys()), new Uint8Array(100))
    expect(levels.slice(0, 2)).toEqual([
      { kind: 'unknown' },
      { kind: 'range', from: null, below: expect.any(Number) },
    ])
    const [, first] = levels
    expect(first?.kind === 'range' && (first.below ?? 0)).toBeGreaterThan(0)
  })

  test('a category keeps at most five groups, the most alike merged; a value never seen is unknown', () => {
    const values = Array.from({ length: 800 }, (_, row) => `shop ${row % 8}`)
    const target = Uint8Array.from(values, (value, row) => (value < 'shop 4' ? 0 : row % 16 < 8 ? 1 : 0))
    const column: Column = { name: 'shop', type: 'category', values: [...values, 'shop 99', null] }
    const coding = learnLevels(column, Uint32Array.from(Array(800).keys()), Uint8Array.of(...target, 0, 0))
    expect(coding.levels).toHaveLength(6)
    const merged = coding.levels.flatMap((level) =>
      level.kind === 'values' && level.values.length > 1 ? [level.values] : [],
    )
    expect(merged.length).toBeGreaterThan(0)
    for (const group of merged) expect(new Set(group.map((value) => String(value) < 'shop 4')).size).toBe(1)
    expect([...codeColumn(coding, column).codes.slice(800)]).toEqual([0, 0])
  })
})

test('information is that of a hand-made table, less what chance adds', () => {
  const [a, y] = [Array(40).fill(0).concat(Array(60).fill(1)), Array(50).fill(0).concat(Array(50).fill(1))]
  const column: Column = { name: 'a', type: 'category', values: a.map(String) }
  const rows = Uint32Array.from(Array(100).keys())
  const target = Uint8Array.from(y)
  const factors = [codeColumn(learnLevels(column, rows, target), column)]
  const scale = new InformationScale({ factors, target, classes: 2, rows, learnt: 'here' })
  const plain = 0.4 * Math.log(0.4 / 0.2) + 0.1 * Math.log(0.1 / 0.3) + 0.5 * Math.log(0.5 / 0.3)
  expect(scale.one(0)).toBeCloseTo(plain - 1 / 200, 10)
  expect(scale.entropy).toBeCloseTo(Math.log(2), 10)
})

test.each([
  ['duration', 'y', 'measured during or after'],
  ['Call_Duration', 'y', 'measured during or after'],
  ['callDuration (s)', 'y', 'measured during or after'],
  ['Varighed', 'køb', 'measured during or after'],
  ['Gesprächsdauer', 'Kauf', 'measured during or after'],
  ['churn reason', 'churn', 'named after the outcome'],
  ['durable goods', 'y', null],
  ['poutcome', 'y', null],
])('%s, for the outcome %s, is: %s', (name, outcome, reason) => {
  expect(leakByName(name, outcome)).toBe(reason)
})

test('half of all there is to know is too much; a fifth far ahead of the others is not', () => {
  expect(leakByScore({ score: 0.5, entropy: 1, next: 0.4 })).toBe('tells too much')
  expect(leakByScore({ score: 0.3, entropy: 1, next: 0.09 })).toBe('tells too much')
  expect(leakByScore({ score: 0.2, entropy: 1, next: 0.01 })).toBe(null)
})

/** Forty factors of five levels; the outcome hangs on 7, 21 and 33 together. */
function planted(people: number): { columns: Column[]; target: Uint8Array } {
  const random = seededRandom(11)
  const columns = Array.from({ length: 40 }, (_, f) =>
    number(
      `f${f}`,
      Array.from({ length: people }, () => Math.floor(random() * 5)),
    ),
  )
  const level = (f: number, row: number): number => Number(columns[f]?.values[row] ?? 0)
  const target = Uint8Array.from({ length: people }, (_, row) => {
    const drives = (level(7, row) > 2 ? 1 : 0) + (level(21, row) > 2 ? 1 : 0) + (level(33, row) > 2 ? 1 : 0)
    return random() < 0.05 + 0.2 * drives ? 1 : 0
  })
  return { columns, target }
}

test('finds the three of forty factors that drive 50,000 people', () => {
  const { columns, target } = planted(50_000)
  const rows = shuffledRows(50_000, seededRandom(1))
  const [train, heldOut] = [rows.slice(0, 25_000), rows.slice(25_000)]
  const screening = { columns, target, classes: 2, train, outcome: 'y', leaveOut: [], trusted: [] }
  const { factors } = screenFactors(screening)
  const choice = chooseFactors({ factors, target, classes: 2, train, heldOut })
  expect(choice.chosen.map((factor) => factor.column).toSorted()).toEqual(['f21', 'f33', 'f7'])
  expect(choice.gain).toBeGreaterThan(0.3)
  expect(choice.twoSuffice).toBe(false)
})

test('says that two factors suffice when the third adds nothing, and goes on without any that may not be used', () => {
  const { columns, target } = planted(4000)
  const [seven, twentyOne] = [columns[7], columns[21]]
  if (seven?.type !== 'number' || twentyOne === undefined) throw new Error('no such factor')
  const some: Column[] = [
    seven,
    twentyOne,
    { ...(columns[1] ?? seven), permitted: true },
    { ...(columns[33] ?? seven), permitted: false },
    { name: 'copy', type: 'number', values: seven.values.map((value) => value * 10) },
    {
      name: 'rarely known',
      type: 'number',
      values: seven.values.map((value, row) => (row % 2 ? value : Number.NaN)),
    },
    { name: 'one', type: 'category', values: Array(4000).fill('x') },
    { name: 'id', type: 'category', values: Array.from({ length: 4000 }, (_, row) => `id ${row}`) },
    {
      name: 'result',
      type: 'category',
      values: Array.from(target, (value) => (value === 1 ? 'won' : 'lost')),
    },
  ]
  const rows = shuffledRows(4000, seededRandom(5))
  const [train, heldOut] = [rows.slice(0, 2000), rows.slice(2000)]
  const { factors, leftOut } = screenFactors({
    columns: some,
    target,
    classes: 2,
    train,
    outcome: 'y',
    leaveOut: [],
    trusted: [],
  })
  expect(Object.fromEntries(leftOut.map((left) => [left.column, left.why]))).toEqual({
    f33: 'not permitted',
    'rarely known': 'mostly unknown',
    one: 'the same for everybody',
    id: 'different for nearly everybody',
    result: 'knows the outcome',
    [factors.some((factor) => factor.column === 'f7') ? 'copy' : 'f7']: 'nearly the same as',
  })
  const choice = chooseFactors({ factors, target, classes: 2, train, heldOut })
  expect(choice.twoSuffice).toBe(true)
})
