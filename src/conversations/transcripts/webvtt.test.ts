import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readVoices } from './cue-text.ts'
import { readWebVtt, type Cue } from './webvtt.ts'

const folder = join(import.meta.dirname, '../../../test/data/webvtt')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.vtt'),
)

type Expected = { cues: { id: string; startTime: number; endTime: number; text: string }[] }

/** Cue times without an answer of their own share two: one cue, or none at all. */
function expectedOf(file: string): Expected {
  const own = join(folder, file.replace(/vtt$/u, 'json'))
  const shared =
    basename(file) === 'missing-separator.vtt' ? 'cue-times/bad-data.json' : 'cue-times/with-data.json'
  return JSON.parse(readFileSync(existsSync(own) ? own : join(folder, shared), 'utf8'))
}

function cuesOf(text: string): Cue[] {
  const read = readWebVtt(text)
  return read.state === 'read' ? read.cues : []
}

describe('the vectors of vtt.js', () => {
  it('are all here', () => {
    expect(files).toHaveLength(107)
  })

  it.each(files)('%s has the cues it should', (file) => {
    const cues = cuesOf(readFileSync(join(folder, file), 'utf8'))
    const wanted = expectedOf(file).cues.map(({ id, startTime, endTime, text }) => ({
      id,
      startTime,
      endTime,
      text,
    }))
    expect(
      cues.map(({ id, startMs, endMs, text }) => ({
        id,
        startTime: startMs / 1000,
        endTime: endMs / 1000,
        text,
      })),
    ).toEqual(wanted)
  })
})

describe('readWebVtt', () => {
  it('leaves out notes, styles and regions, keeps the words of cues with broken times, and says so', () => {
    const text =
      'WEBVTT - a talk\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\nNOTE one\ntwo\n\n1\n00:01.000 --> 00:02.000 line:0 align:start\nHello\n\n2\n00:9x --> 00:10.000\nlost\n\nNOTE three'
    const read = readWebVtt(text)
    expect(read.state === 'read' && read.cues).toEqual([
      { id: '1', startMs: 1000, endMs: 2000, text: 'Hello' },
    ])
    expect(read.state === 'read' && read.dropped.list().map(({ what, count }) => [what, count])).toEqual([
      ['styles', 1],
      ['regions', 1],
      ['comments', 2],
      ['broken-cues', 1],
    ])
    // Left out as a cue, not its words.
    expect(read.state === 'read' && read.said.map(({ text: words }) => words)).toEqual(['Hello', 'lost'])
  })

  it('reads any kind of line end, a mark at the start and cues without a line between', () => {
    const text = '\ufeffWEBVTT\n00:01.000 --> 00:02.000\nA\n2\n00:02.000 --> 00:03.000\nB\n'
    for (const end of ['\n', '\r', '\r\n']) {
      expect(cuesOf(text.replaceAll('\n', end)).map(({ id, text: words }) => [id, words])).toEqual([
        ['', 'A'],
        ['2', 'B'],
      ])
    }
  })

  it('needs its first line', () => {
    expect(readWebVtt('WEBVTTX\n\n00:01.000 --> 00:02.000\nA').state).toBe('no-header')
    expect(readWebVtt('').state).toBe('no-header')
  })
})

describe('readVoices', () => {
  it('names who speaks, with classes, entities and several voices in one cue', () => {
    expect(readVoices('<v.loud.first Joe &amp; Co>Hee!</v> Hee! <v Ole><i>Ja</i>')).toEqual([
      { voice: 'Joe & Co', text: 'Hee!' },
      { voice: null, text: 'Hee!' },
      { voice: 'Ole', text: 'Ja' },
    ])
  })

  it('takes tags and times out of words and leaves what only looks like one', () => {
    expect(readVoices('<00:01.000>I <c.yellow>&lt;3</c> you &#39;&#x1F600;&bad; <3 and 4 > 3')).toEqual([
      { voice: null, text: "I <3 you '😀&bad; <3 and 4 > 3" },
    ])
    expect(readVoices("<v It's a blue apple tree!")).toEqual([
      { voice: null, text: "<v It's a blue apple tree!" },
    ])
  })
})
