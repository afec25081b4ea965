import { Worker } from 'node:worker_threads'
import { linesOfPages, type PdfPage } from './pdf-lines.ts'
import { readLines, type TextTurns } from './plain-text.ts'
import { newDroppedList } from './transcript.ts'

/** A page with its width in points. */
export type SizedPage = PdfPage & { width: number }

/** What the thread that opens a PDF answers. */
export type PdfSaid = { state: 'read'; pages: SizedPage[] } | { state: 'locked' | 'broken' | 'too-large' }

/** The words of a PDF, or why there are none: `scanned` is pictures of pages without text. */
export type Pdf =
  | { state: 'read'; turns: TextTurns }
  | { state: 'locked' | 'broken' | 'too-large' | 'scanned' }

/** A day of talk is 400 pages. */
const mostPages = 3000
const longestMs = 60_000
/** How much more memory the program may take while a PDF is opened; a page made to unpack without end takes more. */
const mostMemory = 1024 * 1024 * 1024

/**
 * Reads the text of a PDF line by line: two columns one after the other, words cut at a line's end put together
 * again, what stands at the head or foot of every page left out and said. It is opened in a thread of its own, which
 * is ended when it takes more than a minute or a gigabyte.
 */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const said = await openInThread(bytes)
  if (said.state !== 'read') return said
  const dropped = newDroppedList()
  const turns = readLines(linesOfPages(said.pages, dropped), dropped)
  return turns.utterances.length === 0 ? { state: 'scanned' } : { state: 'read', turns }
}

/** How many pages a PDF has, or why that cannot be said. */
export async function countPdfPages(
  bytes: Uint8Array,
): Promise<{ state: 'read'; pages: number } | { state: 'locked' | 'broken' | 'too-large' }> {
  const said = await openInThread(bytes)
  return said.state === 'read' ? { state: 'read', pages: said.pages.length } : said
}

/** Width and height of each page in points, as it stands in the file; undefined where it cannot be opened. */
export async function pdfPageSizes(
  bytes: Uint8Array,
): Promise<{ width: number; height: number }[] | undefined> {
  const said = await openInThread(bytes)
  return said.state === 'read' ? said.pages.map(({ width, height }) => ({ width, height })) : undefined
}

function openInThread(bytes: Uint8Array): Promise<PdfSaid> {
  const copy = Uint8Array.from(bytes)
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: { bytes: copy, mostPages },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    stdout: true,
    stderr: true,
  })
  const { promise, resolve } = Promise.withResolvers<PdfSaid>()
  const before = process.memoryUsage.rss()
  const limit = setTimeout(() => resolve({ state: 'too-large' }), longestMs)
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > mostMemory) resolve({ state: 'too-large' })
  }, 100)
  worker.on('message', resolve)
  worker.on('error', (error: Error & { code?: string }) =>
    resolve({ state: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken' }),
  )
  worker.on('exit', () => resolve({ state: 'broken' }))
  return promise.finally(() => {
    clearTimeout(limit)
    clearInterval(watch)
    void worker.terminate()
  })
}
