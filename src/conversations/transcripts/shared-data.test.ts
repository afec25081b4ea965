import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { meetingText } from '../../../test/qmsum.ts'
import { sharedData, sharedDataPresent } from '../../../test/shared-data.ts'
import { guessRoles } from './roles.ts'
import { readTranscript } from './read-transcript.ts'
import type { ParsedTranscript, Speaker } from './transcript.ts'

const counts: Record<string, Speaker[]> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../test/data/transcripts/nl-press-conferences.json'), 'utf8'),
)

function read(name: string, bytes: Uint8Array): ParsedTranscript {
  const answer = readTranscript({ name, bytes })
  if (answer.state === 'refused') throw new Error(answer.problem.message)
  return answer.transcript
}

describe.skipIf(!sharedDataPresent)('shared data: forty product meetings', () => {
  it('give every turn and every word as they were said', () => {
    const folder = join(sharedData, 'interviews/qmsum-product')
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    let turns = 0
    let words = 0
    for (const name of names) {
      const meeting = meetingText(name, readFileSync(join(folder, name), 'utf8'))
      const { utterances, speakers } = read(`${name}.txt`, new TextEncoder().encode(meeting.text))
      expect(utterances).toEqual(meeting.turns)
      turns += utterances.length
      words += speakers.reduce((sum, speaker) => sum + speaker.words, 0)
    }
    expect({ meetings: names.length, turns, words }).toEqual({ meetings: 40, turns: 19_701, words: 237_998 })
  })
})

describe.skipIf(!sharedDataPresent)('shared data: thirty Dutch press conferences', () => {
  const folder = join(sharedData, 'interviews/nl-press-conferences')

  it.each(Object.entries(counts))(
    '%s has exactly the committed speakers, turns and words',
    (name, speakers) => {
      expect(read(name, readFileSync(join(folder, name))).speakers).toEqual(speakers)
    },
  )

  it('have 293,707 words in all', () => {
    const files = Object.keys(counts).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
    let words = 0
    for (const { name, bytes } of files) {
      words += read(name, bytes).speakers.reduce((sum, speaker) => sum + speaker.words, 0)
    }
    expect(words).toBe(293_707)
  })

  it.each(Object.keys(counts))('%s in one paragraph is cut at no connecting word', (name) => {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll(/\s+/gu, ' ')
    const { speakers } = read(name, new TextEncoder().encode(text))
    expect(speakers.length).toBeLessThanOrEqual(1)
  })

  it('take those who are only ever asking for the ones who ask', () => {
    const guesses = guessRoles(read('a.txt', readFileSync(join(folder, '2020-05-13.txt'))))
    expect(guesses.map(({ speaker, role }) => [speaker, role])).toEqual([
      ['RUTTE', 'participant'],
      ['VRAAG', 'interviewer'],
      ['DE JONGE', 'participant'],
    ])
  })
})
