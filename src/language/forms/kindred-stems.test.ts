import { describe, expect, test } from 'vitest'
import { languages, type Language } from '../language.ts'
import { stem } from '../stems.ts'
import { normalForm } from '../tokens.ts'
import { kindredStems } from './kindred-stems.ts'

const isFound = (language: Language, { said, asked }: { said: string; asked: string }) =>
  [stem(language, normalForm(asked)), ...kindredStems(language, normalForm(asked))].includes(
    stem(language, normalForm(said)),
  )

const forms: [Language, string][] = [
  ['en', 'buy buys bought buying'],
  ['en', 'tell told telling'],
  ['en', 'go goes went gone'],
  ['en', 'choose chose chosen'],
  ['en', 'woman women'],
  ['da', 'vente venter ventede ventet'],
  ['da', 'ringe ringer ringede ringet'],
  ['da', 'købe køber købte købt'],
  ['da', 'bestille bestilte bestilt'],
  ['da', 'fortælle fortæller fortalte fortalt'],
  ['da', 'forstå forstod forstået'],
  ['da', 'mand mænd'],
  ['da', 'dyr dyrt'],
  ['sv', 'ringa ringer ringde ringt'],
  ['sv', 'köpa köper köpte köpt'],
  ['sv', 'använda använder använde använt'],
  ['sv', 'förstå förstod förstått'],
  ['sv', 'bo bor bodde bott'],
  ['nl', 'wachten wacht wachtte gewacht'],
  ['nl', 'kopen koopt kocht gekocht'],
  ['nl', 'betalen betaalt betaalde betaald'],
  ['nl', 'proberen probeert probeerde geprobeerd'],
  ['nl', 'bespreken bespreekt besprak besproken'],
  ['nl', 'opbellen opbelt opgebeld'],
  ['de', 'kaufen kauft kaufte gekauft'],
  ['de', 'fragen fragt fragte gefragt'],
  ['de', 'verkaufen verkauft verkaufte'],
  ['de', 'einkaufen eingekauft einzukaufen'],
  ['de', 'warten wartet wartete gewartet'],
  ['de', 'sammeln sammelt sammelte gesammelt'],
  ['de', 'telefonieren telefoniert telefonierte'],
  ['de', 'gehen geht ging gingen gegangen'],
  ['de', 'verstehen versteht verstand verstanden'],
  ['de', 'anrufen anruft angerufen'],
]

describe('the stems of the forms of a word', () => {
  test.each(forms)('%s: each of %s finds each other', (language, words) => {
    const all = words.split(' ')
    const missed = all.flatMap((asked) =>
      all.filter((said) => !isFound(language, { said, asked })).map((said) => `${asked} → ${said}`),
    )
    expect(missed).toEqual([])
  })

  test.each([
    ['da', 'mark', 'marked'],
    ['da', 'marked', 'mark'],
    ['da', 'måne', 'måned'],
    ['da', 'billede', 'biler'],
    ['da', 'opgive', 'opgave'],
    ['da', 'tog', 'tager'],
    ['da', 'vinde', 'vand'],
    ['da', 'bære', 'bare'],
    ['sv', 'vända', 'vänta'],
    ['sv', 'resa', 'resten'],
    ['sv', 'hand', 'hända'],
    ['nl', 'hart', 'harde'],
    ['nl', 'paard', 'paar'],
    ['nl', 'geven', 'gaaf'],
    ['nl', 'stad', 'steeds'],
    ['nl', 'weggaan', 'weg'],
    ['de', 'markt', 'marken'],
    ['de', 'marke', 'markt'],
    ['de', 'anderen', 'ändert'],
    ['de', 'fahren', 'gefährlich'],
    ['de', 'aufgeben', 'aufgabe'],
    ['de', 'gesicht', 'sicht'],
    ['en', 'bite', 'bit'],
  ] as const)('%s: %s does not find %s, which is another word', (language, asked, said) => {
    expect(isFound(language, { said, asked })).toBe(false)
  })

  test('are none for words that have no other, and few for any', () => {
    expect(kindredStems('en', 'battery')).toEqual([])
    expect(kindredStems('da', 'kunderne')).toEqual([])
    expect(kindredStems('de', 'a'.repeat(10_000))).toEqual([])
    for (const language of languages)
      for (const word of ['verkaufen', 'bespreken', 'forstå', 'förstå', 'understand', 'anrufen'])
        expect(kindredStems(language, word).length).toBeLessThan(10)
  })
})
