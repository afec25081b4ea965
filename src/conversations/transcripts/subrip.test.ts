import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'
import { readSubRip } from './subrip.ts'

function said(text: string): [string | null, string, number | undefined, number | undefined][] {
  const read = readTranscript({ name: 'a.srt', bytes: new TextEncoder().encode(text) })
  if (read.state === 'refused') throw new Error(read.problem.message)
  return read.transcript.utterances.map(({ speaker, text: words, startMs, endMs }) => [
    speaker,
    words,
    startMs,
    endMs,
  ])
}

describe('SubRip', () => {
  it('is read with commas or dots, marks, tags and any line end', () => {
    const text =
      '\ufeff1\n00:00:01,500 --> 00:00:02,000 X1:40\n<font color="#fff">Anna: <b>Hi</b></font>\n\n2\n00:00:03.000 --> 00:00:04.25\n{\\an8}Bo: Well,\nhello.\n\n3\n0:0:5,0 --> 0:0:6,0\nAnna: So.\n'
    for (const end of ['\n', '\r\n', '\r']) {
      expect(said(text.replaceAll('\n', end))).toEqual([
        ['Anna', 'Hi', 1500, 2000],
        ['Bo', 'Well, hello.', 3000, 4250],
        ['Anna', 'So.', 5000, 6000],
      ])
    }
  })

  it('keeps words after an empty line, without numbers and without lines between', () => {
    const { cues } = readSubRip(
      '00:00:01,000 --> 00:00:02,000\nA\n\nB\n7\n00:00:03,000 --> 00:00:04,000\n42\n',
    )
    expect(cues.map(({ id, text }) => [id, text])).toEqual([
      ['', 'A\n\nB'],
      ['7', '42'],
    ])
  })

  it('keeps the words of a cue with broken times, and says so', () => {
    const {
      cues,
      said: all,
      dropped,
    } = readSubRip('1\n00:00:xx --> 00:00:02,000\nlost\n\n2\n00:00:03,000 --> 00:00:04,000\nkept')
    expect(cues.map(({ text }) => text)).toEqual(['kept'])
    expect(all.map(({ text }) => text)).toEqual(['lost', 'kept'])
    expect(dropped.list()).toEqual([
      { what: 'broken-cues', count: 1, example: '00:00:xx --> 00:00:02,000 lost' },
    ])
  })

  it('gives two speakers in one cue their own words', () => {
    const cue = (at: number, text: string): string =>
      `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${text}\n`
    expect(
      said([cue(1, '- Anna: Ja?\n- Bo: Nej.'), cue(2, '- Anna: Jo.\n- Bo: Nej!')].join('\n')).map(
        ([who, words]) => [who, words],
      ),
    ).toEqual([
      ['Anna', 'Ja?'],
      ['Bo', 'Nej.'],
      ['Anna', 'Jo.'],
      ['Bo', 'Nej!'],
    ])
  })

  it('without speakers is joined to pieces of a few sentences', () => {
    const cues = Array.from(
      { length: 200 },
      (_, at) =>
        `${at}\n00:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')},000 --> 00:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')},999\nand so it went on.\n`,
    )
    const turns = said(cues.join('\n'))
    expect(turns.length).toBeGreaterThan(5)
    expect(turns.length).toBeLessThan(20)
    expect(turns.every(([who]) => who === null)).toBe(true)
    expect(turns.map(([, words]) => words).join(' ')).toBe(
      Array.from({ length: 200 }, () => 'and so it went on.').join(' '),
    )
  })
})
