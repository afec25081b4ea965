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

const said = [
  ['Anna Svensson', 'So tell me about it.', 3],
  ['Bo Li', 'Well, it broke.', 9],
  ['Anna Svensson', 'Why?', 15],
] as const

const written = (line: (name: string, words: string, time: string, at: number) => string) =>
  said.map(([name, words, second], at) => line(name, words, String(second).padStart(2, '0'), at)).join('\n')

// Each as its program or page writes it; the words are ours.
it.each([
  [
    'Teams, with who started it',
    `Anna Svensson started transcription\n${written((name, words, time) => `${name}   0:${time}\n${words}`)}\nAnna Svensson stopped transcription`,
  ],
  [
    'Teams in German',
    `Anna Svensson hat die Transkription gestartet\n${written((name, words, time) => `${name}   0:${time}\n${words}`)}\nBo Li hat die Transkription beendet`,
  ],
  ['a page of Teams, copied', written((name, words, time) => `${name}\n0:${time}\n${words}\n`)],
  [
    'a page of Stream, copied',
    written(
      (name, words, time) =>
        `${name}\n${Number(time)} seconds\n0:${time}\n${name} ${Number(time)} seconds\n${words}\n`,
    ),
  ],
  ['Word on the web', `Transcript\n${written((name, words, time) => `00:00:${time} ${name}\n${words}`)}`],
  ['Happy Scribe', written((name, words, time) => `[00:00:${time}.00] - ${name}\n${words}\n`)],
  [
    'TurboScribe',
    written((name, words, time) => `[${name}] (0:${time} - 0:${Number(time) + 4})\n${words}\n`),
  ],
  ['MAXQDA', written((name, words, time) => `#00:00:${time}-0# ${name}: ${words}\n`)],
  ['MAXQDA, focus group', written((name, words, time) => `00:00:${time}.0${name}: ${words}\n`)],
  [
    'Otter, with its head',
    `Interview 4\nThu, Mar 05, 2026 10:00AM • 12:03\n\nSUMMARY KEYWORDS\nbank, price\n\nSPEAKERS\nAnna Svensson, Bo Li\n\n${written((name, words, time) => `${name}  00:${time}\n${words}\n`)}`,
  ],
])('%s gives who said what and when', (_, text) => {
  const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(text) })
  if (read.state === 'refused') throw new Error(read.problem.message)
  expect(read.transcript.utterances.map(({ endMs: _end, ...one }) => one)).toEqual(
    said.map(([speaker, words, second]) => ({ speaker, text: words, startMs: second * 1000 })),
  )
})

it.each([
  ['a chat of Zoom', written((name, words, time) => `10:02:${time}\t From ${name} to Everyone:\n\t${words}`)],
  ['an older chat of Zoom', written((name, words, time) => `10:02:${time}\t From  ${name} : ${words}`)],
  ['WhatsApp', written((name, words) => `05/03/2026, 10:02 - ${name}: ${words}`)],
  ['WhatsApp on an iPhone', written((name, words, time) => `[05/03/2026, 10:02:${time}] ${name}: ${words}`)],
  ['dashes', `${written((name, words) => `${name} – ${words}`)}\nBo Li – Hm.`],
  ['wide colons', written((name, words) => `${name}：${words}`)],
])('%s gives who said what', (_, text) => {
  const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(text) })
  if (read.state === 'refused') throw new Error(read.problem.message)
  const { utterances } = read.transcript
  expect(utterances.slice(0, 3).map(({ speaker, text: words }) => [speaker, words])).toEqual(
    said.map(([speaker, words]) => [speaker, words]),
  )
})

it('f4 sets the time behind what was said: there the next turn begins', () => {
  const text = written((name, words, time) => `${name}: ${words} #00:00:${time}-5#\n`)
  const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(text) })
  expect(read.state === 'read' && read.transcript.utterances).toEqual([
    { speaker: 'Anna Svensson', text: 'So tell me about it.' },
    { speaker: 'Bo Li', text: 'Well, it broke.', startMs: 3500 },
    { speaker: 'Anna Svensson', text: 'Why?', startMs: 9500 },
  ])
})

it('the hour of the day is counted from the beginning', () => {
  const text = written((name, words, time) => `[${name}] 10:02:${time}\n${words}\n`)
  const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(text) })
  expect(read.state === 'read' && read.transcript.utterances.map(({ startMs }) => startMs)).toEqual([
    0, 6_000, 12_000,
  ])
})

it('numbers that count the lines are nobody’s words, and neither they nor time marks go unsaid', () => {
  const text = `${written((name, words, _time, at) => `${at + 1} ${name}: ${words} #00:00:01-0# Yes.`)}\n4 Bo Li: 5 or 6.`
  const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(text) })
  if (read.state === 'refused') throw new Error(read.problem.message)
  const { utterances, dropped } = read.transcript
  expect(utterances.map(({ text: words }) => words)).toEqual([
    'So tell me about it. Yes.',
    'Well, it broke. Yes.',
    'Why? Yes.',
    '5 or 6.',
  ])
  expect(dropped).toEqual([{ what: 'marks', count: 7, example: '1' }])
})

it('words below a time on a line of its own are said then, by nobody named', () => {
  const text = written((_name, words, time) => `0:${time}\n${words}`)
  const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(text) })
  expect(read.state === 'read' && read.transcript.utterances).toEqual(
    said.map(([, words, second]) => ({ speaker: null, text: words, startMs: second * 1000 })),
  )
})

it.each([
  ['Pause 5 sekunder', 'Interviewer: Hvorfor?', 'Mette: Derfor.'],
  ['Stilhed, 5 sekunder', 'Interviewer: Hvorfor?', 'Mette: Derfor.'],
  ['[00:05:12] Latter', 'Interviewer: Hvorfor?', 'Mette: Derfor.'],
  ['Pause 5 sekunder', '[00:05:12] Interviewer: Hvorfor?', '[00:05:13] Mette: Derfor.'],
  ['Pause 5 sekunder', 'INTERVIEWER\nHvorfor?', 'METTE\nDerfor.'],
])('"%s", twice among lines that say who speaks otherwise, is nobody’s name', (aside, asked, answered) => {
  const text = Array.from({ length: 61 }, (_, at) =>
    [asked, answered, ...(at === 20 || at === 40 ? [aside] : [])].join('\n'),
  ).join('\n')
  const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(text) })
  if (read.state === 'refused') throw new Error(read.problem.message)
  const { utterances } = read.transcript
  expect(utterances.map(({ speaker }) => speaker?.toLowerCase())).toEqual(
    Array.from({ length: 61 }, () => ['interviewer', 'mette']).flat(),
  )
  expect(utterances.filter(({ text: words }) => words.endsWith(aside.replace(/^\[.*\] /u, '')))).toHaveLength(
    2,
  )
})

it('a silence written like a name and its words does not silence the others', () => {
  const text = Array.from({ length: 61 }, () => 'Interviewer: Why?\nMette: Because.').join('\n')
  const both = `Silence: 5 seconds\n${text}\nSilence: 5 seconds\n${text}`
  const read = readTranscript({ name: 'talk.txt', bytes: Buffer.from(both) })
  expect(
    read.state === 'read' && read.transcript.utterances.filter(({ speaker }) => speaker === 'Mette'),
  ).toHaveLength(122)
})
