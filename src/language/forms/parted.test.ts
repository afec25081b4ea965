import { describe, expect, test } from 'vitest'
import type { Language } from '../language.ts'
import { stem } from '../stems.ts'
import { stemmedWords } from './parted.ts'

const parted = (language: Language, text: string) =>
  [...stemmedWords(language, text)].flatMap((word) => (word.parted ? [word.parted] : []))

describe('a verb that parted', () => {
  test.each([
    ['de', 'Ich rief meine Mutter gestern an.', 'anrufen'],
    ['de', '😀 Das Geld geht uns aus, also fing ich an', 'ausgehen anfangen'],
    ['de', 'Da hörte er einfach auf und ging.', ''],
    ['de', 'Er stellt sich das ganz anders vor, sagt sie.', 'vorstellen'],
    ['de', 'Die Preise nehmen zu, weil alle kaufen', 'zunehmen'],
    ['nl', 'Ik belde hem gisteren op.', 'opbellen'],
    ['nl', 'Dat vroeg ik me ook af: hoe dan?', 'afvragen'],
    ['nl', 'De kosten nemen elk jaar toe, maar het loont', 'toenemen'],
  ] as const)('is told where its particle ends the clause: %s, %s', (language, text, verbs) => {
    const wanted = verbs.split(' ').flatMap((verb) => (verb === '' ? [] : [stem(language, verb)]))
    expect(parted(language, text).map((one) => one.stem)).toEqual(wanted)
  })

  test.each([
    // A preposition, a noun, a modal, two particles, a preposition left behind, an open quotation.
    ['de', 'Ich denke an den Sommer.'],
    ['de', 'Ich mache mich auf den Weg.'],
    ['de', 'Ich muss jetzt kommen mit.'],
    ['de', 'Er ging auf und ab.'],
    ['nl', 'Waar denk je aan?'],
    ['nl', 'Daar wacht ik op.'],
    ['nl', 'We zitten in ‘zeer ernstig’.'],
    ['nl', 'Hij wil nog leren lopen op.'],
    ['en', 'She rang me up.'],
    ['da', 'Jeg ringede ham op.'],
  ] as const)('is not taken from what only looks so: %s, %s', (language, text) => {
    expect(parted(language, text)).toEqual([])
  })

  test('bears its half’s place and form, and every other word its own', () => {
    const words = [...stemmedWords('de', '😀 Sie rief uns an.')]
    expect(words.map((word) => word.text)).toEqual(['Sie', 'rief', 'uns', 'an'])
    const [, rief, , an] = words
    expect(rief?.stem).toBe(stem('de', 'rief'))
    expect(rief?.parted).toMatchObject({ form: 'rief … an', particle: { start: an?.start, end: an?.end } })
  })

  test('a text of a million letters without an end of a clause is read', () => {
    expect(parted('nl', 'bel hem op '.repeat(100_000))).toHaveLength(1)
  })
})
