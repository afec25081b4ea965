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
