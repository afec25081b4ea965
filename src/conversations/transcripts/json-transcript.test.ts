import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readJsonTranscript } from './json-transcript.ts'
import { readTranscript } from './read-transcript.ts'

function utterancesOf(json: unknown) {
  const read = readJsonTranscript(JSON.stringify(json))
  return read.state === 'read' ? read.turns.utterances : read.state
}

const both = [
  { speaker: 'Speaker 0', text: 'Why did you stop?', startMs: 500, endMs: 2_000 },
  { speaker: 'Speaker 1', text: 'No button.', startMs: 2_250, endMs: 3_000 },
]

// The shapes are those of the services' own documentation; the words are ours.
it.each([
  [
    'Whisper with speakers',
    {
      text: '…',
      language: 'en',
      segments: [
        { id: 0, start: 0.5, end: 2, text: ' Why did you stop?', speaker: 'SPEAKER_00' },
        { id: 1, start: 2.25, end: 3, text: ' No button.', speaker: 'SPEAKER_01' },
      ],
    },
  ],
  [
    'Deepgram',
    {
      metadata: {},
      results: {
        channels: [{ alternatives: [{ transcript: 'Why did you stop? No button.' }] }],
        utterances: [
          { start: 0.5, end: 2, transcript: 'Why did you stop?', speaker: 0 },
          { start: 2.25, end: 3, transcript: 'No button.', speaker: 1 },
        ],
      },
    },
  ],
  [
    'AWS Transcribe',
    {
      results: {
        transcripts: [{ transcript: '…' }],
        speaker_labels: {
          segments: [
            {
              speaker_label: 'spk_0',
              items: ['0.5', '1.0', '1.2', '1.5'].map((start_time) => ({
                start_time,
                speaker_label: 'spk_0',
              })),
            },
            {
              speaker_label: 'spk_1',
              items: ['2.25', '2.5'].map((start_time) => ({ start_time, speaker_label: 'spk_1' })),
            },
          ],
        },
        items: [
          ...[
            ['0.5', 'Why'],
            ['1.0', 'did'],
            ['1.2', 'you'],
            ['1.5', 'stop'],
          ].map(([start_time, content]) => ({
            type: 'pronunciation',
            start_time,
            end_time: '2.0',
            alternatives: [{ content }],
          })),
          { type: 'punctuation', alternatives: [{ content: '?' }] },
          ...[
            ['2.25', 'No'],
            ['2.5', 'button'],
          ].map(([start_time, content]) => ({
            type: 'pronunciation',
            start_time,
            end_time: '3.0',
            alternatives: [{ content }],
          })),
          { type: 'punctuation', alternatives: [{ content: '.' }] },
        ],
      },
    },
  ],
  [
    'Azure',
    {
      recognizedPhrases: [
        {
          speaker: 0,
          offsetInTicks: 5_000_000,
          durationInTicks: 15_000_000,
          nBest: [{ display: 'Why did you stop?' }],
        },
        {
          speaker: 1,
          offsetInTicks: 22_500_000,
          durationInTicks: 7_500_000,
          nBest: [{ display: 'No button.' }],
        },
      ],
    },
  ],
  [
    'Rev',
    {
      monologues: [
        {
          speaker: 0,
          elements: [
            { type: 'text', value: 'Why did you stop', ts: 0.5, end_ts: 2 },
            { type: 'punct', value: '?' },
          ],
        },
        {
          speaker: 1,
          elements: [
            { type: 'text', value: 'No button', ts: 2.25, end_ts: 3 },
            { type: 'punct', value: '.' },
          ],
        },
      ],
    },
  ],
  [
    'a list with clock times',
    [
      { speaker: 'Speaker 0', text: 'Why did you stop?', start: '00:00:00.500', end: '00:00:02.000' },
      { speaker: 'Speaker 1', text: 'No button.', start: '00:00:02.250', end: '00:00:03.000' },
    ],
  ],
])('%s gives who said what and when', (_, json) => {
  expect(utterancesOf(json)).toEqual(both)
})

it('whole numbers too large for seconds are milliseconds, as AssemblyAI writes them', () => {
  const utterances = [
    { speaker: 'A', text: 'Why did you stop?', start: 500, end: 2000 },
    { speaker: 'B', text: 'No button.', start: 2250, end: 3000 },
  ]
  expect(utterancesOf({ utterances })).toEqual([
    { ...both[0], speaker: 'Speaker A' },
    { ...both[1], speaker: 'Speaker B' },
  ])
})

it('a meeting of QMSum as it lies on disk gives its turns', () => {
  const file = join(import.meta.dirname, '../../../test/data/transcripts/qmsum-ES2005a.json')
  const read = readTranscript({ name: 'ES2005a.json', bytes: readFileSync(file) })
  expect(read.state === 'read' && [read.transcript.kind, read.transcript.speakers.length]).toEqual([
    'json',
    4,
  ])
})

it('what is no talk is a table, unknown or broken', () => {
  expect(utterancesOf([{ id: 1, answer: 'Too slow' }])).toBe('table')
  expect(utterancesOf({ a: { b: [1, 2] } })).toBe('unknown')
  expect(readJsonTranscript('{"segments": [{"start": 0, "te').state).toBe('broken')
})

const words = [
  ...['Why', 'did', 'you', 'stop?'].map((word, at) => ({
    word,
    by: 0,
    from: 0.5 + at / 4,
    to: at === 3 ? 2 : 1,
  })),
  ...['No', 'button.'].map((word, at) => ({ word, by: 1, from: 2.25 + at / 4, to: 3 })),
]

/** Words one by one, punctuation apart. */
const apart = words.flatMap(({ word, by, from, to }) => {
  const mark = /[?.]$/u.exec(word)?.[0]
  const said = { type: 'word', content: word.replace(/[?.]$/u, ''), by, from, to }
  return mark === undefined ? [said] : [said, { type: 'punctuation', content: mark, by, from: to, to }]
})

it.each([
  [
    'Deepgram without utterances',
    {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: '…',
                words: words.map(({ word, by, from, to }) => ({
                  ...{ word: word.toLowerCase(), punctuated_word: word, start: from, end: to, speaker: by },
                })),
              },
            ],
          },
        ],
      },
    },
  ],
  [
    'Speechmatics',
    {
      format: '2.9',
      results: apart.map(({ type, content, by, from, to }) => ({
        ...{ type, start_time: from, end_time: to, alternatives: [{ content, speaker: `speaker_${by}` }] },
      })),
    },
  ],
  [
    'Google, which says all words again where it tells speakers apart',
    {
      results: [
        { alternatives: [{ transcript: 'Why did you stop?', words: [{ word: 'Why', startTime: '0.5s' }] }] },
        {
          alternatives: [
            {
              words: words.map(({ word, by, from, to }) => ({
                ...{ word, startTime: `${from}s`, endTime: `${to}s`, speakerTag: by },
              })),
            },
          ],
        },
      ],
    },
  ],
  [
    'ElevenLabs, which writes spaces too',
    {
      language_code: 'en',
      text: '…',
      words: words.flatMap(({ word, by, from, to }) => [
        { text: word, type: 'word', start: from, end: to, speaker_id: `speaker_${by}` },
        { text: ' ', type: 'spacing', start: to, end: to, speaker_id: `speaker_${by}` },
      ]),
    },
  ],
  [
    'Amberscript, whose turns are words and whose speakers stand apart',
    {
      segments: [0, 1].map((turn) => ({
        speaker: `spk${turn + 1}`,
        words: words
          .filter(({ by }) => by === turn)
          .map(({ word, from, to }) => ({ text: word, start: from, end: to })),
      })),
      speakers: [
        { spkid: 'spk1', name: 'Speaker 0' },
        { spkid: 'spk2', name: 'Speaker 1' },
      ],
    },
  ],
  [
    'Happy Scribe',
    [0, 1].map((turn) => ({
      speaker: `Speaker ${turn}`,
      words: words
        .filter(({ by }) => by === turn)
        .flatMap(({ word, from, to }) => [
          { text: word, type: 'text', data_start: from, data_end: to },
          { text: ' ', type: 'punctuation' },
        ]),
    })),
  ],
  [
    'Azure, fast',
    {
      combinedPhrases: [{ text: '…' }],
      phrases: [
        { speaker: 0, offsetMilliseconds: 500, durationMilliseconds: 1500, text: 'Why did you stop?' },
        { speaker: 1, offsetMilliseconds: 2250, durationMilliseconds: 750, text: 'No button.' },
      ],
    },
  ],
  [
    'a chat with moments of a day',
    [
      {
        user: 'Speaker 0',
        text: 'Why did you stop?',
        start: '2026-03-05T10:00:00.000Z',
        end: '2026-03-05T10:00:01.500Z',
      },
      {
        user: 'Speaker 1',
        text: 'No button.',
        start: '2026-03-05T10:00:01.750Z',
        end: '2026-03-05T10:00:02.500Z',
      },
    ],
  ],
])('%s gives who said what', (_, json) => {
  const utterances = utterancesOf(json)
  const start = Array.isArray(utterances) ? 500 - (utterances[0]?.startMs ?? 0) : 0
  expect(
    Array.isArray(utterances) &&
      utterances.map(({ startMs = 0, endMs = 0, ...one }) => ({
        ...{ ...one, startMs: startMs + start, endMs: endMs + start },
      })),
  ).toEqual(both)
})

it.each([
  ['as OpenAI answers', { text: 'Why did you stop? No button.', usage: { seconds: 4 } }],
  [
    'with words but no speakers',
    { text: '…', utterances: null, words: words.map(({ word }) => ({ text: word })) },
  ],
  [
    'as Vosk writes it',
    { text: '…', result: words.map(({ word, from }) => ({ word, start: from, conf: 1 })) },
  ],
])('text alone, %s, is said by nobody named', (_, json) => {
  const utterances = utterancesOf(json)
  expect(Array.isArray(utterances) && utterances.map(({ speaker, text }) => [speaker, text])).toEqual([
    [null, 'Why did you stop? No button.'],
  ])
})

it('one object a line is a list, and JSON is never read as words, whatever the file is called', () => {
  const lines = both.map(({ speaker, text, startMs, endMs }) => ({
    ...{ speaker, text, start: startMs / 1000, end: endMs / 1000 },
  }))
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  for (const name of ['a.jsonl', 'a.txt']) {
    const read = readTranscript({ name, bytes: Buffer.from(text) })
    expect(read.state === 'read' && read.transcript.utterances).toEqual(both)
  }
  const problem = (given: string) => {
    const read = readTranscript({ name: 'a.txt', bytes: Buffer.from(given) })
    return read.state === 'refused' && read.problem.id
  }
  expect(problem('{"segments":[{"start":0,"end":2,"te')).toBe('transcript-json-broken')
  expect(problem('{"id":4,"colour":"red"}')).toBe('transcript-json-unknown')
})
