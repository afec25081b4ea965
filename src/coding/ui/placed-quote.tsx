import type { ReactNode } from 'react'
import { Quote, useMay, useWorkspace } from '../../../web/kit/index.ts'
import { PlayQuote } from './sound/play-quote.tsx'

type Placed = {
  interviewId: string
  utteranceId: string
  highlightId?: string | null
  who: string
  when: string
}

/** A quote that plays its sound and leads to where it was said, for those who may read it there. `children` are its words. */
export function PlacedQuote({ quote, lang, children }: { quote: Placed; lang: string; children: ReactNode }) {
  const { id } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  return (
    <Quote
      who={quote.who}
      when={quote.when}
      lang={lang}
      href={mayRead ? `/w/${id}/interviews/${quote.interviewId}?u=${quote.utteranceId}` : undefined}
      action={<PlayQuote quote={quote} />}
    >
      {children}
    </Quote>
  )
}
