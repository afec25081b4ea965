import { getDocumentProxy } from 'unpdf'
import { parentPort, workerData } from 'node:worker_threads'
import type { PdfRun } from './pdf-lines.ts'
import type { PdfSaid, SizedPage } from './pdf.ts'

// Runs in a thread of its own: a page made to be slow holds up nobody, and the thread can be ended.

const given = workerData as { bytes: Uint8Array; mostPages: number }

parentPort?.postMessage(await readPages())

async function readPages(): Promise<PdfSaid> {
  try {
    const document = await getDocumentProxy(given.bytes, { verbosity: 0, stopAtErrors: false })
    if (document.numPages > given.mostPages) return { state: 'too-large' }
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
