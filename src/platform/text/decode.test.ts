import { describe, expect, it } from 'vitest'
import { decodeText } from './decode.ts'

const sentence = 'Blåbærgrød, crème brûlée, Müller – “ja”'

function utf16(text: string, order: 'le' | 'be', mark: readonly number[]): Uint8Array {
  const units = Buffer.from(text, 'utf16le')
  if (order === 'be') units.swap16()
  return new Uint8Array([...mark, ...units])
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a mark', () => {
    expect(decodeText(new TextEncoder().encode(sentence))).toEqual({
      text: sentence,
      encoding: 'utf-8',
      stray: 0,
    })
    expect(decodeText(new TextEncoder().encode(`\ufeff${sentence}`))).toEqual({
      text: sentence,
      encoding: 'utf-8',
      stray: 0,
    })
  })

  it('reads UTF-16 of both orders with and without a mark', () => {
    expect(decodeText(utf16(sentence, 'le', [0xff, 0xfe]))).toEqual({
      text: sentence,
      encoding: 'utf-16le',
      stray: 0,
    })
    expect(decodeText(utf16(sentence, 'be', [0xfe, 0xff]))).toEqual({
      text: sentence,
      encoding: 'utf-16be',
      stray: 0,
    })
    expect(decodeText(utf16(sentence, 'le', [])).text).toBe(sentence)
    expect(decodeText(utf16(sentence, 'be', [])).text).toBe(sentence)
  })

  it('reads what is not UTF-8 as Windows-1252', () => {
    const bytes = Uint8Array.from([0x93, 0x4a, 0x61, 0x94, 0x20, 0xe6, 0xf8, 0xe5, 0x80])
    expect(decodeText(bytes)).toEqual({ text: '“Ja” æøå€', encoding: 'windows-1252', stray: 0 })
  })

  it('keeps UTF-8 as UTF-8 when a copy ends in the middle of a letter', () => {
    const whole = new TextEncoder().encode('så kom vi til ø')
    expect(decodeText(whole.subarray(0, whole.length - 1))).toEqual({
      text: 'så kom vi til ',
      encoding: 'utf-8',
      stray: 0,
    })
  })

  it('keeps UTF-8 as UTF-8 where one byte among many letters is another encoding’s', () => {
    const line = new TextEncoder().encode('Åse: så kom vi til ø 🙂\n')
    const bytes = Buffer.concat([...Array<Uint8Array>(5).fill(line), Uint8Array.of(0xe9, 0x0a), line])
    const { text, encoding, stray } = decodeText(bytes)
    expect([encoding, stray]).toEqual(['utf-8', 1])
    expect(text).toBe(`${'Åse: så kom vi til ø 🙂\n'.repeat(5)}é\nÅse: så kom vi til ø 🙂\n`)
  })

  it('makes lone surrogates of UTF-16 well formed', () => {
    const { text } = decodeText(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00]))
    expect(text).toBe('A\ufffdB')
  })

  it('reads nothing as nothing', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', stray: 0 })
  })
})
