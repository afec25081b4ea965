import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../test/seeded-random.ts'
import { readPhoto, type Photo } from './photo.ts'

const photo = (name: string) => readFileSync(join(import.meta.dirname, '../../../test/data/photos', name))

function read(bytes: Uint8Array): Photo {
  const found = readPhoto(bytes)
  if (found.state !== 'read') throw new Error(`not read: ${found.state}`)
  return found
}

const notes = /GPS|Hans Nielsens|Testcam|xmpmeta|ftypmp42|2026:01:05/u

describe('a photo', () => {
  test.each([
    ['shelf.jpg', 'image/jpeg', true],
    ['shelf-progressive.jpg', 'image/jpeg', true],
    ['shelf.png', 'image/png', true],
    ['shelf.webp', 'image/webp', true],
    ['shelf-lossless.webp', 'image/webp', false],
  ])('%s keeps its picture and loses what was noted beside it', (name, media, hadPlace) => {
    const sent = photo(name)
    expect(notes.test(sent.toString('latin1'))).toBe(hadPlace)
    const kept = read(sent)
    expect(kept).toMatchObject({ media, width: 320, height: 240, hadPlace })
    expect(Buffer.from(kept.bytes).toString('latin1')).not.toMatch(notes)
    // Once clean, nothing more is taken.
    const again = read(kept.bytes)
    expect(again).toMatchObject({ hadPlace: false })
    expect(Buffer.compare(again.bytes, kept.bytes)).toBe(0)
  })

  test('taken on its side stays the right way up', () => {
    const kept = Buffer.from(read(photo('shelf.jpg')).bytes)
    const at = kept.indexOf('Exif\0\0MM')
    expect(at).toBeGreaterThan(0)
    expect(kept.readUInt16BE(at + 24)).toBe(6)
    expect(kept.includes('Exif', at + 4)).toBe(false)
    expect(Buffer.from(read(photo('shelf-progressive.jpg')).bytes).includes('Exif')).toBe(false)
  })

  test('has its very picture data: from the first scan to the end mark, byte for byte', () => {
    const sent = photo('shelf.jpg')
    const from = sent.lastIndexOf(Buffer.of(0xff, 0xda))
    const picture = sent.subarray(from, sent.indexOf(Buffer.of(0xff, 0xd9), from) + 2)
    expect(Buffer.from(read(sent).bytes).subarray(-picture.length).equals(picture)).toBe(true)
  })
})

describe('what is no photo to keep', () => {
  test.each([
    ['heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['heic', Buffer.from('\0\0\0\x18ftypavif\0\0\0\0', 'latin1')],
    ['not-photo', Buffer.from('GIF89a')],
    ['not-photo', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['not-photo', Buffer.alloc(0)],
    ['broken', photo('shelf.jpg').subarray(0, 1500)],
    ['broken', photo('shelf.png').subarray(0, 400)],
    ['broken', photo('shelf.webp').subarray(0, 200)],
  ])('is %s', (state, bytes) => {
    expect(readPhoto(bytes).state).toBe(state)
  })

  test('has more pixels than a browser can show', () => {
    const bomb = Buffer.from(photo('shelf.png'))
    bomb.writeUInt32BE(100_000, 16)
    bomb.writeUInt32BE(100_000, 20)
    expect(readPhoto(bomb).state).toBe('too-many-pixels')
  })

  test('never throws, however it is damaged', () => {
    const random = seededRandom(7)
    for (const name of ['shelf.jpg', 'shelf.png', 'shelf.webp'])
      for (let round = 0; round < 400; round++) {
        const bytes = Buffer.from(photo(name)).subarray(0, Math.floor(random() * 9000) + 12)
        for (let hit = 0; hit < 5; hit++)
          bytes[8 + Math.floor(random() * (bytes.length - 8))] = Math.floor(random() * 256)
        expect(() => readPhoto(bytes), `${name}, round ${round}`).not.toThrow()
      }
  })
})
