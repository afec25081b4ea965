import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../test/seeded-random.ts'
import { fewestInGroup, groupNumbers, groupWords, otherKey, tellGroups } from './groups.ts'

const people = (values: readonly string[]) => new Map(values.map((value, at) => [at, value]))

describe('rows by what is known of people', () => {
  test('are told from three people up; rarer values and what is not known are one row', () => {
    const groups = groupWords(people(['Odense', 'Odense', 'Odense', 'Aarhus', 'Skive', 'Ribe']))
    const told = tellGroups(groups, [90])
    expect(told.map(({ label, people: own }) => [label, own.length])).toEqual([
      ['Odense', 3],
      [null, 4],
    ])
  })
  test('hide a third of two values where the other is shared by one or two', () => {
    const told = tellGroups(groupWords(people(['yes', 'yes', 'yes', 'no', 'no'])), [])
    expect(told.map(({ key, people: own }) => [key, own.length])).toEqual([[otherKey, 5]])
  })
  test('never tell of one or two people, and lose nobody', () => {
    const random = seededRandom(19)
    const pick = (n: number) => Math.floor(random() * n)
    for (let round = 0; round < 400; round += 1) {
      const heard = fewestInGroup + pick(30)
      const known = pick(heard + 1)
      const isNumber = pick(2) === 0
      const groups = isNumber
        ? groupNumbers(new Map(Array.from({ length: known }, (_, at) => [at, pick(60)])))
        : groupWords(people(Array.from({ length: known }, () => `v${pick(6)}`)))
      const unknown = Array.from({ length: heard - known }, (_, at) => known + at)
      const told = tellGroups(groups, unknown)
      expect(told.flatMap(({ people: own }) => own).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: heard }, (_, at) => at),
      )
      for (const { people: own } of told) expect(own.length).toBeGreaterThanOrEqual(fewestInGroup)
    }
  })
})

describe('ranges of a number', () => {
  test('are at most four, about as many people each, cut at round numbers', () => {
    const ages = [19, 22, 24, 31, 33, 35, 38, 44, 47, 52, 58, 63]
    const groups = groupNumbers(new Map(ages.map((age, at) => [at, age])))
    expect(groups.map(({ from, below, people: own }) => [from, below, own.length])).toEqual([
      [null, 30, 3],
      [30, 38, 3],
      [38, 50, 3],
      [50, null, 3],
    ])
  })
  test('of one number are one, and of none are none', () => {
    expect(
      groupNumbers(
        new Map([
          [1, 5],
          [2, 5],
        ]),
      ),
    ).toHaveLength(1)
    expect(groupNumbers(new Map())).toEqual([])
  })
})
