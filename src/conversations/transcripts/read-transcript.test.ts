import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { meetingText } from '../../../test/qmsum.ts'
import { readPastedText, readTranscript, type ReadTranscript } from './read-transcript.ts'
import type { ParsedTranscript, Speaker } from './transcript.ts'

const folder = join(import.meta.dirname, '../../../test/data/transcripts')

type Count = { kind: string; encoding: string; utterances: number; words: number; speakers: Speaker[] }

const counts: Record<string, Count> = JSON.parse(readFileSync(join(folder, 'counts.json'), 'utf8'))

function transcriptOf(answer: ReadTranscript): ParsedTranscript {
  if (answer.state === 'refused') throw new Error(answer.problem.message)
  return answer.transcript
}

function problemOf(answer: ReadTranscript): string {
  return answer.state === 'refused' ? answer.problem.id : 'read'
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('files of each kind', () => {
  it.each(Object.entries(counts))(
    '%s gives exactly the committed speakers, utterances and words',
    (name, count) => {
      const bytes = readFileSync(join(folder, name))
      const read =
        count.kind === 'pasted' ? readPastedText(bytes.toString('utf8')) : readTranscript({ name, bytes })
      const { kind, encoding, utterances, speakers } = transcriptOf(read)
      const words = speakers.reduce((sum, speaker) => sum + speaker.words, 0)
      expect({ kind, encoding, utterances: utterances.length, words, speakers }).toEqual(count)
    },
  )

  it('gives the words of the recording between the times of its first and last cue', () => {
    const { utterances } = transcriptOf(
      readTranscript({ name: 'a.vtt', bytes: readFileSync(join(folder, 'en-teams.vtt')) }),
    )
    expect(utterances[1]).toEqual({
      speaker: 'Priya N.',
      text: 'It was the gym. I had not been there since, what, October? So I opened the app and there was no button. There was no way out at all.',
      startMs: 7_000,
      endMs: 20_000,
    })
  })

  it('keeps the times of lines that have them', () => {
    const otter = transcriptOf(
      readTranscript({ name: 'a.txt', bytes: readFileSync(join(folder, 'en-otter.txt')) }),
    )
    expect(otter.utterances.map(({ startMs }) => startMs)).toEqual([
      0, 7_000, 21_000, 28_000, 35_000, 42_000, 49_000, 56_000,
    ])
    const first = transcriptOf(
      readTranscript({ name: 'a.txt', bytes: readFileSync(join(folder, 'en-times-first.txt')) }),
    )
    expect(first.utterances.map(({ startMs }) => startMs)).toEqual(
      otter.utterances.map(({ startMs }) => startMs),
    )
  })

  it('reads every turn of a real meeting as it was said', () => {
    const name = 'qmsum-ES2005a.json'
    const { text, turns } = meetingText('ES2005a.json', readFileSync(join(folder, name), 'utf8'))
    expect(turns.length).toBeGreaterThan(50)
    const { utterances } = transcriptOf(readTranscript({ name: 'meeting.txt', bytes: bytesOf(text) }))
    expect(utterances).toEqual(turns)
  })

  it('says how many letters were of another encoding', () => {
    const bytes = Buffer.concat([
      Buffer.from('Åse: Så?\nBjørn: Æh.\n'.repeat(4)),
      Buffer.from('Åse: caf\xe9.', 'latin1'),
    ])
    bytes[bytes.length - 10] = 0x41
    const { utterances, dropped } = transcriptOf(readTranscript({ name: 'a.txt', bytes }))
    expect(utterances[0]).toEqual({ speaker: 'Åse', text: 'Så?' })
    expect(utterances.at(-1)?.text).toMatch(/café\.$/u)
    expect(dropped).toEqual([{ what: 'replaced-characters', count: 1, example: '' }])
  })

  it('says what of a file it left out', () => {
    const { dropped } = transcriptOf(
      readTranscript({ name: 'a.md', bytes: readFileSync(join(folder, 'sv-markdown.md')) }),
    )
    expect(dropped).toEqual([
      { what: 'heading-lines', count: 3, example: 'title: Intervju 7 (påhittad)' },
      { what: 'comments', count: 1, example: '<!-- ljudfilen saknas -->' },
    ])
  })
})

describe('what a file is', () => {
  it('is decided by its bytes before its name', () => {
    const docx = readFileSync(join(folder, 'de-word-absaetze.docx'))
    expect(transcriptOf(readTranscript({ name: 'notes.txt', bytes: docx })).kind).toBe('docx')
    const vtt = readFileSync(join(folder, 'en-zoom.vtt'))
    expect(transcriptOf(readTranscript({ name: 'notes.txt', bytes: vtt })).kind).toBe('vtt')
    const srt = readFileSync(join(folder, 'nl-ondertitels.srt'))
    expect(transcriptOf(readTranscript({ name: 'download', bytes: srt })).kind).toBe('srt')
    expect(transcriptOf(readPastedText(srt.toString('utf8'))).kind).toBe('srt')
  })

  it('is guessed for pasted text: bold names and headings are Markdown', () => {
    const names = (text: string): (string | null)[] =>
      transcriptOf(readPastedText(text)).speakers.map(({ name }) => name)
    expect(names('[0:01] **Anna:** Hello.\n\n[0:05] **Bo:** Hi.')).toEqual(['Anna', 'Bo'])
    expect(names('# Talk\n\n## Anna\n\nHello.\n\n## Bo\n\nHi.\n\n## Anna\n\nSo.')).toEqual(['Anna', 'Bo'])
  })

  it('is a page also where only a piece of one was copied', () => {
    const { kind, speakers } = transcriptOf(readPastedText('<p>Anna: Hello</p><p>Bo: Hi</p><p>Anna: So</p>'))
    expect([kind, speakers.map(({ name }) => name)]).toEqual(['html', ['Anna', 'Bo']])
    expect(transcriptOf(readPastedText('Anna: <p>\nBo: hm\nAnna: so')).kind).toBe('pasted')
  })

  it('is Markdown by its name, also where that begins with an element of a page', () => {
    const text =
      '<div align="center">\n\n# Interview 4\n\n</div>\n\n**Anna:** Hello.\n\n**Bo:** Hi.\n\n**Anna:** So.\n\n**Bo:** Yes.\n'
    for (const name of ['a.md', 'a.markdown']) {
      const { kind, utterances } = transcriptOf(readTranscript({ name, bytes: Buffer.from(text) }))
      expect(kind).toBe('markdown')
      expect(utterances).toEqual([
        { speaker: 'Anna', text: 'Hello.' },
        { speaker: 'Bo', text: 'Hi.' },
        { speaker: 'Anna', text: 'So.' },
        { speaker: 'Bo', text: 'Yes.' },
      ])
    }
  })

  it('is refused with an id and a sentence when it is no transcript', () => {
    const begins = (...bytes: number[]): Uint8Array => Uint8Array.from([...bytes, ...new Uint8Array(64)])
    const cases: [string, Uint8Array, string][] = [
      ['empty.txt', new Uint8Array(), 'transcript-empty'],
      ['blank.txt', bytesOf(' \r\n\t\n\ufeff '), 'transcript-empty'],
      ['photo.txt', begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'transcript-image'],
      ['photo.jpg', begins(0xff, 0xd8, 0xff, 0xe0), 'transcript-image'],
      ['talk.txt', bytesOf('ID3\u0004'), 'transcript-recording'],
      ['talk.mp4', begins(0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70), 'transcript-recording'],
      ['report.docx', bytesOf('%PDF-1.7 …'), 'transcript-binary'],
      ['old.doc', begins(0xd0, 0xcf, 0x11, 0xe0), 'transcript-old-word'],
      ['rich.txt', bytesOf('{\\rtf1\\ansi Hello'), 'transcript-rtf-broken'],
      ['program.txt', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 32), 'transcript-binary'],
      ['headless.vtt', bytesOf('Just words, no times.'), 'transcript-vtt-header'],
      ['broken.vtt', bytesOf('WEBVTT\n\n00:xx -> 00:02\nHello'), 'transcript-no-cues'],
      ['silent.vtt', bytesOf('WEBVTT\n\nNOTE nothing\n'), 'transcript-empty'],
      ['words.srt', bytesOf('Just words, no times.'), 'transcript-no-cues'],
      ['word.xml', bytesOf('<?xml version="1.0"?><pkg:package xmlns:pkg="p"/>'), 'transcript-other-format'],
      ['talk.ttml', bytesOf('\ufeff<?xml version="1.0"?>\n<tt><body/></tt>'), 'transcript-other-format'],
      [
        'page.mht',
        bytesOf('From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n--x'),
        'transcript-other-format',
      ],
      ['lines.txt', Buffer.from('a\n'.repeat(1_100_000)), 'transcript-too-large'],
      ['huge.txt', new Uint8Array(33 * 1024 * 1024), 'transcript-too-large'],
    ]
    for (const [name, bytes, id] of cases)
      expect([name, problemOf(readTranscript({ name, bytes }))]).toEqual([name, id])
  })
})
