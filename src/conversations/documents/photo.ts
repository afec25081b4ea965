/** A photo as it is kept: without anything its camera or phone noted, but the right way up. */
export type Photo = {
  state: 'read'
  media: PhotoMedia
  bytes: Uint8Array
  width: number
  height: number
  hadPlace: boolean
}
export type PhotoMedia = 'image/jpeg' | 'image/png' | 'image/webp'
/** Why a file is not taken as a photo: `heic` is a photo that hardly any browser shows. */
export type NoPhoto = { state: 'heic' | 'not-photo' | 'broken' | 'too-many-pixels' }

const mostPixels = 120_000_000

/**
 * Reads a JPEG, PNG or WebP by its first bytes and takes out what was noted beside the picture: place, time, camera, thumbnail, comments, and whatever
 * phones append after the picture (short films). The colour profile and which way is up stay. Formats: ITU-T T.81, Exif 2.32, PNG (3rd edition), RFC 9649.
 */
export function readPhoto(file: Uint8Array): Photo | NoPhoto {
  const media = mediaOf(file)
  if (media === 'heic') return { state: 'heic' }
  if (media === undefined) return { state: 'not-photo' }
  const cleaned = cleaners[media](file)
  if (cleaned === undefined || cleaned.width < 1 || cleaned.height < 1) return { state: 'broken' }
  if (cleaned.width * cleaned.height > mostPixels) return { state: 'too-many-pixels' }
  return { state: 'read', media, ...cleaned }
}

type Cleaned = { bytes: Uint8Array; width: number; height: number; hadPlace: boolean }

const latin = (bytes: Uint8Array, from: number, until: number) =>
  Buffer.from(bytes.subarray(from, until)).toString('latin1')
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function mediaOf(file: Uint8Array): PhotoMedia | 'heic' | undefined {
  if (file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff) return 'image/jpeg'
  if (latin(file, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (latin(file, 0, 4) === 'RIFF' && latin(file, 8, 12) === 'WEBP') return 'image/webp'
  if (
    latin(file, 4, 8) === 'ftyp' &&
    /^(?:heic|heix|hevc|heim|heis|mif1|msf1|avif)/u.test(latin(file, 8, 12))
  )
    return 'heic'
  return undefined
}

const cleaners: Record<PhotoMedia, (file: Uint8Array) => Cleaned | undefined> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
}

function cleanJpeg(file: Uint8Array): Cleaned | undefined {
  const view = viewOf(file)
  const kept: Uint8Array[] = [file.subarray(0, 2)]
  let [width, height, hadPlace, turned] = [0, 0, false, 1]
  for (let at = 2; at + 4 <= file.length;) {
    const marker = view.getUint16(at)
    if (marker === 0xffff) {
      at += 1
      continue
    }
    if (marker >> 8 !== 0xff) return undefined
    const length = view.getUint16(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > file.length) return undefined
    const named = latin(file, at + 4, Math.min(end, at + 40))
    if (marker === 0xffe1) {
      const noted = file.subarray(at + 4, end)
      hadPlace ||= notesPlace(noted)
      if (named.startsWith('Exif\0\0')) turned = orientationOf(noted.subarray(6)) ?? turned
    } else if (isPicture(marker, named)) kept.push(file.subarray(at, end))
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker) && length >= 8) {
      height = view.getUint16(at + 5)
      width = view.getUint16(at + 7)
    }
    at = end
    if (marker !== 0xffda) continue
    const scansEnd = endOfScans(file, at)
    if (scansEnd === undefined) return undefined
    kept.push(file.subarray(at, scansEnd), Uint8Array.of(0xff, 0xd9))
    if (turned !== 1) kept.splice(1, 0, orientationSegment(turned))
    return { bytes: Buffer.concat(kept), width, height, hadPlace }
  }
  return undefined
}

/** What belongs to the picture itself: of the application segments JFIF, the colour profile and Adobe's colour transform; no comments. */
function isPicture(marker: number, named: string): boolean {
  if (marker === 0xfffe) return false
  if (marker < 0xffe0 || marker > 0xffef) return true
  if (marker === 0xffe0) return named.startsWith('JFIF\0')
  if (marker === 0xffe2) return named.startsWith('ICC_PROFILE\0')
  return marker === 0xffee && named.startsWith('Adobe')
}

/** Where the picture ends: the first end marker after its data (in which 0xff00 and restart markers may stand, and tables between scans). */
function endOfScans(file: Uint8Array, from: number): number | undefined {
  const end = Buffer.from(file.buffer, file.byteOffset, file.byteLength).indexOf(Buffer.of(0xff, 0xd9), from)
  return end === -1 ? undefined : end
}

const notesPlace = (noted: Uint8Array) => {
  const text = latin(noted, 0, noted.length)
  return (
    /GPS(?:Latitude|Longitude)|photoshop:City|Iptc4xmpCore:Location/u.test(text) || gpsIn(noted.subarray(6))
  )
}

type Entry = { tag: number; at: number }

/** The entries of the first directory of Exif's TIFF, and how its numbers are written. */
function directory(tiff: Uint8Array): { entries: Entry[]; view: DataView; isLittle: boolean } | undefined {
  if (tiff.length < 14) return undefined
  const order = latin(tiff, 0, 2)
  if (order !== 'II' && order !== 'MM') return undefined
  const isLittle = order === 'II'
  const view = viewOf(tiff)
  const start = view.getUint32(4, isLittle)
  if (start + 2 > tiff.length) return undefined
  const entries: Entry[] = []
  for (let nth = 0; nth < view.getUint16(start, isLittle); nth++) {
    const at = start + 2 + nth * 12
    if (at + 12 > tiff.length) break
    entries.push({ tag: view.getUint16(at, isLittle), at })
  }
  return { entries, view, isLittle }
}

const gpsIn = (tiff: Uint8Array) => directory(tiff)?.entries.some(({ tag }) => tag === 0x8825) === true

function orientationOf(tiff: Uint8Array): number | undefined {
  const found = directory(tiff)
  const entry = found?.entries.find(({ tag }) => tag === 0x0112)
  if (!found || !entry) return undefined
  const turned = found.view.getUint16(entry.at + 8, found.isLittle)
  return turned >= 1 && turned <= 8 ? turned : undefined
}

/** Exif that says nothing but which way is up. */
function orientationSegment(turned: number): Uint8Array {
  const body = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
  body.writeUInt16BE(turned, 6 + 8 + 2 + 8)
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Chunks of a PNG without which it would look different. */
const pngKept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'bKGD',
  'pHYs',
])

function cleanPng(file: Uint8Array): Cleaned | undefined {
  const view = viewOf(file)
  const kept: Uint8Array[] = [file.subarray(0, 8)]
  let [width, height, hadPlace] = [0, 0, false]
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + view.getUint32(at)
    if (end > file.length) return undefined
    const kind = latin(file, at + 4, at + 8)
    if (kind === 'IHDR') [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    if (pngKept.has(kind)) kept.push(file.subarray(at, end))
    else {
      const noted = file.subarray(at + 8, end - 4)
      hadPlace ||= kind === 'eXIf' ? gpsIn(noted) : notesPlace(noted)
    }
    at = end
    if (kind === 'IEND') return { bytes: Buffer.concat(kept), width, height, hadPlace }
  }
  return undefined
}

function cleanWebp(file: Uint8Array): Cleaned | undefined {
  const view = viewOf(file)
  const kept: Uint8Array[] = []
  let [width, height, hadPlace] = [0, 0, false]
  for (let at = 12; at + 8 <= file.length;) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > file.length) return undefined
    const kind = latin(file, at, at + 4)
    const noted = file.subarray(at + 8, at + 8 + size)
    if (kind === 'EXIF' || kind === 'XMP ') {
      // Some writers keep the heading "Exif\0\0" before it, others do not.
      hadPlace ||= notesPlace(noted) || gpsIn(noted)
    } else if (['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'].includes(kind)) {
      const chunk = Buffer.from(file.subarray(at, end))
      // The flags that Exif and XMP follow are cleared.
      if (kind === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0b1100
      kept.push(chunk)
      const found = webpSize(kind, noted)
      if (found && width === 0) [width, height] = found
    }
    at = end
  }
  const body = Buffer.concat(kept)
  const head = Buffer.from(file.subarray(0, 12))
  head.writeUInt32LE(body.length + 4, 4)
  return width === 0 ? undefined : { bytes: Buffer.concat([head, body]), width, height, hadPlace }
}

function webpSize(kind: string, data: Uint8Array): [number, number] | undefined {
  const byte = (at: number) => data[at] ?? 0
  if (data.length < 10) return undefined
  if (kind === 'VP8X')
    return [1 + byte(4) + (byte(5) << 8) + (byte(6) << 16), 1 + byte(7) + (byte(8) << 8) + (byte(9) << 16)]
  if (kind === 'VP8 ') return [(byte(6) | (byte(7) << 8)) & 0x3fff, (byte(8) | (byte(9) << 8)) & 0x3fff]
  if (kind !== 'VP8L') return undefined
  const bits = byte(1) | (byte(2) << 8) | (byte(3) << 16) | (byte(4) << 24)
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
}
