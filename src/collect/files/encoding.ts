export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type EncodingGuess = {
  encoding: Encoding
  /** 1 = a byte order mark says so, or every non-ASCII byte fits; 0.5 = nothing speaks against it. */
  confidence: number
  why: 'byte order mark' | 'zero bytes' | 'valid UTF-8' | 'only ASCII so far' | 'not valid UTF-8'
}

/** What encoding the text is in, from its first bytes (some 64 kB). */
export function guessEncoding(sample: Uint8Array): EncodingGuess {
  const mark = byteOrderMark(sample)
  if (mark) return { encoding: mark, confidence: 1, why: 'byte order mark' }
  const wide = guessUtf16(sample)
  if (wide) return { encoding: wide, confidence: 0.9, why: 'zero bytes' }
  if (isAscii(sample)) return { encoding: 'utf-8', confidence: 0.5, why: 'only ASCII so far' }
  if (isUtf8(sample)) return { encoding: 'utf-8', confidence: 1, why: 'valid UTF-8' }
  return { encoding: 'windows-1252', confidence: 0.8, why: 'not valid UTF-8' }
}

/**
 * Bytes into text, piece by piece, without the byte order mark. Where the guess rests on ASCII alone, the first piece with
 * other bytes decides between UTF-8 and Windows-1252.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  guess: EncodingGuess,
): AsyncGenerator<string> {
  let decoder = guess.why === 'only ASCII so far' ? null : new TextDecoder(guess.encoding)
  for await (const bytes of source) {
    if (!decoder) {
      if (isAscii(bytes)) {
        yield asciiText(bytes)
        continue
      }
      decoder = new TextDecoder(guessEncoding(bytes).encoding === 'windows-1252' ? 'windows-1252' : 'utf-8')
    }
    const text = decoder.decode(bytes, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder?.decode() ?? ''
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

/** Valid but for a character cut off at the sample's end. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function asciiText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
