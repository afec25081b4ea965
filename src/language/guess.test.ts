import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedData, sharedDataPresent } from '../../test/shared-data.ts'
import { guessLanguage } from './guess.ts'
import type { Language } from './language.ts'

const spoken: [Language, string][] = [
  ['en', 'I only go there when somebody I trust has told me that it is worth it'],
  ['da', 'Jeg synes ærlig talt at det er svært at finde ud af hvad jeg får for pengene'],
  ['sv', 'Jag tycker ärligt talat att det är svårt att förstå vad jag får för pengarna'],
  ['nl', 'Ik vind het eerlijk gezegd lastig om te begrijpen wat ik voor mijn geld krijg'],
  ['de', 'Ich finde es ehrlich gesagt schwierig zu verstehen was ich für mein Geld bekomme'],
]

describe('the language of a text', () => {
  test.each(spoken)('%s is recognised from one sentence', async (language, text) => {
    expect(await guessLanguage(text)).toEqual({ language, reliable: true, words: text.split(' ').length })
  })

  test.each(spoken)('%s from fewer than eight words is no ground for a warning', async (_, text) => {
    const guess = await guessLanguage(text.split(' ').slice(0, 7).join(' '))
    expect(guess).toMatchObject({ reliable: false, words: 7 })
  })

  test.each([
    ['da', 'Det ved jeg ikke, men jeg tror det nok.'],
    ['da', 'Nej, vi kørte bare derned og så hentede vi det selv.'],
    ['da', 'Vi har en app, og den virker fint.'],
    ['da', 'Jeg bor i Malmö og arbejder i København, det er en god tur.'],
    ['da', 'Jeg synes onboarding flowet var super nice, men så kom der en error message.'],
    ['sv', 'Det vet jag inte, men jag tror det nog.'],
    ['sv', 'Nej, vi körde bara ner och hämtade det själva.'],
    ['sv', 'Vi har en app, och den fungerar fint.'],
    ['sv', 'Jag bor i Malmö och jobbar i Köpenhamn, det är en bra tur.'],
    ['sv', 'Vi brukar säga att customer experience är allt, liksom.'],
  ] as const)('a short turn in %s is not taken for its neighbour’s language: %s', async (language, text) => {
    expect(await guessLanguage(text)).toMatchObject({ language, reliable: true })
  })

  test.each([
    'Det vet jeg ikke, men jeg tror det nok at det går bra.',
    'Nei, vi kjørte bare ned dit og så hentet vi det selv.',
    'Og så ringte jeg til banken, og de sa at det var en feil.',
    'Eg veit ikkje, men eg trur det går bra med oss alle.',
  ])('a short Norwegian turn is passed off as neither: %s', async (text) => {
    expect(await guessLanguage(text)).toMatchObject({ reliable: false })
  })

  test('Norwegian is not passed off as Danish', async () => {
    const guess = await guessLanguage('Jeg tror egentlig at det er ganske vanskelig å finne ut av dette her')
    expect(guess).toMatchObject({ language: 'da', reliable: false })
  })

  test('an English heading does not hide that the rest is Swedish', async () => {
    const heading =
      'Interview transcript. Confidential, for internal use only. Please do not share with anybody. '.repeat(
        12,
      )
    const guess = await guessLanguage(heading + `${spoken[2]?.[1]}. `.repeat(200))
    expect(guess).toMatchObject({ language: 'sv', reliable: true })
  })

  test.each(['', '   ', '12 345 67', '😀😀😀', '\ud800', '日本語の文章です'])(
    '“%s” gives no reliable guess',
    async (text) => {
      expect(await guessLanguage(text)).toMatchObject({ reliable: false })
    },
  )

  test.each(['7'.repeat(1_000_000), '.'.repeat(1_000_000), 'nå så '.repeat(200_000)])(
    'a million characters are guessed',
    async (text) => {
      await guessLanguage('load')
      expect(await guessLanguage(text)).toHaveProperty('reliable')
    },
  )

  test('a text of nothing has no language', async () => {
    expect(await guessLanguage('')).toEqual({ language: null, reliable: false, words: 0 })
  })
})

describe.skipIf(!sharedDataPresent)('shared data: the language of real speech', () => {
  test('every Dutch press conference is Dutch', async () => {
    const folder = join(sharedData, 'interviews/nl-press-conferences')
    const texts = readdirSync(folder).filter((file) => file.endsWith('.txt'))
    expect(texts.length).toBeGreaterThan(10)
    for (const file of texts) {
      const guess = await guessLanguage(readFileSync(join(folder, file), 'utf8'))
      expect({ file, ...guess }).toMatchObject({ file, language: 'nl', reliable: true })
    }
  })
})
