/** The encodings files of European offices come in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A file's text without byte order mark, and the encoding it was in. */
export type DecodedText = { text: string; encoding: TextEncoding }

/**
 * Reads bytes as text. A byte order mark decides; without one, UTF-16 shows by zero bytes on every other place,
 * UTF-8 by being valid, and the rest is Windows-1252, in which every byte means something. Never throws; the text
 * is well formed (a lone surrogate in UTF-16 becomes U+FFFD).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8') return { text: decode(encoding, bytes), encoding }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding }
  } catch {
    // A copy cut off in the middle of its last letter is still UTF-8.
    const complete = withoutTornTail(bytes)
    if (
      complete < bytes.length &&
      isUtf8(bytes.subarray(0, complete)) &&
      hasMultibyte(bytes.subarray(0, complete))
    ) {
      return { text: decode('utf-8', bytes.subarray(0, complete)), encoding }
    }
    return { text: decode('windows-1252', bytes), encoding: 'windows-1252' }
  }
}

function decode(encoding: TextEncoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes)
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return utf16WithoutMark(bytes) ?? 'utf-8'
}

/** Latin text in UTF-16 has a zero in nearly every pair, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(bytes.length, 4096) >> 1
  if (pairs < 2) return undefined
  let zeroFirst = 0
  let zeroSecond = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[pair * 2] === 0) zeroFirst++
    if (bytes[pair * 2 + 1] === 0) zeroSecond++
  }
  if (zeroSecond > pairs * 0.5 && zeroFirst < pairs * 0.1) return 'utf-16le'
  if (zeroFirst > pairs * 0.5 && zeroSecond < pairs * 0.1) return 'utf-16be'
  return undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function hasMultibyte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80)
}

/** Length without an unfinished letter at the end (at most three bytes). */
function withoutTornTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return bytes.length - back
    if (byte < 0x80) break
  }
  return bytes.length
}
