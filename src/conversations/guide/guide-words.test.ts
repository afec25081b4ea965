import { expect, test } from 'vitest'
import type { GuideSection } from './guide.schema.ts'
import { guideAsKept, guideInWords, wordsOfGuide } from './guide-words.ts'

const guide: GuideSection[] = [
  {
    id: 's',
    part: 'opening',
    title: 'Hello',
    say: '',
    minutes: 5,
    questions: [
      {
        id: 'q',
        text: 'Did Gregory call?',
        probes: ['When?', ' '],
        translations: { da: { text: 'Ringede Gregory?', probes: [] } },
      },
    ],
    translations: { da: { title: 'Hej', say: '' } },
  },
]

test('every text of a guide is come to once, with its language, and nothing else of it changes', () => {
  expect(wordsOfGuide(guide)).toEqual([
    { text: 'Hello', language: null },
    { text: 'Did Gregory call?', language: null },
    { text: 'When?', language: null },
    { text: 'Ringede Gregory?', language: 'da' },
    { text: 'Hej', language: 'da' },
  ])
  expect(guideInWords(guide, ({ text }) => text)).toEqual(guide)
})

test('what was kept otherwise than it was sent is shown as it is kept, and what was typed meanwhile stays', () => {
  const kept = guideInWords(guide, ({ text }) => text.replace('Gregory', 'Theodore').trim())
  const now = guide.map((section) => ({ ...section, title: 'Hello, Gregory' }))
  const [shown] = guideAsKept(now, { written: guide, kept })
  expect(shown).toMatchObject({
    title: 'Hello, Gregory',
    questions: [{ text: 'Did Theodore call?', translations: { da: { text: 'Ringede Theodore?' } } }],
  })
})

test('a guide that is kept as it was sent is the very same', () => {
  const kept = guideInWords(guide, ({ text }) => text.trim())
  expect(guideAsKept(guide, { written: guide, kept })).toBe(guide)
})
