import { expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

function said(name: string, text: string): [string | null, string, number | undefined][] {
  const read = readTranscript({ name, bytes: Buffer.from(text) })
  if (read.state === 'refused') throw new Error(read.problem.id)
  return read.transcript.utterances.map(({ speaker, text: words, startMs }) => [speaker, words, startMs])
}

const cues = (first: string, times: readonly [string, string, string]) =>
  `${first}\n\n${times[0]}\n<v Anna>Why?</v>\n\n${times[1]}\n<v Bo>No button.</v>\n\n${times[2]}\n<v Anna>So?</v>\n`

const usual = [
  '00:00:01.000 --> 00:00:02.000',
  '00:00:03.000 --> 00:00:04.000',
  '00:00:05.000 --> 00:00:06.000',
] as const
const spoken = [
  ['Anna', 'Why?', 1000],
  ['Bo', 'No button.', 3000],
  ['Anna', 'So?', 5000],
]

it.each([
  ['no first line at all', cues('', usual)],
  ['a first line in small letters', cues('webvtt', usual)],
  ['a first line with a colon', cues('WEBVTT: Interview 4', usual)],
  ['what players of streams add', cues('WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000', usual)],
  [
    'times to a ten-millionth of a second, as Teams wrote them',
    cues('WEBVTT\n\nNOTE language:en-us', [
      '00:00:01.0000000 --> 00:00:02.0000000',
      '00:00:03.0000000 --> 00:00:04.0000000',
      '00:00:05.0000000 --> 00:00:06.0000000',
    ]),
  ],
  ['times of few digits', cues('WEBVTT', ['0:1 --> 0:2', '0:0:3.0 --> 0:0:4.5', '00:05,000 -> 00:06,000'])],
])('a .vtt file with %s gives who said what and when', (_, text) => {
  expect(said('talk.vtt', text)).toEqual(spoken)
})

it('no words of subtitles are lost: those above, after an empty line or below broken times', () => {
  const vtt =
    'WEBVTT\n\nAn interview\n\n00:01.000 --> 00:02.000\n<v Anna>Why\n\nthen?</v>\n\n00:xx --> 00:04.000\n<v Bo>No button.</v>\n\n00:05.000 --> 00:06.000\n<v Anna>So?</v>\n'
  expect(said('talk.vtt', vtt)).toEqual([
    [null, 'An interview', undefined],
    ['Anna', 'Why then?', 1000],
    ['Bo', 'No button.', undefined],
    ['Anna', 'So?', 5000],
  ])
  const srt =
    'An interview\n\n1\n00:01,000 --> 00:02,000\nAnna: Why?\n\n2\n00:00:xx,000 --> 00:00:04,000\nBo: No\nbutton.\n\n3\n00:05,000 --> 00:06,000\nAnna: So?\n'
  expect(said('talk.srt', srt)).toEqual([
    [null, 'An interview', undefined],
    ['Anna', 'Why?', 1000],
    ['Bo', 'No button.', undefined],
    ['Anna', 'So?', 5000],
  ])
})

it('captions of YouTube and Google Meet (.sbv) give words, times and names in brackets', () => {
  const meet = (time: number, words: string) => `0:00:0${time}.000,0:00:0${time}.900\n${words}\n\n`
  const text = meet(1, '(Anna)\nWhy?') + meet(3, '(Bo)\nNo button.') + meet(5, '(Anna)\nSo?')
  for (const name of ['talk.sbv', 'talk.txt']) expect(said(name, text)).toEqual(spoken)
  expect(said('talk.sbv', `\ufeff${meet(1, 'Why?')}${meet(3, 'No\nbutton.')}`)).toEqual([
    [null, 'Why? No button.', 1000],
  ])
})

it('captions that roll up say each line once', () => {
  const text = `WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.389 align:start position:0%
 
so<00:00:00.400><c> tell</c><00:00:00.640><c> me</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
so tell me
 

00:00:02.399 --> 00:00:04.710 align:start position:0%
so tell me
about<00:00:02.560><c> it</c>

00:00:04.710 --> 00:00:04.720 align:start position:0%
about it
 
`
  expect(said('talk.vtt', text)).toEqual([[null, 'so tell me about it', 160]])
})

it('names in square brackets before a colon are names', () => {
  const cue = (at: number, words: string) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${words}\n\n`
  const text = cue(1, '[SPEAKER_00]: Why?') + cue(3, '[SPEAKER_01]: No button.') + cue(5, '[SPEAKER_00]: So?')
  expect(said('talk.srt', text).map(([who]) => who)).toEqual(['SPEAKER_00', 'SPEAKER_01', 'SPEAKER_00'])
})
