import { expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const turns = [
  { speaker: 'Anna Svensson', text: 'So tell me about it.' },
  { speaker: 'Bo Li', text: 'Well, it broke.' },
  { speaker: 'Anna Svensson', text: 'Why?' },
]

// As the services export them; the words are ours.
it.each([
  [
    'Zoom',
    '[Anna Svensson] 10:02:11\nSo tell me about it.\n\n[Bo Li] 10:02:19\nWell, it broke.\n\n[Anna Svensson] 10:02:30\nWhy?\n',
    0,
  ],
  [
    'Teams',
    'Interview-20260305_100000-Meeting Recording\nMarch 5, 2026, 10:00AM\n12m 3s\n\nAnna Svensson   0:03\nSo tell me about it.\n\nBo Li   0:09\nWell, it broke.\n\nAnna Svensson   0:15\nWhy?\n',
    3,
  ],
  [
    'Google Meet',
    'Meeting started 2026-03-05 10:00\nAttendees\nAnna Svensson, Bo Li\n\nTranscript\n00:00:00\nAnna Svensson: So tell me about it.\nBo Li: Well, it broke.\n00:05:00\nAnna Svensson: Why?\nMeeting ended after 00:07:10 👋\nThis editable transcript was computer generated and might contain errors. People can also change the text after it was created.\n',
    6,
  ],
  [
    'Otter',
    'Anna Svensson  0:00  \nSo tell me about it.\n\nBo Li  0:09  \nWell, it broke.\n\nAnna Svensson  0:15  \nWhy?\n\nTranscribed by https://otter.ai\n',
    1,
  ],
])('%s gives who said what, and not what the service says of itself', (_, text, headings) => {
  for (const written of [text, `\ufeff${text.replaceAll('\n', '\r\n')}`]) {
    const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(written) })
    if (read.state === 'refused') throw new Error(read.problem.message)
    expect(read.transcript.utterances.map(({ speaker, text: said }) => ({ speaker, text: said }))).toEqual(
      turns,
    )
    expect(read.transcript.dropped.reduce((sum, { count }) => sum + count, 0)).toBe(headings)
  }
})

it('names of joined emoji, and names from right to left, stay as they are', () => {
  const text = '🐻‍❄️: Hvornår?\nمنى: الشهر الماضي.\n🐻‍❄️: Hvorfor?\nمنى: لم أستخدمه.\n'
  const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(text) })
  expect(read.state === 'read' && read.transcript.speakers.map(({ name }) => name)).toEqual(['🐻‍❄️', 'منى'])
})
