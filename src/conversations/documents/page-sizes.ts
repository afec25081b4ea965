import { pdfPageSizes } from '../transcripts/pdf.ts'
import { readPhoto } from './photo.ts'

export type PageSize = { width: number; height: number }

/** How large each page of a document is: a photo's pixels, a PDF's points. Undefined where it cannot be opened. */
export async function pageSizes(document: {
  kind: 'photo' | 'pdf'
  bytes: Uint8Array
}): Promise<PageSize[] | undefined> {
  if (document.kind === 'pdf') return pdfPageSizes(document.bytes)
  const photo = readPhoto(document.bytes)
  return photo.state === 'read' ? [{ width: photo.width, height: photo.height }] : undefined
}
