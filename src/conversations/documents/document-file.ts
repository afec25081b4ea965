import { Problem, type Asker } from '../../platform/index.ts'
import { askPages } from '../transcripts/ask-reader.ts'
import { largestPdf, largestPhoto } from './document.schema.ts'
import { readPhoto, type NoPhoto } from './photo.ts'

/** A file as it is kept. */
export type DocumentFile = {
  kind: 'pdf' | 'photo'
  media: string
  bytes: Uint8Array
  pages: number
  placeRemoved: boolean
}

/**
 * Looks at what somebody sent and readies it to be kept. Throws `document-too-large` (413) and, all 422, `photo-heic`, `photo-broken`, `photo-too-many-pixels`,
 * `pdf-locked`, `pdf-unreadable`, and `document-kind` for anything else.
 */
export async function readDocumentFile({
  workspaceId,
  bytes,
}: {
  workspaceId: string
  bytes: Uint8Array
}): Promise<DocumentFile> {
  // Some programs write a few bytes before a PDF's own beginning.
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'))
    return readPdfFile({ whose: workspaceId }, bytes)
  if (bytes.length > largestPhoto) throw tooLarge('A photo may have at most 32 MB.')
  const photo = readPhoto(bytes)
  if (photo.state !== 'read') throw notTaken(photo)
  const { media, hadPlace } = photo
  return { kind: 'photo', media, bytes: photo.bytes, pages: 1, placeRemoved: hadPlace }
}

async function readPdfFile(asker: Asker, bytes: Uint8Array): Promise<DocumentFile> {
  if (bytes.length > largestPdf) throw tooLarge('A PDF may have at most 96 MB.')
  const counted = await askPages(asker, bytes)
  if (counted.state === 'locked')
    throw unreadable(
      'pdf-locked',
      'This PDF is locked with a password. Save it without one, then bring it in.',
    )
  if (counted.state !== 'read' || counted.pages.length === 0)
    throw unreadable('pdf-unreadable', 'This PDF is damaged or far too large unpacked. Export it again.')
  return { kind: 'pdf', media: 'application/pdf', bytes, pages: counted.pages.length, placeRemoved: false }
}

function notTaken({ state }: NoPhoto): Problem {
  if (state === 'heic')
    return unreadable(
      'photo-heic',
      'Hardly any browser shows HEIC and AVIF photos. Save it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible), then bring it in.',
    )
  if (state === 'broken')
    return unreadable('photo-broken', 'This photo is damaged or only half there. Copy it again.')
  if (state === 'too-many-pixels')
    return unreadable(
      'photo-too-many-pixels',
      'This picture has more than 120 million pixels. Make it smaller.',
    )
  return unreadable('document-kind', 'Photos come as JPEG, PNG or WebP, documents as PDF. This is neither.')
}

const unreadable = (id: string, detail: string) => new Problem({ id, status: 422, detail })
const tooLarge = (detail: string) => new Problem({ id: 'document-too-large', status: 413, detail })
