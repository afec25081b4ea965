import { describe, expect, it } from 'vitest'
import { readOpenAnswers } from './open-answers.ts'

describe('readOpenAnswers', () => {
  it('gives each respondent their own words, and each unnamed row a name of its own', () => {
    const { utterances, speakers, kind } = readOpenAnswers([
      { respondent: ' R1 ', text: 'Too expensive: really.' },
      { respondent: null, text: 'Fine' },
      { respondent: '', text: 'Fine' },
      { respondent: 'R1', text: 'Later it was cheaper.' },
    ])
    expect(kind).toBe('open-answers')
    expect(utterances).toEqual([
      { speaker: 'R1', text: 'Too expensive: really.' },
      { speaker: '#2', text: 'Fine' },
      { speaker: '#3', text: 'Fine' },
      { speaker: 'R1', text: 'Later it was cheaper.' },
    ])
    expect(speakers[0]).toEqual({ name: 'R1', utterances: 2, words: 7 })
  })

  it('leaves out rows in which nothing is said, and says how many', () => {
    const rows = ['', ' - ', 'N/A', 'null', '…', null, undefined, 'No.'].map((text) => ({
      respondent: null,
      text,
    }))
    const { utterances, dropped } = readOpenAnswers(rows)
    expect(utterances.map(({ text }) => text)).toEqual(['…', 'No.'])
    expect(dropped).toEqual([{ what: 'answers-without-text', count: 6, example: '#1: ' }])
  })

  it('reads nothing as nothing', () => {
    expect(readOpenAnswers([])).toEqual({
      kind: 'open-answers',
      encoding: 'text',
      speakers: [],
      utterances: [],
      dropped: [],
    })
  })
})
