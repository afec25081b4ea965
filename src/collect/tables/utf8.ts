import { isUtf8 } from 'node:buffer'

/**
 * Bytes as UTF-8, piece by piece, without the byte order mark. A byte that is no UTF-8 becomes a lone surrogate (U+DC00 + byte), which
 * no text can hold otherwise: its row is known by it and can be shown with {@link shownBytes}.
 */
export async function* decodeUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let torn = Buffer.alloc(0)
  let isFirst = true
  for await (const piece of source) {
    const bytes = Buffer.concat([torn, piece])
    const complete = completeLength(bytes)
    torn = bytes.subarray(complete)
    const text = textOf(bytes.subarray(0, complete))
    const unmarked = isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text
    isFirst &&= text === ''
    if (unmarked !== '') yield unmarked
  }
  if (torn.length > 0) yield strayBytes(torn)
}

/** Whether a row holds bytes that are no UTF-8. */
export function hasStrayBytes(text: string): boolean {
  return !text.isWellFormed()
}

/** A row with its stray bytes as Windows-1252 would read them, which nearly always is what was meant. */
export function shownBytes(text: string): string {
  return text.replace(/[\uDC80-\uDCFF]/gu, (unit) =>
    windows1252.decode(Uint8Array.of(unit.charCodeAt(0) - 0xdc00)),
  )
}

const windows1252 = new TextDecoder('windows-1252')
const newline = 0x0a

/** Nearly every piece is right as a whole; in one that is not, only the lines with stray bytes are read byte by byte. */
function textOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString()
  let text = ''
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(newline, from)
    const line = bytes.subarray(from, end === -1 ? bytes.length : end + 1)
    text += isUtf8(line) ? line.toString() : strayBytes(line)
    from += line.length
  }
  return text
}

function strayBytes(bytes: Buffer): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const length = lengthFrom(bytes[at] ?? 0)
    const letter = bytes.subarray(at, at + Math.max(1, length))
    const isWhole = length > 0 && letter.length === length && isUtf8(letter)
    text += isWhole ? letter.toString() : String.fromCharCode(0xdc00 + (bytes[at] ?? 0))
    at += isWhole ? length : 1
  }
  return text
}

/** How many bytes of a letter begin with this one; 0 where none does. */
function lengthFrom(byte: number): number {
  if (byte < 0x80) return 1
  if (byte >= 0xc2 && byte < 0xe0) return 2
  if (byte >= 0xe0 && byte < 0xf0) return 3
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0
}

/** Length without a letter whose last bytes are still to come. */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return lengthFrom(byte) > back ? bytes.length - back : bytes.length
    if (byte < 0x80) return bytes.length
  }
  return bytes.length
}

/** Letters of more than one byte (where all fits: bytes), and bytes that belong to none: how well a sample fits UTF-8. */
export function countLetters(bytes: Uint8Array): { letters: number; stray: number } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, completeLength(bytes))
  let letters = 0
  let stray = 0
  if (isUtf8(buffer)) return { letters: buffer.length, stray }
  for (let at = 0; at < buffer.length;) {
    const length = lengthFrom(buffer[at] ?? 0)
    const fits = length > 1 && isUtf8(buffer.subarray(at, at + length))
    if (fits) letters += 1
    else if (length !== 1) stray += 1
    at += fits ? length : 1
  }
  return { letters, stray }
}
