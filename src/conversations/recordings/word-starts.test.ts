import { describe, expect, test } from 'vitest'
import { readAnswer } from './read-answer.ts'
import { timeAfter, timeAt, wordStarts } from './word-starts.ts'

const spoken = { text: 'I left, because of the fee.', startMs: 1000, endMs: 7000 }
const heard = ['I', 'left', 'because', 'of', 'the', 'fee'].map((word, at) => ({
  word,
  startMs: 1000 + at * 1000,
}))

describe('when a word begins', () => {
  test('is when it was heard, whatever signs are written', () => {
    expect(wordStarts(spoken, heard)).toEqual([1000, 2000, 3000, 4000, 5000, 6000])
  })

  test('goes by the letters between two that were heard', () => {
    const some = heard.filter(({ word }) => word !== 'because' && word !== 'of')
    const starts = wordStarts(spoken, some)
    expect([starts[0], starts[1], starts[4], starts[5]]).toEqual([1000, 2000, 5000, 6000])
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(starts[2]).toBeGreaterThan(2000)
    expect(starts[3]).toBeLessThan(5000)
  })

  test('goes by the letters alone where nothing was heard', () => {
    expect(wordStarts({ text: 'aaaa bbbb cccc', startMs: 0, endMs: 1400 }, [])).toEqual([0, 500, 1000])
  })

  test('never goes backwards or beyond the end, whatever a service says', () => {
    const wild = heard.map(({ word }, at) => ({ word, startMs: at % 2 === 0 ? 99_000 : 0 }))
    const starts = wordStarts(spoken, wild)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(Math.max(...starts)).toBeLessThanOrEqual(7000)
  })
})

describe('a place in what was said', () => {
  const starts = wordStarts(spoken, heard)
  test('is heard from its word on', () => {
    expect(timeAt({ ...spoken, starts }, 0)).toBe(1000)
    expect(timeAt({ ...spoken, starts }, 10)).toBe(3000)
    expect(timeAfter({ ...spoken, starts }, 18)).toBe(5000)
    expect(timeAfter({ ...spoken, starts }, 27)).toBe(7000)
  })

  test('is found by codepoints, so that a sign of two halves counts once', () => {
    const laughing = { text: '😂😂 yes', startMs: 0, endMs: 900, starts: [0, 500] }
    expect(timeAt(laughing, 3)).toBe(500)
    expect(timeAt(laughing, 1)).toBe(0)
  })

  test('is worked out where the text was corrected since its words were heard', () => {
    const corrected = { ...spoken, text: 'I left for the fee.', starts }
    expect(timeAt(corrected, 15)).toBeGreaterThan(4000)
  })
})

describe('the answer of a service', () => {
  test('with words inside its segments and voices told apart is read', () => {
    const answer = {
      segments: [
        { start: 0, end: 1, text: 'Hello.', speaker: 'SPEAKER_01', words: [{ word: 'Hello.', start: 0.2 }] },
        { start: 1, end: 2, text: 'Hi.', speaker: 'SPEAKER_00' },
        { start: 2, end: 3, text: 'Well?', speaker: 'SPEAKER_00' },
      ],
    }
    const read = readAnswer(JSON.stringify(answer), null)
    expect(read?.segments[0]?.starts).toEqual([200])
    expect(read?.marks).toEqual([
      { from: 0, who: 'voice 1' },
      { from: 1, who: 'voice 2' },
    ])
  })

  test('of text alone has the times of the whole', () => {
    expect(readAnswer('{"text":" Hello there. "}', 4000)?.segments).toEqual([
      { text: 'Hello there.', startMs: 0, endMs: 4000, starts: [0, 2000] },
    ])
  })

  test.each([
    ['nothing', ''],
    ['a page', '<html>'],
    ['half', '{"text": "cut'],
    ['a number', '7'],
    ['odd times', '{"segments":[{"start":"x","end":1,"text":"a"}]}'],
  ])('that is %s is none', (_, body) => {
    expect(readAnswer(body, null)).toBeUndefined()
  })

  test('in which nobody speaks has nothing', () => {
    expect(readAnswer('{"text":"  ","segments":[]}', 1000)?.segments).toEqual([])
  })
})
