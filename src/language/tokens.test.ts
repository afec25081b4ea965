import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sharedData, sharedDataPresent } from '../../test/shared-data.ts'
import { chunks } from './chunks.ts'
import { languages } from './language.ts'
import type { Language } from './language.ts'
import { stem } from './stems.ts'
import { normalForm, tokenise } from './tokens.ts'

const words = (language: Language, text: string) => tokenise(language, text).map((token) => token.text)

describe('words of one utterance', () => {
  test.each<[Language, string, string[]]>([
    [
      'en',
      "Well, I don't like e-mail: 3.5 out of 10!",
      ['Well', 'I', "don't", 'like', 'e-mail', '3.5', 'out', 'of', '10'],
    ],
    [
      'da',
      'Plejehjems-ansatte? Ja, på Ærø – kl. 10.30.',
      ['Plejehjems-ansatte', 'Ja', 'på', 'Ærø', 'kl', '10.30'],
    ],
    ['sv', 'EU:s regler, t.ex. om 24-timmarsvård', ['EU:s', 'regler', 't.ex', 'om', '24-timmarsvård']],
    [
      'nl',
      "Zo'n auto's avonds: ’s avonds 't liefst",
      ["Zo'n", "auto's", 'avonds', '’s', 'avonds', "'t", 'liefst'],
    ],
    [
      'de',
      'Kund*innen, Mitarbeiter:innen, Nutzer_innen und jede*r',
      ['Kund*innen', 'Mitarbeiter:innen', 'Nutzer_innen', 'und', 'jede*r'],
    ],
    [
      'de',
      'Vor- und Nachteile -- z.B. Hals-Nasen-Ohren-Ärztin',
      ['Vor', 'und', 'Nachteile', 'z.B', 'Hals-Nasen-Ohren-Ärztin'],
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(words(language, text)).toEqual(expected)
  })

  test('a date is no compound, *emphasis* and _emphasis_ are only their words', () => {
    expect(words('en', '2020-2021 covid-19 *really*good* _so_ __ ___')).toEqual([
      '2020',
      '2021',
      'covid-19',
      'really',
      'good',
      'so',
    ])
  })

  test('emoji, punctuation and emptiness are no words', () => {
    for (const text of ['', ' ', '👩‍👩‍👧 🇩🇰 😀', '…!?—', '\r\n\t', '\ud800'])
      expect(words('da', text)).toEqual([])
  })
})

describe('places are codepoints', () => {
  const utterances: [Language, string][] = [
    ['en', '👩‍👩‍👧 we 🇬🇧 don’t\r\nknow 😀yet'],
    ['da', '😀 Å er a\u030aben, ikke?'],
    ['sv', 'Jag 💛 EU:s e\u0301n-åring \ud800 slut'],
    ['nl', "𝒳 's avonds zo'n 🎉feest"],
    ['de', '🚲🚲 __Kund*innen__ fahren – Straßen-Bahn 𠮷'],
  ]
  test.each(utterances)('%s: %s', (language, text) => {
    const codepoints = [...text]
    const tokens = tokenise(language, text)
    expect(tokens.length).toBeGreaterThan(2)
    for (const { start, end, text: word } of tokens) expect(codepoints.slice(start, end).join('')).toBe(word)
  })

  test('words after the point where a long utterance is cut keep their places', () => {
    const text = '😀 nå så altså '.repeat(2_000)
    const codepoints = [...text]
    const tokens = tokenise('da', text)
    expect(tokens).toHaveLength(6_000)
    for (const { start, end, text: word } of tokens) expect(codepoints.slice(start, end).join('')).toBe(word)
  })
})

describe('the normal form', () => {
  test.each([
    ['DON’T', "don't"],
    ['Plejehjems\u2011Ansatte', 'plejehjems-ansatte'],
    ['A\u030aben', 'åben'],
    ['KUND:INNEN', 'kund*innen'],
    ['Nutzer_innen', 'nutzer*innen'],
    ['Ver\u00adsicherung', 'versicherung'],
    ['STRASSE', 'strasse'],
    ['EU:s', 'eu:s'],
  ])('%s → %s', (written, expected) => {
    expect(normalForm(written)).toBe(expected)
  })
})

describe('long texts', () => {
  test('chunks joined are the text, whatever it is', () => {
    const texts = [
      '',
      'a',
      'x'.repeat(5_000),
      '𠮷'.repeat(3_000),
      'nå '.repeat(900),
      '\r\n'.repeat(700),
      'ord\u3000'.repeat(999),
    ]
    for (const text of texts) {
      const parts = [...chunks(text)]
      expect(parts.map((part) => part.text).join('')).toBe(text)
      for (const part of parts) expect(part.text.isWellFormed()).toBe(true)
      let at = 0
      for (const part of parts) {
        expect(part.start).toBe(at)
        at += part.text.length
      }
    }
  })

  test.each(languages)('100,000 words in one utterance are all there (%s)', (language) => {
    expect(tokenise(language, 'altså hvad skal vi med det '.repeat(16_667))).toHaveLength(100_002)
  })

  test('300,000 letters without a space come back', () => {
    const tokens = tokenise('de', 'donaudampf'.repeat(30_000))
    expect(tokens.map((token) => token.text).join('')).toHaveLength(300_000)
  })
})

test.each(['a-', "'", '_', '"', 'a*in'])('“%s” a hundred thousand times over comes back whole', (text) => {
  const spoken = tokenise('nl', text.repeat(100_000))
  expect(spoken.length).toBeLessThanOrEqual(100_000 * text.length)
})

describe.skipIf(!sharedDataPresent)('shared data: naughty strings', () => {
  test.each(languages)('have words with right places and stems that are not empty (%s)', (language) => {
    const naughty = z
      .array(z.string())
      .parse(JSON.parse(readFileSync(join(sharedData, 'parsers/blns/blns.json'), 'utf8')))
    expect(naughty.length).toBeGreaterThan(400)
    for (const text of naughty) {
      const codepoints = [...text]
      for (const { start, end, text: word, normal } of tokenise(language, text)) {
        expect(codepoints.slice(start, end).join('')).toBe(word)
        expect(stem(language, normal)).not.toBe('')
      }
    }
  })
})
