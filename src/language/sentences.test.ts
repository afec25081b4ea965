import { expect, test } from 'vitest'
import { languages } from './language.ts'
import { sentences } from './sentences.ts'

const wordsOf = (text: string) =>
  sentences('en', text).map(({ start, end }) => [...text].slice(start, end).join(''))

test('a sentence ends at its mark and keeps the white space behind it', () => {
  expect(wordsOf('Yes. I went 🙂! And then? Home.')).toEqual(['Yes. ', 'I went 🙂! ', 'And then? ', 'Home.'])
})

test.each(languages)(
  'in %s the sentences joined are the text, however long and whatever stands in it',
  (language) => {
    const texts = ['', 'a', '😀'.repeat(5000), 'Sagde hun. '.repeat(500), 'x'.repeat(10_000), 'A.\r\n\r\nB']
    for (const text of texts) {
      const found = sentences(language, text)
      const points = [...text]
      expect(found.map(({ start, end }) => points.slice(start, end).join('')).join('')).toBe(text)
      expect(found.every(({ start, end }) => start < end)).toBe(true)
    }
  },
)

test('a window does not cut a sentence in two', () => {
  const one = `Word ${'word '.repeat(30)}end. `
  expect(sentences('en', one.repeat(200))).toHaveLength(200)
})
