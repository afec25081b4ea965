import { describe, expect, test } from 'vitest'
import { ruleSentence } from './rule-sentence.ts'
import { Condition, SegmentSet, segmentOf, traitHolds } from './segment.ts'
import type { TraitCondition } from './segment.ts'

const age = (all: object): TraitCondition => ({ kind: 'trait', trait: 'age', ...all }) as TraitCondition

describe('a condition', () => {
  test.each([
    { kind: 'trait', trait: 'age', op: 'at least', value: 30 },
    { kind: 'trait', trait: 'age', op: 'between', from: 30, below: 45.5 },
    { kind: 'trait', trait: 'born', op: 'less than', value: { date: '1999-02-28' } },
    { kind: 'trait', trait: 'job', op: 'not in', values: ['student', 'retired'] },
    { kind: 'trait', trait: 'newsletter', op: 'is', value: true },
    { kind: 'trait', trait: "'; DROP TABLE traits; --", op: 'is missing' },
    {
      kind: 'event',
      event: 'order',
      did: 'at least',
      times: 3,
      withinDays: 30,
      where: [{ property: 'price', value: 9 }],
    },
    { kind: 'event', event: 'order', did: 'never' },
  ])('is understood: %j', (condition) => {
    expect(Condition.parse(condition)).toEqual(condition)
  })

  test.each([
    { kind: 'trait', trait: '', op: 'is known' },
    { kind: 'trait', trait: 'age', op: 'at least', value: 'thirty' },
    { kind: 'trait', trait: 'age', op: 'at least', value: Number.NaN },
    { kind: 'trait', trait: 'age', op: 'between', from: 45, below: 30 },
    { kind: 'trait', trait: 'age', op: 'between', from: 45, below: 45 },
    { kind: 'trait', trait: 'age', op: 'between', from: 45, below: { date: '2026-01-01' } },
    { kind: 'trait', trait: 'born', op: 'less than', value: { date: '1999-02-30' } },
    { kind: 'trait', trait: 'job', op: 'in', values: [] },
    { kind: 'trait', trait: 'job', op: 'is', value: 'x', or: 1 },
    { kind: 'event', event: 'order', did: 'at least', times: 0 },
    { kind: 'event', event: 'order', did: 'at least' },
    { kind: 'event', event: 'order', did: 'never', withinDays: 0.5 },
  ])('is refused: %j', (condition) => {
    expect(Condition.safeParse(condition).success).toBe(false)
  })
})

test('a rule has one to three conditions, a set one to five rules', () => {
  const known = age({ op: 'is known' })
  const rule = (n: number) => ({ name: 'r', all: Array(n).fill(known) })
  const fits = (rules: unknown[]) => SegmentSet.safeParse({ rules }).success
  expect([0, 1, 3, 4].map((n) => fits([rule(n)]))).toEqual([false, true, true, false])
  expect([0, 1, 5, 6].map((n) => fits(Array(n).fill(rule(1))))).toEqual([false, true, true, false])
})

describe('what holds for a person', () => {
  test('a range includes where it starts and stops before its end', () => {
    const range = age({ op: 'between', from: 30, below: 45 })
    expect([29.9, 30, 44.9, 45, null].map((value) => traitHolds(range, { age: value }))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
  })

  test('"is" and "is not" share nobody and leave out nobody, the unknown included', () => {
    for (const value of [30, 31, null, undefined, '30', true]) {
      const is = traitHolds(age({ op: 'is', value: 30 }), { age: value })
      expect(traitHolds(age({ op: 'is not', value: 30 }), { age: value })).toBe(!is)
      expect(is).toBe(value === 30)
    }
  })

  test('nobody of unknown age is old or young', () => {
    expect(traitHolds(age({ op: 'at least', value: 0 }), {})).toBe(false)
    expect(traitHolds(age({ op: 'less than', value: 200 }), {})).toBe(false)
  })

  test('the first rule that fits takes the person, and a rule on events is not guessed', () => {
    const rules = [
      { name: 'old', all: [age({ op: 'at least', value: 60 })] },
      { name: 'grown', all: [age({ op: 'at least', value: 18 })] },
    ]
    expect([70, 20, 3, null].map((value) => segmentOf(rules, { age: value }))).toEqual([0, 1, -1, -1])
    const event: Condition = { kind: 'event', event: 'order', did: 'never' }
    expect(() => segmentOf([{ name: 'e', all: [event] }], {})).toThrow('database')
  })
})

test('a rule becomes pieces that each language words for itself', () => {
  const pieces = ruleSentence([
    age({ op: 'between', from: 30, below: 45 }),
    { kind: 'trait', trait: 'newsletter', op: 'is', value: false },
    { kind: 'event', event: 'order', did: 'at most', times: 2, withinDays: 30 },
  ])
  expect(pieces).toEqual([
    {
      id: 'trait.between',
      trait: 'age',
      from: { as: 'number', value: 30 },
      below: { as: 'number', value: 45 },
    },
    { id: 'trait.no', trait: 'newsletter' },
    { id: 'event.atMostWithin', event: 'order', times: 2, days: 30, where: [] },
  ])
  const [since] = ruleSentence([
    { kind: 'trait', trait: 'born', op: 'at least', value: { date: '1999-01-01' } },
  ])
  expect(since).toEqual({ id: 'trait.since', trait: 'born', value: { as: 'date', value: '1999-01-01' } })
})
