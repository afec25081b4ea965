import { describe, expect, test } from 'vitest'
import { deviationOfProportions, juillandD, normalisedDeviation } from './dispersion.ts'

// The five-part corpus of Gries 2008.
const parts = [
  'b a m n i b e u p',
  'b a s a t b e w q n',
  'b c a g a b e s t a',
  'b a g h a b e a a t',
  'b a h a a b e a x a t',
].map((part) => part.split(' '))

function spread(word: string) {
  return {
    found: parts.map((part) => part.filter((other) => other === word).length),
    sizes: parts.map((part) => part.length),
  }
}

describe('dispersion in the corpus of Gries 2008', () => {
  test('its parts have 9, 10, 10, 10 and 11 words, a occurs 1 to 5 times', () => {
    expect(spread('a')).toEqual({ found: [1, 2, 3, 4, 5], sizes: [9, 10, 10, 10, 11] })
  })

  test.each([
    ['a', 0.18],
    ['b', 0.02],
    ['i', 0.82],
    ['q', 0.8],
    ['x', 0.78],
  ])('DP of %s is %d', (word, expected) => {
    expect(deviationOfProportions(spread(word))).toBeCloseTo(expected, 10)
  })

  test.each([
    ['b', 0.024],
    ['i', 1],
    ['q', 0.976],
    ['x', 0.951],
  ])('DPnorm of %s is %d', (word, expected) => {
    expect(normalisedDeviation(spread(word))).toBeCloseTo(expected, 3)
  })

  test('Juilland’s D of b is 0.968', () => {
    expect(juillandD(spread('b'))).toBeCloseTo(0.968, 3)
  })
})

test('what was never found has no dispersion', () => {
  const never = { found: [0, 0], sizes: [5, 5] }
  expect([deviationOfProportions(never), normalisedDeviation(never), juillandD(never)]).toEqual([
    null,
    null,
    null,
  ])
})

test('a single part can be neither even nor uneven', () => {
  const single = { found: [3], sizes: [10] }
  expect(normalisedDeviation(single)).toBeNull()
  expect(juillandD(single)).toBeNull()
})

test('an even spread is 0, all in the smallest part is 1', () => {
  expect(normalisedDeviation({ found: [2, 2, 4], sizes: [10, 10, 20] })).toBe(0)
  expect(normalisedDeviation({ found: [0, 7, 0], sizes: [20, 10, 20] })).toBeCloseTo(1, 12)
})
