import { countLetters, decodeUtf8 } from './utf8.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type EncodingGuess = {
  encoding: Encoding
  /** 1 = a byte order mark says so, or every non-ASCII byte fits; 0.5 = nothing speaks against it. */
  confidence: number
  why:
    | 'byte order mark'
    | 'zero bytes'
    | 'valid UTF-8'
    | 'nearly all valid UTF-8'
    | 'only ASCII so far'
    | 'not valid UTF-8'
}

/** What encoding the text is in, from its first bytes (some 64 kB). */
export function guessEncoding(sample: Uint8Array): EncodingGuess {
  const mark = byteOrderMark(sample)
  if (mark) return { encoding: mark, confidence: 1, why: 'byte order mark' }
  const wide = guessUtf16(sample)
  if (wide) return { encoding: wide, confidence: 0.9, why: 'zero bytes' }
  if (isAscii(sample)) return { encoding: 'utf-8', confidence: 0.5, why: 'only ASCII so far' }
  const { letters, stray } = countLetters(sample)
  if (stray === 0) return { encoding: 'utf-8', confidence: 1, why: 'valid UTF-8' }
  // Windows-1252 holds what looks like a letter of UTF-8 once in a long while ("Ã¸" for "ø"), not ten times as often as its own.
  if (letters >= 10 * stray) return { encoding: 'utf-8', confidence: 0.8, why: 'nearly all valid UTF-8' }
  return { encoding: 'windows-1252', confidence: 0.8, why: 'not valid UTF-8' }
}

/**
 * Bytes into text, piece by piece, without the byte order mark. Where the guess rests on ASCII alone, the first piece with
 * other bytes decides between UTF-8 and Windows-1252. Bytes that are no UTF-8 are marked as `decodeUtf8` says.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  guess: EncodingGuess,
): AsyncGenerator<string> {
  if (guess.why === 'only ASCII so far') yield* decodeOnceKnown(source)
  else yield* decodeAs(source, guess.encoding)
}

async function* decodeOnceKnown(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const pieces = source[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await pieces.next()
      if (next.done === true) return
      if (isAscii(next.value)) yield asciiText(next.value)
      else {
        const encoding = guessEncoding(next.value).encoding === 'windows-1252' ? 'windows-1252' : 'utf-8'
        yield* decodeAs(from(next.value, pieces), encoding)
        return
      }
    }
  } finally {
    await pieces.return?.()
  }
}

async function* from(first: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
}

async function* decodeAs(source: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'utf-8') {
    yield* decodeUtf8(source)
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const bytes of source) {
    const text = decoder.decode(bytes, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Western text in UTF-16 has a zero in most odd (little endian) or even (big endian) places and few in the others. */
function guessUtf16(bytes: Uint8Array): Encoding | null {
  const pairs = Math.floor(Math.min(bytes.length, 4096) / 2)
  if (pairs < 2) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  if (odd / pairs > 0.6 && even / pairs < 0.1) return 'utf-16le'
  if (even / pairs > 0.6 && odd / pairs < 0.1) return 'utf-16be'
  return null
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) > 0x7f) return false
  return true
}

function asciiText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
