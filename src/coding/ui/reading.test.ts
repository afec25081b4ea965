import { describe, expect, test } from 'vitest'
import { keyCommand } from './keys.ts'
import { clockTime, linesOf, moveSelection, piecesOf, stretchOf, wordsOf } from './reading.ts'

describe('an utterance on the screen', () => {
  test('is cut where passages begin and end, and says all of it', () => {
    const spans = [
      { id: 'a', start: 0, end: 8 },
      { id: 'b', start: 4, end: 12 },
    ]
    const pieces = piecesOf('The 😀app was slow', spans)
    expect(pieces.map(({ text, ids }) => [text, ids.join()])).toEqual([
      ['The ', 'a'],
      ['😀app', 'a,b'],
      [' was', 'b'],
      [' slow', ''],
    ])
    expect(pieces.map(({ text }) => text).join('')).toBe('The 😀app was slow')
  })

  test('draws overlapping passages on lines of their own and others on the same', () => {
    const lines = linesOf([
      { id: 'long', start: 0, end: 20 },
      { id: 'within', start: 5, end: 8 },
      { id: 'later', start: 10, end: 12 },
      { id: 'after', start: 20, end: 22 },
    ])
    expect([...lines]).toEqual([
      ['long', 0],
      ['within', 1],
      ['later', 1],
      ['after', 0],
    ])
  })

  test('has words that the arrow keys select, one by one and together', () => {
    const text = 'Ja, det er kundens plejehjems-ansatte 😀!'
    const words = wordsOf(text)
    const read = (place: { start: number; end: number } | undefined) =>
      place && [...text].slice(place.start, place.end).join('')
    expect(words.map(read)).toEqual(['Ja', 'det', 'er', 'kundens', 'plejehjems-ansatte'])
    let selection = moveSelection(words.length, undefined, 'next')
    selection = moveSelection(words.length, selection, 'next')
    selection = moveSelection(words.length, selection, 'extend next')
    expect(read(selection && stretchOf(words, selection))).toBe('det er')
    selection = moveSelection(words.length, selection, 'extend previous')
    selection = moveSelection(words.length, selection, 'extend previous')
    expect(read(selection && stretchOf(words, selection))).toBe('Ja, det')
    expect(moveSelection(0, undefined, 'next')).toBeUndefined()
  })

  test('has its time as a clock shows it', () => {
    expect([0, 65_000, 3_725_999].map(clockTime)).toEqual(['0:00', '1:05', '1:02:05'])
  })
})

describe('keys', () => {
  const press = (key: string, held: { shift?: boolean; ctrl?: boolean } = {}) =>
    keyCommand({
      key,
      shiftKey: held.shift ?? false,
      ctrlKey: held.ctrl ?? false,
      metaKey: false,
      altKey: false,
    })

  test('do what the list of keys says', () => {
    expect([press('j'), press('ArrowUp')]).toEqual([
      { do: 'move', by: 1 },
      { do: 'move', by: -1 },
    ])
    expect(press('ArrowRight', { shift: true })).toEqual({ do: 'select', move: 'extend next' })
    expect(press('3')).toEqual({ do: 'recent', place: 2 })
    expect([press('u'), press('U', { shift: true }), press('y', { ctrl: true })]).toEqual([
      { do: 'undo' },
      { do: 'redo' },
      { do: 'redo' },
    ])
  })

  test('of the browser stay the browser’s', () => {
    expect([press('c', { ctrl: true }), press('q'), press('F5')]).toEqual([undefined, undefined, undefined])
  })
})
