import { expect, test } from 'vitest'
import { wavOf } from '../../../test/sound.ts'
import { mediaKind } from './media-kind.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat([
    ...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    Buffer.alloc(64),
  ])

test.each([
  ['WAV', wavOf(0.1), 'audio/wav'],
  ['MP3 with ID3', bytes('ID3\x03'), 'audio/mpeg'],
  ['MP3 without', bytes([0xff, 0xfb, 0x90, 0x64]), 'audio/mpeg'],
  ['AAC', bytes([0xff, 0xf1, 0x50, 0x80]), 'audio/aac'],
  ['M4A', bytes([0, 0, 0, 32], 'ftypM4A '), 'audio/mp4'],
  ['MP4 of Zoom', bytes([0, 0, 0, 32], 'ftypmp42'), 'video/mp4'],
  ['QuickTime', bytes([0, 0, 0, 20], 'ftypqt  '), 'video/quicktime'],
  ['3GP of an old phone', bytes([0, 0, 0, 24], 'ftyp3gp4'), 'video/3gpp'],
  [
    'Ogg Opus',
    bytes(
      'OggS',
      Array.from({ length: 24 }, () => 0),
      'OpusHead',
    ),
    'audio/ogg',
  ],
  [
    'Ogg Theora',
    bytes(
      'OggS',
      Array.from({ length: 24 }, () => 0),
      '\x80theora',
    ),
    'video/ogg',
  ],
  ['FLAC', bytes('fLaC'), 'audio/flac'],
  ['WebM', bytes([0x1a, 0x45, 0xdf, 0xa3], '\x42\x82\x84webm'), 'video/webm'],
  ['Matroska', bytes([0x1a, 0x45, 0xdf, 0xa3], '\x42\x82\x88matroska'), 'video/x-matroska'],
  ['AMR', bytes('#!AMR\n'), 'audio/amr'],
  ['AVI', bytes('RIFF', [0, 0, 0, 0], 'AVI LIST'), 'video/x-msvideo'],
  ['WMA', bytes([0x30, 0x26, 0xb2, 0x75]), 'video/x-ms-asf'],
])('%s is known', (_, head, media) => {
  expect(mediaKind(head.subarray(0, 64))).toBe(media)
})

test.each([
  ['a Word document', bytes('PK\x03\x04')],
  ['a PDF', bytes('%PDF-1.7')],
  ['a picture of a phone', bytes([0, 0, 0, 24], 'ftypheic')],
  ['a WebP picture', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ')],
  ['a JPEG picture', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['UTF-16 text', bytes([0xff, 0xfe, 0x41, 0])],
  ['a page', bytes('<!doctype html>')],
  ['nothing', Buffer.alloc(0)],
])('%s is none', (_, head) => {
  expect(mediaKind(head.subarray(0, 64))).toBeUndefined()
})
