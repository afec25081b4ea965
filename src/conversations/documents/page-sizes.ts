import { askPages } from '../transcripts/ask-reader.ts'
import { readPhoto } from './photo.ts'

export type PageSize = { width: number; height: number }

/** How large each page of a document is: a photo's pixels, a PDF's points. Undefined where it cannot be opened. */
export async function pageSizes(document: {
  workspaceId: string
  kind: 'photo' | 'pdf'
  bytes: Uint8Array
}): Promise<PageSize[] | undefined> {
  if (document.kind === 'pdf') {
    const measured = await askPages({ whose: document.workspaceId }, document.bytes)
    return measured.state === 'read' ? measured.pages : undefined
  }
  const photo = readPhoto(document.bytes)
  return photo.state === 'read' ? [{ width: photo.width, height: photo.height }] : undefined
}
