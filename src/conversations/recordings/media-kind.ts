/**
 * What a file is by its first bytes (at least 64 of them), as a media type; undefined where it is neither sound nor video. Its name is not
 * asked: a renamed document is still a document.
 */
export function mediaKind(head: Uint8Array): string | undefined {
  const ascii = (from: number, until: number) => String.fromCharCode(...head.subarray(from, until))
  if (ascii(0, 4) === 'RIFF' || ascii(0, 4) === 'RF64') return riffKinds[ascii(8, 12)]
  if (ascii(4, 8) === 'ftyp') return boxKind(ascii(8, 12))
  if (ascii(0, 4) === 'OggS') return /theora|daala/.test(ascii(28, 64)) ? 'video/ogg' : 'audio/ogg'
  if (ascii(0, 4) === 'fLaC') return 'audio/flac'
  if (ascii(0, 4) === 'FORM' && /^AIF[FC]$/.test(ascii(8, 12))) return 'audio/aiff'
  if (ascii(0, 5) === '#!AMR') return 'audio/amr'
  if (hex(head, 4) === '1a45dfa3') return ascii(0, 64).includes('webm') ? 'video/webm' : 'video/x-matroska'
  if (hex(head, 4) === '3026b275') return 'video/x-ms-asf'
  if (hex(head, 4) === '000001ba') return 'video/mpeg'
  if (ascii(0, 3) === 'ID3') return 'audio/mpeg'
  return frameKind(head)
}

const riffKinds: Readonly<Record<string, string>> = { WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' }

/** Pictures (HEIC, AVIF) have the same boxes. A file for sound alone says so; another may hold a picture or not. */
function boxKind(brand: string): string | undefined {
  if (/^(?:M4A|M4B|F4A)/.test(brand)) return 'audio/mp4'
  if (/^(?:heic|heix|hevc|hevx|mif1|msf1|avif|avis)$/.test(brand)) return undefined
  if (brand === 'qt  ') return 'video/quicktime'
  return brand.startsWith('3g') ? 'video/3gpp' : 'video/mp4'
}

/** MPEG sound without a head begins with a frame: eleven ones, then version, layer, rate, none of them of a value that is not
 * used. Layer I is found in no file of today, and begins as text in UTF-16 does. */
function frameKind(head: Uint8Array): string | undefined {
  const [first = 0, second = 0, third = 0] = head
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined
  if ((second & 0xf6) === 0xf0) return 'audio/aac'
  const isUsed =
    (second & 0x18) !== 0x08 &&
    (second & 0x06) !== 0 &&
    (second & 0x06) !== 0x06 &&
    third >> 4 !== 15 &&
    (third & 0x0c) !== 0x0c
  return isUsed ? 'audio/mpeg' : undefined
}

const hex = (head: Uint8Array, length: number) => Buffer.from(head.subarray(0, length)).toString('hex')
