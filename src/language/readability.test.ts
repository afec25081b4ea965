import { describe, expect, test } from 'vitest'
import { lix, lixBand, readingCounts } from './readability.ts'
import { countSentences } from './sentences.ts'

describe('LIX', () => {
  test('is 21.29 for the test text of Sparv, four times over', () => {
    const counts = readingCounts('sv', 'a bc def ghij klmno pqrstu vxyzåäö. '.repeat(4))
    expect(counts).toEqual({ words: 28, sentences: 4, longWords: 4 })
    expect(lix(counts)).toBeCloseTo(21.29, 2)
  })

  test('is 29 for the test text of Wordless', () => {
    const counts = readingCounts('en', 'This is a sentence . This is a sentence . This is a sentence .')
    expect(counts).toEqual({ words: 12, sentences: 3, longWords: 3 })
    expect(lix(counts)).toBe(29)
  })

  test('does not exist without words', () => {
    for (const text of ['', '   ', '…', '😀']) expect(lix(readingCounts('da', text))).toBeNull()
  })

  test('counts a letter, not its codepoints', () => {
    expect(readingCounts('sv', 'a\u030aa\u030aa\u030aa\u030aa\u030aa\u030a').longWords).toBe(0)
  })

  test.each([
    [24.9, 'very easy'],
    [25, 'easy'],
    [35, 'medium'],
    [45, 'hard'],
    [55, 'very hard'],
  ])('%d is %s', (value, band) => {
    expect(lixBand(value)).toBe(band)
  })
})

describe('sentences', () => {
  test.each([
    ['da', 'Vi ses kl. 10 den 3. maj. Husk bl.a. kaffe! Ikke?', 3],
    ['sv', 'Det gäller t.ex. barn. Och vuxna.', 2],
    ['nl', 'Dhr. Jansen komt bijv. morgen. Mevr. De Vries ook.', 2],
    ['de', 'Das gilt z.B. am 3. Mai für Dr. Müller. Sonst nicht.', 2],
    ['en', 'Mr. J. Smith said “Come in.” He meant it.', 2],
    ['en', 'A heading\n\nAnd a line without a full stop', 2],
    ['en', '. . ! ?', 0],
    ['en', '', 0],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(countSentences(language, text)).toBe(expected)
  })
})
