import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { languages } from '../../language/index.ts'
import { excerptOf } from './excerpt.ts'
import { marksIn, readQuery, tsqueryOf } from './search-query.ts'
import { searchVectors } from './search-words.ts'

const marked = (text: string, typed: string, language: (typeof languages)[number] = 'en') =>
  marksIn(text, { sought: readQuery(typed), language }).map(({ start, end }) =>
    [...text].slice(start, end).join(''),
  )

describe('what is typed into the search', () => {
  test('is words, phrases, what must not be there, and beginnings', () => {
    expect(readQuery('fees "left the bank" -app pens*')).toEqual([
      { text: 'fees', isExcluded: false, kind: 'words' },
      { text: 'left the bank', isExcluded: false, kind: 'words' },
      { text: 'app', isExcluded: true, kind: 'words' },
      { text: 'pens', isExcluded: false, kind: 'beginning' },
    ])
  })

  test('is cut into words as each language does', () => {
    expect(tsqueryOf(readQuery('kunderne'), ['da', 'sv'])).toBe("(('da:kund')) | (('sv:kundern'))")
    expect(tsqueryOf(readQuery('"zo\'n app"'), ['nl'])).toBe("(('nl:zo''n' <-> 'nl:app'))")
    expect(tsqueryOf(readQuery('pens* -kunder'), ['sv'])).toBe("('sv:pens':* & !(('sv:kund')))")
  })

  test('looks for the stems of all forms of a word, also in a row and where it must not be', () => {
    expect(tsqueryOf(readQuery('buy'), ['en'])).toBe("((('en:buy' | 'en:bought')))")
    expect(tsqueryOf(readQuery('"vi ventede" -købe'), ['da'])).toBe(
      "(('da:vi' <-> ('da:vented' | 'da:vent')) & !((('da:køb' | 'da:købt'))))",
    )
  })

  test('looks for nothing where there is no word, or only what must not be there', () => {
    expect(tsqueryOf(readQuery('?! …'), languages)).toBeNull()
    expect(tsqueryOf(readQuery('-fees'), languages)).toBeNull()
  })

  test.each([
    ['en', 'We left because the fees were rising', 'fee rises', ['fees', 'rising']],
    ['da', 'Kunderne ventede i banken', 'kunde banken', ['Kunderne', 'banken']],
    ['sv', 'Kunderna väntade länge på bankerna', 'kund banken', ['Kunderna', 'bankerna']],
    ['nl', 'De klanten wachtten op de bank', 'klant', ['klanten']],
    ['de', 'Die Kundinnen warteten auf Gebühren', 'gebühr kundinnen', ['Kundinnen', 'Gebühren']],
    ['da', 'Vi ventede og købte det så', 'vente køber', ['ventede', 'købte']],
    ['sv', 'De ringde när vi hade köpt den', 'ringa köpa', ['ringde', 'köpt']],
    ['nl', 'Ze belde en heeft het gekocht', 'bellen koopt', ['belde', 'gekocht']],
    ['de', 'Er fragte, dann haben wir es gekauft', 'fragen kaufen', ['fragte', 'gekauft']],
    ['de', 'Ich rief sie gestern an, und sie ruft zurück.', 'anrufen', ['rief', 'an']],
    ['de', 'Ich rief sie gestern an.', 'rufen', ['rief']],
    ['nl', 'Ze belde hem gisteren op.', 'opbellen', ['belde', 'op']],
    ['en', 'She told us what she had bought', 'tell "they buy" buying', ['told', 'bought']],
  ] as const)('in %s every form of a word is marked', (language, text, typed, words) => {
    expect(marked(text, typed, language)).toEqual(words)
  })

  test('a phrase is marked only where its words stand in a row, and emoji before it do not move the mark', () => {
    expect(marked('😀 the bank left; we left the bank 😀', '"left the bank"')).toEqual(['left the bank'])
  })

  test('a beginning marks longer words, also compounds', () => {
    expect(marked('Pensionskunderne og pensionen', 'pension*', 'da')).toEqual([
      'Pensionskunderne',
      'pensionen',
    ])
  })
})

test('a turn of a thousand words lies in parts, and no place is beyond the 256 that PostgreSQL keeps', () => {
  const parts = searchVectors('en', Array.from({ length: 1000 }, () => 'bank').join(' '))
  expect(parts).toHaveLength(5)
  for (const part of parts) expect(part.split(':')[2]?.split(',').length).toBeLessThanOrEqual(240)
})

test('a long turn is shown around what was found, with the mark where it belongs', () => {
  const long = `${'word '.repeat(200)}needle ${'word '.repeat(200)}`
  const { text, marks } = excerptOf(long, marksIn(long, { sought: readQuery('needle'), language: 'en' }))
  expect([...text].length).toBeLessThan(320)
  expect(marks.map(({ start, end }) => [...text].slice(start, end).join(''))).toEqual(['needle'])
})

test('naughty strings are searched like any other, in every language', () => {
  const file = join(import.meta.dirname, '../../../test/data/blns/blns.json')
  for (const naughty of z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))) {
    const sought = readQuery(naughty)
    const query = tsqueryOf(sought, languages)
    expect(query === null || query.includes("'")).toBe(true)
    for (const { start, end } of marksIn(naughty, { sought, language: 'en' })) expect(start).toBeLessThan(end)
  }
})
