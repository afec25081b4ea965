import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../platform/text/decode.ts'
import { guessDate } from './date-guess.ts'

const today = new Date('2026-11-22T09:00:00Z')
const transcripts = join(import.meta.dirname, '../../../test/data/transcripts')

describe('the day of a conversation', () => {
  test.each([
    ['nl-press-conference-2020-05-13.txt', '2020-05-13'],
    ['GMT20200513-140203_Recording.transcript.vtt', '2020-05-13'],
    ['GMT20200513-140203_Recording_1920x1080.vtt', '2020-05-13'],
    ['Interview 13.05.2020.docx', '2020-05-13'],
    ['interview_5-1-2026.txt', '2026-01-05'],
    ['talk 05-25-2024.txt', '2024-05-25'],
    ['samtale 3. marts 2025.docx', '2025-03-03'],
    ['intervju 1 maj 2025.md', '2025-05-01'],
    ['Gespräch_12._Dezember_2024.docx', '2024-12-12'],
    ['gesprek 7 mrt 2025.srt', '2025-03-07'],
    ['call-march-3rd-2025.txt', '2025-03-03'],
    ['C:\\2019-01-01\\talk 2020_02_29.txt', '2020-02-29'],
  ])('in the name %s is %s', (name, date) => {
    expect(guessDate({ name, head: '', today })).toEqual({ date, from: 'name' })
  })

  test.each([
    ['WEBVTT - Recorded 2024-02-01\n\n00:01.000 --> 00:02.000\nHi', '2024-02-01'],
    ['WEBVTT\n\nNOTE recorded on 1 February 2024', '2024-02-01'],
    ['# Talk\n**Dato:** 5/3/2025\n\nMette: Ja', '2025-03-05'],
    ['Datum: 5 mei 2025\nInterviewer: Hallo', '2025-05-05'],
  ])('in the head %j is %s', (head, date) => {
    expect(guessDate({ name: 'talk', head, today })).toEqual({ date, from: 'text' })
  })

  test.each([
    ['a day that is not in the calendar', 'talk 2025-02-30.txt', ''],
    ['a day that has not come', 'plan 2027-01-01.txt', ''],
    ['a number of another kind', 'call 4520200513 id 20201.txt', ''],
    ['a telephone number', '0045 2020 0513 77.txt', ''],
    ['a day somebody speaks of', 'talk.txt', 'Mette: I moved on 5 March 2020.\nInterviewer: Why?'],
    ['what a header does not say', 'talk.vtt', 'WEBVTT\nKind: captions\n\n1\n00:00:01.000 --> 00:00:02.000'],
    ['names that are no months', 'talk-with-100-people-2024.txt', ''],
  ])('%s is none', (_, name, head) => {
    expect(guessDate({ name, head, today })).toBeNull()
  })

  test('of the transcripts of tests only those that say it have one, in their name, front matter or first lines', () => {
    const found = readdirSync(transcripts).flatMap((name) => {
      const head = name.endsWith('.docx') ? '' : decodeText(readFileSync(join(transcripts, name))).text
      const guess = guessDate({ name, head, today })
      return guess === null ? [] : [`${name} ${guess.date}`]
    })
    expect(found).toEqual([
      'da-navne.txt 2026-05-03',
      'da-windows-1252.txt 2026-05-03',
      'nl-press-conference-2020-05-13.txt 2020-05-13',
      'sv-markdown.md 2026-03-02',
    ])
  })
})
