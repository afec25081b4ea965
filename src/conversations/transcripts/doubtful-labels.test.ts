import { describe, expect, test } from 'vitest'
import { doubtfulLabels, labelsAsText } from './doubtful-labels.ts'
import { readPastedText } from './read-transcript.ts'
import type { ParsedTranscript } from './transcript.ts'

const turns = Array.from({ length: 8 }, (_, at) => [
  `Interviewer: And then, ${at}?`,
  `Anna: I called ${at} times.`,
]).flat()

/** The talk with lines put in behind some of Anna's turns. */
function talkWith(lines: Readonly<Record<number, string>>): ParsedTranscript {
  const text = turns.flatMap((turn, at) => [turn, ...(lines[at] === undefined ? [] : [lines[at]])]).join('\n')
  const read = readPastedText(text)
  if (read.state !== 'read') throw new Error('not read')
  return read.transcript
}

const doubted = (lines: Readonly<Record<number, string>>) => [...doubtfulLabels(talkWith(lines))]

describe('a label that may name nobody', () => {
  test.each(['Remark', 'Sidenote', 'Hovedpointe', 'Zwischenruf', 'Tanke'])(
    'is asked about where it stands once: %s',
    (label) => {
      expect(doubted({ 5: `${label}: she looked away here.` })).toEqual([label])
    },
  )

  test('is asked about where it stands twice and nobody answers it', () => {
    expect(doubted({ 3: 'Remark: a long silence.', 9: 'Remark: she laughed.' })).toEqual(['Remark'])
  })

  test('is none where it is a part, a full name, or somebody whom another answers again and again', () => {
    expect(doubted({ 5: 'Moderator: Five more minutes.' })).toEqual([])
    expect(doubted({ 5: 'Bo Lind: I remember that.' })).toEqual([])
    const husband = { 5: 'Bo: No, it was six.\nAnna: Six, right.', 11: 'Bo: That was me.' }
    expect(doubted(husband)).toEqual([])
  })

  test('is none where all who speak stand in capitals, and so does it', () => {
    const loud = [...turns, 'NIJS (SBS): One more question.', ...turns]
      .join('\n')
      .replaceAll('Interviewer', 'RUTTE')
      .replaceAll('Anna', 'BOS')
    const read = readPastedText(loud)
    if (read.state !== 'read') throw new Error('not read')
    expect(read.transcript.speakers.map(({ name }) => name)).toContain('NIJS (SBS)')
    expect([...doubtfulLabels(read.transcript)]).toEqual([])
  })

  test('is none in a short talk, nor where the file itself says who speaks', () => {
    const short = readPastedText('Interviewer: Why?\nAnna: So.\nBo: Oh.\nAnna: Yes.')
    expect(short.state === 'read' && [...doubtfulLabels(short.transcript)]).toEqual([])
    const talk = talkWith({ 5: 'Remark: she looked away.' })
    expect([...doubtfulLabels({ ...talk, kind: 'vtt' })]).toEqual([])
  })

  test('becomes words of the turn it stands in, and no word is lost', () => {
    const talk = talkWith({ 5: 'Remark: she looked away.' })
    const without = labelsAsText(talk, new Set(['Remark']))
    expect(without.speakers.map(({ name }) => name)).toEqual(['Interviewer', 'Anna'])
    expect(without.utterances).toHaveLength(16)
    expect(without.utterances[5]?.text).toBe('I called 2 times.\nRemark: she looked away.')
    expect(without.dropped).toEqual(talk.dropped)
  })

  test('above the talk is left out and said', () => {
    const talk = talkWith({})
    const first = { speaker: 'Remark', text: 'recorded by phone' }
    const without = labelsAsText({ ...talk, utterances: [first, ...talk.utterances] }, new Set(['Remark']))
    expect(without.utterances).toEqual(talk.utterances)
    expect(without.dropped.at(-1)).toEqual({
      what: 'heading-lines',
      count: 1,
      example: 'Remark: recorded by phone',
    })
  })

  test('has what is said before and after it by one person in one turn', () => {
    const utterances = [
      { speaker: 'Anna', text: 'I called.' },
      { speaker: 'Remark', text: 'she looked away.' },
      { speaker: 'Anna', text: 'Twice.' },
    ]
    const without = labelsAsText({ ...talkWith({}), utterances }, new Set(['Remark']))
    expect(without.utterances).toEqual([
      { speaker: 'Anna', text: 'I called.\nRemark: she looked away.\nTwice.' },
    ])
  })
})
