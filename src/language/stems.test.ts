import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Language } from './language.ts'
import { STEMMER_VERSION, stem } from './stems.ts'

const vocabularies: [Language, string, number][] = [
  ['en', 'english', 42_649],
  ['da', 'danish', 23_832],
  ['sv', 'swedish', 30_738],
  ['nl', 'dutch', 45_670],
  ['de', 'german', 35_033],
]

describe('stems agree with every official Snowball vector', () => {
  test.each(vocabularies)('%s (%s): all %i words', (language, folder, size) => {
    const words = lines(`${folder}-voc.txt.gz`)
    const expected = lines(`${folder}-output.txt.gz`)
    expect(words).toHaveLength(size)
    const wrong = words.flatMap((word, at) => {
      const got = stem(language, word)
      return got === expected[at] ? [] : [`${word} → ${got}, not ${expected[at]}`]
    })
    expect(wrong).toEqual([])
  })
})

test('a word asked for twice has the same stem', () => {
  expect(stem('da', 'kunderne')).toBe(stem('da', 'kunderne'))
})

test('languages are kept apart', () => {
  expect(stem('nl', 'instinctmatig')).toBe('instinctmaat')
  expect(stem('en', 'instinctmatig')).toBe('instinctmatig')
})

test('a German gender form counts with the written-out form', () => {
  expect(stem('de', 'kund*innen')).toBe(stem('de', 'kundinnen'))
})

test('something far too long for a word is left as it is', () => {
  const long = 'kunderne'.repeat(10_000)
  expect(stem('da', long)).toBe(long)
})

test('the stored version names the package that is installed', () => {
  const manifest = readFileSync(
    join(import.meta.dirname, '../../node_modules/multilingual-stemmer/package.json'),
    'utf8',
  )
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest))
  expect(STEMMER_VERSION).toContain(`multilingual-stemmer-${version}`)
})

function lines(file: string): string[] {
  const packed = readFileSync(join(import.meta.dirname, '../../test/data/snowball', file))
  return gunzipSync(packed).toString('utf8').trimEnd().split('\n')
}
