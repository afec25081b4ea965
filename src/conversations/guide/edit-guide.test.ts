import { expect, test } from 'vitest'
import {
  missingIn,
  moved,
  openBrackets,
  questionIn,
  withProbe,
  withText,
  withoutProbe,
  writtenGuide,
} from './edit-guide.ts'
import type { GuideQuestion, GuideSection } from './guide.schema.ts'

const question: GuideQuestion = {
  id: 'q',
  text: 'How was it?',
  probes: ['Why?', '', 'Then?'],
  translations: { da: { text: 'Hvordan var det?', probes: ['Hvorfor?', '', 'Og så?'] } },
}
const section: GuideSection = {
  id: 's',
  part: 'questions',
  title: 'Then',
  say: '',
  minutes: null,
  questions: [question],
  translations: {},
}
const danish = { main: 'en', language: 'da' } as const

test('a probe taken out is taken out of every language, so that the others still say the same', () => {
  const left = withoutProbe(question, 0)
  expect(left.probes).toEqual(['', 'Then?'])
  expect(left.translations.da?.probes).toEqual(['', 'Og så?'])
})

test('what is left empty is not kept, in any language', () => {
  const blank = { ...question, id: 'b', text: ' ' }
  const kept = writtenGuide([
    { ...section, questions: [question, blank] },
    { ...section, id: 'x', title: '', questions: [blank] },
  ])
  expect(kept).toHaveLength(1)
  expect(kept[0]?.questions).toMatchObject([
    { id: 'q', probes: ['Why?', 'Then?'], translations: { da: { probes: ['Hvorfor?', 'Og så?'] } } },
  ])
})

test('a text in another language leaves the study’s own alone', () => {
  const written = withText(question, { ...danish, text: 'Hvordan gik det?' })
  expect(written.text).toBe('How was it?')
  expect(questionIn(written, danish)).toEqual({
    text: 'Hvordan gik det?',
    probes: ['Hvorfor?', '', 'Og så?'],
  })
  const probed = withProbe(question, { main: 'en', language: 'sv', at: 2, text: 'Och sedan?' })
  expect(questionIn(probed, { main: 'en', language: 'sv' })).toEqual({
    text: '',
    probes: ['', '', 'Och sedan?'],
  })
})

test('what is missing in a language is counted, the study’s own misses nothing', () => {
  expect(missingIn([section], danish)).toBe(1)
  expect(missingIn([section], { main: 'en', language: 'sv' })).toBe(4)
  expect(missingIn([section], { main: 'en', language: 'en' })).toBe(0)
})

test('moving stops at the ends and loses nothing', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id }))
  const order = (id: string, by: -1 | 1) =>
    moved(items, { id, by })
      .map((item) => item.id)
      .join('')
  expect([order('a', -1), order('a', 1), order('c', -1), order('c', 1), order('x', 1)]).toEqual([
    'abc',
    'bac',
    'acb',
    'abc',
    'abc',
  ])
})

test('brackets left open are counted', () => {
  const open = { ...section, questions: [{ ...question, text: 'When did you last [do it] with [whom]?' }] }
  expect(openBrackets([open], { main: 'en', language: 'en' })).toBe(2)
  expect(openBrackets([open], danish)).toBe(0)
})
