/** The encodings files of European offices come in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A file's text without byte order mark, the encoding it was in, and how many bytes of it were of another. */
export type DecodedText = { text: string; encoding: TextEncoding; stray: number }

/**
 * Reads bytes as text. A byte order mark decides; without one, UTF-16 shows by zero bytes on every other place,
 * UTF-8 by being valid, and the rest is Windows-1252, in which every byte means something. A few stray bytes among many
 * letters of UTF-8 are read as Windows-1252 each and counted: one bad byte does not spoil every other letter. Never
 * throws; the text is well formed (a lone surrogate in UTF-16 becomes U+FFFD).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8') return { text: decode(encoding, bytes), encoding, stray: 0 }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding, stray: 0 }
  } catch {
    // A copy cut off in the middle of its last letter is still UTF-8.
    const complete = withoutTornTail(bytes)
    if (
      complete < bytes.length &&
      isUtf8(bytes.subarray(0, complete)) &&
      hasMultibyte(bytes.subarray(0, complete))
    ) {
      return { text: decode('utf-8', bytes.subarray(0, complete)), encoding, stray: 0 }
    }
    return nearlyUtf8(bytes) ?? { text: decode('windows-1252', bytes), encoding: 'windows-1252', stray: 0 }
  }
}

/** UTF-8 where ten letters of it stand for each byte that is none; "Ã¸" alone may well be meant so. */
function nearlyUtf8(bytes: Uint8Array): DecodedText | undefined {
  const stray: number[] = []
  let letters = 0
  for (let at = 0; at < bytes.length;) {
    const length = lengthFrom(bytes, at)
    if (length === 0) stray.push(at)
    if (length > 1) letters++
    at += Math.max(1, length)
  }
  if (letters < 10 * stray.length) return undefined
  let text = ''
  let from = 0
  for (const at of stray) {
    text += decode('utf-8', bytes.subarray(from, at)) + decode('windows-1252', bytes.subarray(at, at + 1))
    from = at + 1
  }
  text += decode('utf-8', bytes.subarray(from))
  return { text: text.replace(/^\ufeff/u, ''), encoding: 'utf-8', stray: stray.length }
}

/** How many bytes the letter of UTF-8 at this place has (RFC 3629); 0 where there is none. */
function lengthFrom(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xf5 ? 0 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || at + length > bytes.length) return 0
  const second = bytes[at + 1] ?? 0
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < least || second > most) return 0
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
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
  // Arabic, Hebrew, Greek or Cyrillic: zeros beside the spaces alone, and the other halves all name the same alphabet.
  if (zeroSecond > pairs * 0.03 && zeroFirst === 0 && isAlphabet(bytes, 1)) return 'utf-16le'
  if (zeroFirst > pairs * 0.03 && zeroSecond === 0 && isAlphabet(bytes, 0)) return 'utf-16be'
  return undefined
}

/** Whether every other byte, from the first or second on, is the upper half of a letter of one alphabet (U+0370 to U+07FF), or of Latin. */
function isAlphabet(bytes: Uint8Array, from: 0 | 1): boolean {
  const halves = new Map<number, number>()
  let all = 0
  for (let at = from; at < Math.min(bytes.length, 4096); at += 2) {
    const half = bytes[at] ?? 0
    halves.set(half, (halves.get(half) ?? 0) + 1)
    all++
  }
  const letters = [...halves].filter(([half]) => half >= 3 && half <= 7)
  const inside =
    letters.reduce((sum, [, count]) => sum + count, 0) + (halves.get(0) ?? 0) + (halves.get(0x20) ?? 0)
  return letters.length > 0 && letters.length <= 2 && inside >= all * 0.98
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
