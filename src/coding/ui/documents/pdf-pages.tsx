import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Notice, Skeleton, useText } from '../../../../web/kit/index.ts'
import { openPdf, type OpenPdf } from './pdf-file.ts'

type PagesProps = { address: string; pages: number; over: (page: number) => ReactNode }

/** The pages of a PDF one below the other, each drawn when it comes near the window; `over` lies on each. */
export function PdfPages({ address, pages, over }: PagesProps) {
  const t = useText()
  const pdf = usePdf(address)
  if (pdf === 'failed')
    return (
      <Notice look="warning" title={t('coding.documents.not.drawn')}>
        {t('coding.documents.not.drawn.todo')}
      </Notice>
    )
  return (
    <ol className="flex flex-col gap-6">
      {Array.from({ length: pages }, (_, place) => (
        <li key={place} id={`page-${place + 1}`} className="scroll-my-6">
          <p className="mb-1 text-xs text-soft">{t('coding.documents.page', { page: place + 1, pages })}</p>
          <div className="relative">
            <PdfPage pdf={pdf} page={place + 1} />
            {over(place + 1)}
          </div>
        </li>
      ))}
    </ol>
  )
}

function usePdf(address: string): OpenPdf | 'opening' | 'failed' {
  const [state, set] = useState<OpenPdf | 'opening' | 'failed'>('opening')
  useEffect(() => {
    const end = new AbortController()
    openPdf(address, end.signal).then(set, () => end.signal.aborted || set('failed'))
    return () => end.abort()
  }, [address])
  return state
}

function PdfPage({ pdf, page }: { pdf: OpenPdf | 'opening'; page: number }) {
  const t = useText()
  const frame = useRef<HTMLDivElement>(null)
  const [isNear, come] = useState(false)
  const [drawn, set] = useState<{ ratio: number; text: string }>()
  useEffect(() => {
    const { current: element } = frame
    if (!element) return undefined
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && come(true), {
      rootMargin: '100% 0px',
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const canvas = frame.current?.querySelector('canvas')
    if (!isNear || typeof pdf === 'string' || !canvas) return undefined
    const end = new AbortController()
    pdf
      .draw({ page, canvas, width: canvas.parentElement?.clientWidth ?? 600, signal: end.signal })
      .then(set, () => undefined)
    return () => end.abort()
  }, [pdf, page, isNear])
  return (
    <div
      ref={frame}
      aria-busy={isNear && drawn === undefined}
      className="relative overflow-hidden rounded-md border border-line bg-white"
      style={{ aspectRatio: drawn?.ratio ?? 0.707 }}
    >
      {isNear && drawn === undefined && <Skeleton lines={6} />}
      <canvas className="absolute inset-0 size-full" aria-hidden />
      {drawn && <p className="sr-only">{drawn.text || t('coding.documents.no.text')}</p>}
    </div>
  )
}
