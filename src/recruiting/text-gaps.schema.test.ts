import { expect, test } from 'vitest'
import { gapsIn } from './text-gaps.schema.ts'

const letter = {
  about: { en: 'Moving', da: 'At flytte' },
  gift: { en: 'A book', da: ' ' },
  place: {},
  screener: [],
}

test('a text that is missing in a language of who is asked is told with those languages; one nobody wrote is not', () => {
  expect(gapsIn(letter, ['en'])).toEqual([])
  expect(gapsIn(letter, ['da', 'en', 'sv'])).toEqual([
    { kind: 'about', languages: ['sv'] },
    { kind: 'gift', languages: ['da', 'sv'] },
  ])
})

test('a question is missing where it or one of its answers is', () => {
  const question = (text: object, yes: object, no: object) => ({
    id: crypto.randomUUID(),
    text,
    answers: [
      { id: 'y', text: yes, fits: true },
      { id: 'n', text: no, fits: false },
    ],
  })
  const yes = { en: 'Yes', da: 'Ja', sv: 'Ja' }
  const screener = [
    question({ en: 'Moved?', da: 'Flyttet?' }, yes, { en: 'No', da: 'Nej', sv: 'Nej' }),
    question({ en: 'Rent?', da: 'Lejer du?', sv: 'Hyr du?' }, yes, { en: 'No', sv: 'Nej' }),
  ]
  expect(gapsIn({ about: {}, gift: {}, place: {}, screener }, ['en', 'da', 'sv'])).toEqual([
    { kind: 'question', n: 1, languages: ['sv'] },
    { kind: 'question', n: 2, languages: ['da'] },
  ])
})
