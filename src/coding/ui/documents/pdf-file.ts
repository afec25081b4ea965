type Drawing = { page: number; canvas: HTMLCanvasElement; width: number; signal: AbortSignal }

/** A PDF that is open. `draw` puts a page on a canvas and says how wide it is for its height, and its words for who hears the page. */
export type OpenPdf = { draw: (drawing: Drawing) => Promise<{ ratio: number; text: string }> }

/**
 * Opens a PDF of this installation. What draws it is large and comes only now. Letters are drawn as outlines, so that nothing but the program's own
 * files is loaded, and nothing in a PDF is run. Throws what pdf.js throws of a file that is none.
 */
export async function openPdf(address: string, signal: AbortSignal): Promise<OpenPdf> {
  const { getDocument } = await import('unpdf/pdfjs')
  const loading = getDocument({ url: address, disableFontFace: true, verbosity: 0, stopAtErrors: false })
  signal.addEventListener('abort', () => void loading.destroy())
  const pdf = await loading.promise
  return {
    draw: async ({ page: number, canvas, width, signal: end }) => {
      const page = await pdf.getPage(number)
      const whole = page.getViewport({ scale: 1 })
      const scale = (width / whole.width) * Math.min(2, globalThis.devicePixelRatio)
      const viewport = page.getViewport({ scale })
      canvas.width = Math.ceil(viewport.width)
      canvas.height = Math.ceil(viewport.height)
      const task = page.render({ canvas, viewport })
      end.addEventListener('abort', () => task.cancel())
      await task.promise
      const { items } = await page.getTextContent()
      const text = items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' ')
      return { ratio: whole.width / whole.height, text }
    },
  }
}
