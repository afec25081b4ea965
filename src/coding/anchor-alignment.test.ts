import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../test/seeded-random.ts'
import { align, unitsOf } from './anchor-alignment.ts'

describe('units', () => {
  test.each([
    ['Nå, ja!', ['Nå', ',', 'ja', '!']],
    ["zo'n don’t", ["zo'n", 'don’t']],
    ['👩‍👩‍👧🇩🇰🇸🇪👍🏽', ['👩‍👩‍👧', '🇩🇰', '🇸🇪', '👍🏽']],
    ['a\u030aben \ud800 x\r\n', ['a\u030aben', '\ud800', 'x']],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    const units = unitsOf(text)
    expect(units.map((unit) => unit.text)).toEqual(expected)
    const codepoints = [...text]
    for (const { text: unit, start, end } of units) expect(codepoints.slice(start, end).join('')).toBe(unit)
  })

  test('cover everything but white space', () => {
    const text = ' æ\u0301 ½ <b>x</b>\t"q"…\u200d👍🏽 __proto__ \udfff.'
    const covered = unitsOf(text).map((unit) => unit.text)
    expect(covered.join('')).toBe(text.replace(/\s/g, ''))
  })
})

describe('alignment', () => {
  test('finds a longest common subsequence, in order, of equal units', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = seededRandom(seed)
      const draw = () =>
        Array.from({ length: Math.floor(random() * 25) }, () => 'abcd'[Math.floor(random() * 4)] ?? 'a')
      const [before, after] = [draw(), draw()]
      const pairs = align(unitsOf(before.join(' ')), unitsOf(after.join(' ')))
      expect(pairs.length, `seed ${seed}`).toBe(longestCommon(before, after))
      for (const [at, pair] of pairs.entries()) {
        expect(before[pair.before]).toBe(after[pair.after])
        const last = pairs[at - 1]
        if (last) expect(pair.before > last.before && pair.after > last.after, `seed ${seed}`).toBe(true)
      }
    }
  })

  test.each([
    [
      'de acounts her',
      'de accounts er',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'kunde oplevelse',
      'kundeoplevelse',
      [
        [0, 0],
        [1, 0],
      ],
    ],
    [
      'bijdehand',
      'bij de-hand',
      [
        [0, 0],
        [0, 1],
        [0, 3],
      ],
    ],
    ['helt andet', 'ganske nyt sagt', []],
  ])('%s → %s', (before, after, expected) => {
    expect(align(unitsOf(before), unitsOf(after)).map((pair) => [pair.before, pair.after])).toEqual(expected)
  })
})

/** Length of the longest common subsequence, by the textbook table. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let row = other.map(() => 0)
  for (const a of one) {
    const next: number[] = []
    for (const [j, b] of other.entries()) {
      next.push(a === b ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
