import { linesOfPages, type PdfPage, type PdfRun } from './pdf-lines.ts'
import { readLines, type TextTurns } from './plain-text.ts'
import { newDroppedList } from './transcript.ts'

/** A page with its width in points. */
type SizedPage = PdfPage & { width: number }

type OpenedPdf = { state: 'read'; pages: SizedPage[] } | { state: 'locked' | 'broken' | 'too-large' }

/** The words of a PDF, or why there are none: `scanned` is pictures of pages without text. */
export type Pdf =
  | { state: 'read'; turns: TextTurns }
  | { state: 'locked' | 'broken' | 'too-large' | 'scanned' }

/** How wide and high each page of a PDF is in points, or why that cannot be said. */
export type PdfSizes =
  | { state: 'read'; pages: { width: number; height: number }[] }
  | { state: 'locked' | 'broken' | 'too-large' }

/** A day of talk is 400 pages. */
const mostPages = 3000

/**
 * Reads the text of a PDF line by line: two columns one after the other, words cut at a line's end put together
 * again, what stands at the head or foot of every page left out and said. A page can be made to unpack without end: only in a thread that can be ended.
 */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const opened = await openPdf(bytes)
  if (opened.state !== 'read') return opened
  const dropped = newDroppedList()
  const turns = readLines(linesOfPages(opened.pages, dropped), dropped)
  return turns.utterances.length === 0 ? { state: 'scanned' } : { state: 'read', turns }
}

/** The pages of a PDF as they stand in the file; in a thread only. */
export async function measurePdf(bytes: Uint8Array): Promise<PdfSizes> {
  const opened = await openPdf(bytes)
  if (opened.state !== 'read') return opened
  return { state: 'read', pages: opened.pages.map(({ width, height }) => ({ width, height })) }
}

/** Readers of PDF look for its mark in the first kilobyte, because mail gateways put lines above it. */
export function isPdf(bytes: Uint8Array): boolean {
  return /(?:^|[\r\n])(?:\xef\xbb\xbf)?%PDF-/u.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))
}

async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  // Large, and needed by those who open a PDF only.
  const { getDocumentProxy } = await import('unpdf')
  try {
    // The reader takes the bytes over.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, stopAtErrors: false })
    if (document.numPages > mostPages) return { state: 'too-large' }
    const pages: SizedPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      const { items } = await page.getTextContent()
      const runs = items.flatMap((item): PdfRun[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
        const size = Math.hypot(c, d) || item.height || 10
        return [{ text: item.str, x, y: y - bottom, width: item.width, size, isRtl: item.dir === 'rtl' }]
      })
      pages.push({ width: right - left, height: top - bottom, runs })
      page.cleanup()
    }
    return { state: 'read', pages }
  } catch (error) {
    return { state: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken' }
  }
}
