import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../test/seeded-random.ts'
import { normalisedDeviation } from './dispersion.ts'
import type { KeyTerms, Term } from './keyness.ts'
import { keyTerms } from './keyness.ts'
import type { SpokenRow } from './spoken-words.ts'
import { gatherWords } from './spoken-words.ts'

describe('what these people say more', () => {
  test('a word that most of them and few others use is confirmed and comes first', () => {
    const rows = talk({ speakers: 80, seed: 1 })
    for (let n = 0; n < 16; n++)
      rows.push({ speaker: `s${n}`, stem: 'tryg', form: n % 3 ? 'tryghed' : 'tryg', occurrences: 2 })
    for (let n = 30; n < 33; n++)
      rows.push({ speaker: `s${n}`, stem: 'tryg', form: 'trygge', occurrences: 9 })
    const [first] = termsOf(compare(rows, (speaker) => Number(speaker.slice(1)) < 20))
    expect(first).toMatchObject({
      stem: 'tryg',
      form: 'tryghed',
      speakers: 16,
      speakersOther: 3,
      occurrences: 32,
      verdict: 'confirmed',
    })
    expect(first?.logRatio).toBeCloseTo(4, 10)
    expect(first?.lrc).toBeGreaterThan(0.5)
    expect(first?.lrc).toBeLessThan(4)
  })

  test('one talkative person’s word is not the group’s', () => {
    const rows = talk({ speakers: 80, seed: 2 })
    rows.push({ speaker: 's1', stem: 'drage', form: 'drager', occurrences: 500 })
    rows.push({ speaker: 's2', stem: 'drage', form: 'drage', occurrences: 1 })
    const terms = termsOf(compare(rows, (speaker) => Number(speaker.slice(1)) < 20))
    expect(terms.find((term) => term.stem === 'drage')).toMatchObject({
      verdict: 'indicative',
      speakers: 2,
      form: 'drager',
    })
    rows.push({ speaker: 's3', stem: 'hest', form: 'hest', occurrences: 50 })
    expect(termsOf(compare(rows, isFirstTwenty)).some((term) => term.stem === 'hest')).toBe(false)
  })

  test('a word many use but one uses nearly always is too uneven to be confirmed', () => {
    const rows = talk({ speakers: 80, seed: 3 })
    for (let n = 0; n < 18; n++)
      rows.push({ speaker: `s${n}`, stem: 'skift', form: 'skift', occurrences: n === 0 ? 900 : 1 })
    const term = termsOf(compare(rows, isFirstTwenty)).find(({ stem }) => stem === 'skift')
    expect(term?.lrc).toBeGreaterThan(0)
    expect(term?.dp).toBeGreaterThanOrEqual(0.8)
    expect(term?.verdict).toBe('indicative')
  })

  test('below twelve speakers nothing is confirmed, and the order is that of the log ratio', () => {
    const rows = talk({ speakers: 80, seed: 4 })
    for (let n = 0; n < 11; n++) rows.push({ speaker: `s${n}`, stem: 'tryg', form: 'tryg', occurrences: 1 })
    const result = compare(rows, (speaker) => Number(speaker.slice(1)) < 11)
    const terms = termsOf(result)
    expect(result).toMatchObject({ speakers: 11, speakersOther: 69 })
    expect(terms[0]).toMatchObject({ stem: 'tryg', verdict: 'indicative' })
    expect(terms[0]?.lrc).toBeGreaterThan(0)
    expect(terms.every((term) => term.verdict === 'indicative' && term.speakers >= 2)).toBe(true)
    const ratios = terms.map((term) => term.logRatio)
    expect(ratios).toEqual(ratios.toSorted((one, other) => other - one))
  })

  test('the dispersion is DPnorm over all speakers in focus, silent ones included', () => {
    const rows = talk({ speakers: 40, seed: 5 })
    const focus = gatherWords(rows.filter((row) => isFirstTwenty(row.speaker)))
    for (const term of termsOf(compare(rows, isFirstTwenty))) {
      const found = focus.wordsBySpeaker.map(
        (_, speaker) => focus.stems.get(term.stem)?.bySpeaker.get(speaker) ?? 0,
      )
      expect(term.dp).toBeCloseTo(normalisedDeviation({ found, sizes: focus.wordsBySpeaker }) ?? NaN, 10)
    }
  })

  test('speakers split by chance differ in no confirmed term in at least 95 of 100 splits', () => {
    let splitsWithAFinding = 0
    for (let seed = 1; seed <= 100; seed++) {
      const random = seededRandom(seed)
      const rows = talk({ speakers: 60, seed: 1000 + seed })
      const drawn = new Set(Array.from({ length: 60 }, (_, n) => `s${n}`).filter(() => random() < 0.4))
      const terms = termsOf(compare(rows, (speaker) => drawn.has(speaker)))
      if (terms.some((term) => term.verdict === 'confirmed')) splitsWithAFinding++
    }
    expect(splitsWithAFinding).toBeLessThanOrEqual(5)
  })

  test('the correction is for the stems that three or more used on either side', () => {
    const use = (speaker: string, stem: string) => ({ speaker, stem, form: stem, occurrences: 1 })
    const focus = gatherWords([use('a', 'x'), use('b', 'x'), use('a', 'y'), use('b', 'z')])
    const reference = gatherWords([
      use('c', 'x'),
      use('c', 'y'),
      ...['c', 'd', 'e'].map((speaker) => use(speaker, 'w')),
    ])
    expect(keyTerms({ focus, reference })).toMatchObject({ tested: 2, speakers: 2, speakersOther: 3 })
  })
})

describe('nothing to compare', () => {
  const some = gatherWords([{ speaker: 'a', stem: 'x', form: 'x', occurrences: 1 }])
  const none = gatherWords([{ speaker: 'a', stem: 'x', form: 'x', occurrences: 0 }])

  test('is said, with the side that is missing', () => {
    expect(keyTerms({ focus: none, reference: some })).toEqual({
      state: 'nothing to compare',
      missing: 'focus',
    })
    expect(keyTerms({ focus: some, reference: none })).toEqual({
      state: 'nothing to compare',
      missing: 'reference',
    })
  })

  test('names of objects’ own fields are words like any other', () => {
    const rows = ['a', 'b', 'c'].flatMap((speaker) =>
      ['__proto__', 'constructor', 'toString'].map((stem) => ({ speaker, stem, form: stem, occurrences: 1 })),
    )
    const terms = termsOf(keyTerms({ focus: gatherWords(rows), reference: some }))
    expect(terms.map((term) => term.stem).toSorted()).toEqual(['__proto__', 'constructor', 'toString'])
  })
})

test('240,000 words of 160 speakers are compared', () => {
  const rows = talk({ speakers: 160, seed: 9, words: 1_500, vocabulary: 12_000 })
  const focus = gatherWords(rows.filter((row) => isFirstTwenty(row.speaker)))
  const reference = gatherWords(rows.filter((row) => !isFirstTwenty(row.speaker)))
  const result = keyTerms({ focus, reference })
  expect(result).toMatchObject({ state: 'compared', speakers: 20, speakersOther: 140 })
})

const isFirstTwenty = (speaker: string) => Number(speaker.slice(1)) < 20

function compare(rows: SpokenRow[], inFocus: (speaker: string) => boolean): KeyTerms {
  const focus = gatherWords(rows.filter((row) => inFocus(row.speaker)))
  const reference = gatherWords(rows.filter((row) => !inFocus(row.speaker)))
  return keyTerms({ focus, reference })
}

function termsOf(result: KeyTerms): Term[] {
  if (result.state !== 'compared') throw new Error(`nothing to compare: ${result.missing} is missing`)
  return result.terms
}

type Talk = { speakers: number; seed: number; words?: number; vocabulary?: number }

/** Talk of people who all draw their words from one list, the common ones more often (Zipf), and who repeat themselves. */
function talk({ speakers, seed, words = 300, vocabulary = 800 }: Talk): SpokenRow[] {
  const random = seededRandom(seed)
  const rows: SpokenRow[] = []
  for (let n = 0; n < speakers; n++) {
    const counts = new Map<number, number>()
    for (let said = 0; said < words;) {
      const word = Math.floor(vocabulary ** random()) - 1
      const times = random() < 0.1 ? 5 : 1
      counts.set(word, (counts.get(word) ?? 0) + times)
      said += times
    }
    for (const [word, occurrences] of counts)
      rows.push({ speaker: `s${n}`, stem: `w${word}`, form: `w${word}`, occurrences })
  }
  return rows
}
