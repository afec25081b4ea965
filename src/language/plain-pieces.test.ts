import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Language } from './language.ts'
import { plainPieces } from './plain-pieces.ts'

const folder = join(import.meta.dirname, '../../test/data/identifiers')
const cut = (text: string, language: Language) =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(
    ({ segment, index, isWordLike }) => ({
      text: segment,
      start: index,
      end: index + segment.length,
      word: isWordLike === true && /[\p{L}\p{N}]/u.test(segment),
    }),
  )

test.each(Language.options)('sentences in %s are cut as Unicode’s rules say', (language) => {
  const lines = readFileSync(join(folder, `${language}.tsv`), 'utf8').split('\n')
  const plain = lines.filter((line) => plainPieces(line) !== undefined)
  expect(plain.length).toBeGreaterThan(lines.length / 2)
  for (const line of plain) expect(plainPieces(line)).toEqual(cut(line, language))
})

test('so is whatever is made of plain letters, digits and signs in any order', () => {
  const signs = [...'ab1Zéß_ªº.,;:\'’‘-–—"“”„ \n\t%@#/*+&()[]…€°²½']
  let seed = 7
  const next = (count: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * count)
  }
  for (let round = 0; round < 5000; round += 1) {
    const text = Array.from({ length: 2 + next(9) }, () => signs[next(signs.length)]).join('')
    const pieces = plainPieces(text)
    for (const language of Language.options) if (pieces) expect(pieces, text).toEqual(cut(text, language))
  }
})

test('other letters and signs are left to the segmenter', () => {
  for (const text of ['EU:s', 'naïve\u0301', 'Wałęsa', '👍', 'a\u00adb', '一二', 'a·b'])
    expect(plainPieces(text), text).toBeUndefined()
})
