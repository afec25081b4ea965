import { expect, test } from 'vitest'
import { languages } from './language.ts'
import { functionWords, isFunctionWord } from './stopwords.ts'
import { normalForm, tokenise } from './tokens.ts'

test.each(languages)(
  'every function word of %s is one token in its normal form, so that it can be met',
  (language) => {
    for (const word of functionWords[language]) {
      expect(normalForm(word)).toBe(word)
      expect(tokenise(language, `${word} `).map((token) => token.normal)).toEqual([word])
    }
  },
)

test.each(languages)('the list of %s is short enough to be read and long enough to be of use', (language) => {
  expect(functionWords[language].size).toBeGreaterThan(100)
  expect(functionWords[language].size).toBeLessThan(230)
})

test('a word of substance is none', () => {
  expect(isFunctionWord('da', 'arbejde')).toBe(false)
  expect(isFunctionWord('en', 'customer')).toBe(false)
  expect(isFunctionWord('de', 'die')).toBe(true)
  expect(isFunctionWord('en', 'die')).toBe(false)
})
