import { expect, test } from 'vitest'
import type { RecruitmentDraft, ScreenerQuestion } from '../recruiting.schema.ts'
import { compareLetters, joinLetters } from './letter-parts.ts'

const question = (id: string, text: string): ScreenerQuestion => ({
  id,
  text: { en: text },
  answers: [
    { id: 'y', text: { en: 'Yes' }, fits: true },
    { id: 'n', text: { en: 'No' }, fits: false },
  ],
})
const read: RecruitmentDraft = {
  minutes: 60,
  restMonths: 6,
  about: { en: 'Moving', da: 'At flytte' },
  gift: {},
  place: {},
  screener: [question('moved', 'Did you move?'), question('rent', 'Do you rent?')],
}

test('texts go language by language and questions one by one, and only what both changed is asked about', () => {
  const mine: RecruitmentDraft = {
    ...read,
    about: { en: 'Moving house', da: 'At flytte', sv: '' },
    gift: { en: 'A book' },
    screener: [
      question('moved', 'Have you moved?'),
      question('rent', 'Do you rent?'),
      question('mine', 'A dog?'),
    ],
  }
  const theirs: RecruitmentDraft = {
    ...read,
    minutes: 45,
    about: { en: 'Leaving home', da: 'Flytning' },
    screener: [question('moved', 'Did you move last year?'), question('theirs', 'A cat?')],
  }
  const versions = { read, mine, theirs }
  expect(compareLetters(versions)).toEqual({
    both: ['about:en', 'question:moved'],
    onlyMine: ['gift:en', 'question:mine'],
    onlyTheirs: ['minutes', 'about:da', 'question:theirs', 'question:rent'],
  })
  expect(joinLetters(versions, ['about:en'])).toEqual({
    minutes: 45,
    restMonths: 6,
    about: { en: 'Moving house', da: 'Flytning' },
    gift: { en: 'A book' },
    place: {},
    screener: [
      question('moved', 'Did you move last year?'),
      question('theirs', 'A cat?'),
      question('mine', 'A dog?'),
    ],
  })
})

test('a question that one takes out and the other words anew is asked about, and may go or stay', () => {
  const mine = { ...read, screener: [question('rent', 'Do you rent?')] }
  const theirs = { ...read, screener: [question('moved', 'Moved?'), question('rent', 'Do you rent?')] }
  const versions = { read, mine, theirs }
  expect(compareLetters(versions)).toEqual({ both: ['question:moved'], onlyMine: [], onlyTheirs: [] })
  expect(joinLetters(versions, ['question:moved'])).toEqual(mine)
  expect(joinLetters(versions, [])).toEqual(theirs)
})
