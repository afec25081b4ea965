import { expect, test } from 'vitest'
import { decodeText, guessEncoding } from './encoding.ts'
import { hasStrayBytes, shownBytes } from './utf8.ts'

const danish = 'navn;by\nSøren Ærø;Ålborg\n'

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

const written: [string, Buffer, string][] = [
  ['UTF-8', Buffer.from(danish), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${danish}`), 'utf-8'],
  ['UTF-16 little endian with a mark', utf16(`\ufeff${danish}`, 'le'), 'utf-16le'],
  ['UTF-16 big endian with a mark', utf16(`\ufeff${danish}`, 'be'), 'utf-16be'],
  ['UTF-16 little endian without a mark', utf16(danish, 'le'), 'utf-16le'],
  ['UTF-16 big endian without a mark', utf16(danish, 'be'), 'utf-16be'],
  ['Windows-1252', Buffer.from(danish, 'latin1'), 'windows-1252'],
]

test.each(written)('%s is recognised and read, also a byte at a time', async (_, bytes, encoding) => {
  const guess = guessEncoding(bytes)
  expect(guess.encoding).toBe(encoding)
  for (const size of [1, 7, 1000]) expect(await decode(bytes, size, guess)).toBe(danish)
})

test('a file that is ASCII for a long while and then Windows-1252 is still read rightly', async () => {
  const bytes = Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.from('Søren, 5 \x80', 'latin1')])
  const text = await decode(bytes, 10_000, guessEncoding(bytes.subarray(0, 50_000)))
  expect(text.slice(100_000)).toBe('Søren, 5 €')
})

test('a sample cut in the middle of a character is still UTF-8', () => {
  expect(guessEncoding(Buffer.from('Sø').subarray(0, 2)).encoding).toBe('utf-8')
})

test('a byte that is no UTF-8 late in a UTF-8 file is told apart from every letter, in whatever pieces it comes', async () => {
  const bytes = Buffer.concat([
    Buffer.from('\ufeffnavn;by\nSøren 🐀;Ærø\n'),
    Buffer.from('Åse;Århus\n', 'latin1'),
    Buffer.from('Ib \ufffd;Æbeltoft\n'),
  ])
  const guess = guessEncoding(bytes.subarray(0, 30))
  for (const size of [1, 2, 7, 1000]) {
    const lines = (await decode(bytes, size, guess)).split('\n')
    expect(lines.map((line) => hasStrayBytes(line))).toEqual([false, false, true, false, false])
    expect(lines.map(shownBytes)).toEqual(['navn;by', 'Søren 🐀;Ærø', 'Åse;Århus', 'Ib \ufffd;Æbeltoft', ''])
  }
})

test('one odd line does not turn a UTF-8 file into Windows-1252, nor one lucky pair a Windows-1252 file into UTF-8', () => {
  const mostly = Buffer.concat([Buffer.from(danish.repeat(20)), Buffer.from('Åse\n', 'latin1')])
  expect(guessEncoding(mostly)).toMatchObject({ encoding: 'utf-8', why: 'nearly all valid UTF-8' })
  expect(guessEncoding(Buffer.from('Søren Ærø;Ã¸\n'.repeat(20), 'latin1')).encoding).toBe('windows-1252')
})

async function decode(bytes: Buffer, size: number, guess: ReturnType<typeof guessEncoding>): Promise<string> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  let text = ''
  for await (const piece of decodeText(pieces(), guess)) text += piece
  return text
}
