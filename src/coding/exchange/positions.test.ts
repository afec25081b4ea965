import { describe, expect, test } from 'vitest'
import { placeSelections } from './positions.ts'
import { placeOf } from './testing-projects.ts'

const text =
  'I asked 🙂 what she ate.\nShe said: granola 🥣, every morning.\nAnd in the evening? Nothing at all.'
const crlf = text.replaceAll('\n', '\r\n')
const meant = ['what she', 'granola', 'every morning', 'evening', 'Nothing at all']

type Counted = { start: number; end: number; name: string }

const inCodepoints = (stored: string): Counted[] =>
  meant.map((words) => ({ ...placeOf(stored, words), name: '' }))
const inUtf16: Counted[] = meant.map((words) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  name: '',
}))

function wordsOf(stored: string, selections: readonly Counted[]): string[] {
  const { text: read, places } = placeSelections(stored, selections)
  return places.map((place) => (place ? read.slice(place.from, place.until) : ''))
}

describe('positions', () => {
  test('are codepoints with an exclusive end: the seven letters of "granola" at 62 are 62–69', () => {
    // The figures of the standard's own example (REFI-QDA 1.0 §10.2).
    const stored = `${'For breakfast we have always had one and the same thing: bowl '.slice(0, 62)}granola with milk.`
    expect(placeOf(stored, 'granola')).toEqual({ start: 62, end: 69 })
    expect(wordsOf(stored, [{ start: 62, end: 69, name: '' }])).toEqual(['granola'])
  })

  test('count an emoji once', () => {
    expect(placeOf('🙂 granola', 'granola')).toEqual({ start: 2, end: 9 })
    expect(wordsOf(text, inCodepoints(text))).toEqual(meant)
  })

  test.each<[string, string, Counted[], string | undefined]>([
    ['the standard', text, inCodepoints(text), undefined],
    ['the standard over CRLF (NVivo)', crlf, inCodepoints(crlf), undefined],
    ['CRLF as one (ATLAS.ti)', crlf, inCodepoints(text), 'positions-crlf-as-one'],
    ['CRLF as two where XML made it one', text, inCodepoints(crlf), 'positions-crlf-as-two'],
    ['UTF-16', text, inUtf16, 'positions-utf16'],
    ['a byte order mark as nothing', `\ufeff${text}`, inCodepoints(text), undefined],
    ['a byte order mark as one', `\ufeff${text}`, inCodepoints(`\ufeff${text}`), 'positions-bom'],
  ])('counted by %s find the words meant', (_, stored, selections, counted) => {
    expect(wordsOf(stored, selections)).toEqual(meant)
    expect(placeSelections(stored, selections).counted).toBe(counted)
  })

  test('beyond the text, before it or no number at all have no place', () => {
    const odd = [
      { start: 5000, end: 5001, name: '' },
      { start: -1, end: 4, name: '' },
      { start: Number.NaN, end: 4, name: '' },
    ]
    expect(placeSelections(text, odd).places).toEqual([undefined, undefined, undefined])
  })

  test('that end beyond the text end with it', () => {
    const start = placeOf(text, 'Nothing').start
    expect(wordsOf(text, [{ start, end: 9999, name: '' }])).toEqual(['Nothing at all.'])
  })

  test('hold by the standard where one odd selection speaks against it', () => {
    const one = [...inCodepoints(crlf), ...inCodepoints(crlf), { ...placeOf(text, 'Nothing'), name: '' }]
    expect(placeSelections(crlf, one).counted).toBeUndefined()
  })
})
