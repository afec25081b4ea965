import { expect, test } from 'vitest'
import type { Condition } from '../segment.ts'
import { conditionOf, draftOf, newDraft, numberOf, propertyValue } from './condition-draft.ts'
import type { KnownType } from './condition-draft.ts'

const trait = (rest: object) => ({ kind: 'trait', trait: 'x', ...rest }) as Condition
const event = (rest: object) => ({ kind: 'event', event: 'order', ...rest }) as Condition

test.each<[Condition, KnownType]>([
  [trait({ op: 'is', value: 'a' }), 'category'],
  [trait({ op: 'is not', value: 'a' }), 'text'],
  [trait({ op: 'in', values: ['a', 'b'] }), 'category'],
  [trait({ op: 'not in', values: ['a', 'b'] }), 'category'],
  [trait({ op: 'is', value: true }), 'boolean'],
  [trait({ op: 'is', value: false }), 'boolean'],
  [trait({ op: 'at least', value: -1.5 }), 'number'],
  [trait({ op: 'less than', value: 30 }), 'number'],
  [trait({ op: 'between', from: 30, below: 45 }), 'number'],
  [trait({ op: 'between', from: { date: '2020-01-01' }, below: { date: '2021-01-01' } }), 'date'],
  [trait({ op: 'is known' }), 'number'],
  [trait({ op: 'is missing' }), 'date'],
  [event({ did: 'at least', times: 3, withinDays: 30 }), 'number'],
  [event({ did: 'at most', times: 3 }), 'number'],
  [event({ did: 'never', where: [{ property: 'p', value: '9' }] }), 'number'],
  [event({ did: 'never', where: [{ property: 'p', value: 9 }] }), 'number'],
  [event({ did: 'never', where: [{ property: 'p', value: true }] }), 'number'],
  // What the fields cannot show is kept as it was.
  [trait({ op: 'is not', value: true }), 'boolean'],
  [trait({ op: 'in', values: [1, 2] }), 'number'],
  [
    event({
      did: 'never',
      where: [
        { property: 'p', value: 1 },
        { property: 'q', value: 2 },
      ],
    }),
    'number',
  ],
])('%j opened and saved again is the same', (condition, type) => {
  expect(conditionOf(draftOf(condition, 'k'), type)).toEqual(condition)
})

test('a condition with something missing or upside down is none yet', () => {
  const draft = newDraft('trait', 'k')
  expect(conditionOf(draft, undefined)).toBeNull()
  if (draft.kind !== 'trait') throw new Error('a trait was asked for')
  expect(conditionOf({ ...draft, trait: 'x', op: 'in' }, 'category')).toBeNull()
  expect(conditionOf({ ...draft, trait: 'x', op: 'at least', from: 'many' }, 'number')).toBeNull()
  expect(conditionOf({ ...draft, trait: 'x', op: 'between', from: '9', below: '9' }, 'number')).toBeNull()
  expect(conditionOf({ ...draft, trait: 'x', op: 'less than', below: '2020' }, 'date')).toBeNull()
  const did = newDraft('event', 'k')
  if (did.kind !== 'event') throw new Error('an event was asked for')
  expect(conditionOf(did, undefined)).toBeNull()
  for (const wrong of [{ times: '0' }, { times: '1.5' }, { days: '4000' }, { property: 'p' }])
    expect(conditionOf({ ...did, event: 'order', ...wrong }, undefined)).toBeNull()
})

test('numbers are read with a point or a comma, and nothing else is a number', () => {
  expect(['3', '3,5', '3.5', '-2', '1e3'].map(numberOf)).toEqual([3, 3.5, 3.5, -2, 1000])
  expect(['', ' ', '1.000,5', '3 4', 'NaN', '1e999', '0x10'].map(numberOf)).toEqual(Array(7).fill(null))
  expect(['9', '"9"', 'true', '"true"', 'abc', '"', '"a\\'].map(propertyValue)).toEqual([
    9,
    '9',
    true,
    'true',
    'abc',
    '"',
    '"a\\',
  ])
})
