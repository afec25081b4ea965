import type { ReactNode } from 'react'
import { useFormat } from './format.ts'
import { Link } from './link.tsx'
import { useText } from './text.tsx'

type QuoteProps = {
  /** The person's own words, unchanged. */
  children: ReactNode
  /** A pseudonym, never a name; empty where somebody wants to be quoted without. */
  who: string
  /** When it was said (ISO 8601). */
  when?: string | undefined
  /** The place in the conversation. */
  href?: string | undefined
  /** Language of the words, so that they are read aloud and hyphenated rightly. */
  lang?: string
  /** What can be done with it, e.g. hear it. */
  action?: ReactNode
}

/** Somebody's own words: set as a quote, with who, when and the way to where it was said. */
export function Quote({ children, who, when, href, lang, action }: QuoteProps) {
  const t = useText()
  const format = useFormat()
  return (
    <figure className="max-w-prose border-l-2 border-accent/50 pl-4">
      <blockquote lang={lang} dir="auto" className="font-quote text-lg leading-7 whitespace-pre-line">
        {children}
      </blockquote>
      <figcaption className="mt-1.5 flex flex-wrap items-center gap-x-2 text-sm text-soft">
        {who !== '' && <span className="font-medium text-ink">{who}</span>}
        {when && <time dateTime={when}>{format.date(when)}</time>}
        {(href !== undefined || action !== undefined) && (
          <span data-screen-only className="flex flex-wrap items-center gap-x-2">
            {href && <Link href={href}>{t('kit.quote.place')}</Link>}
            {action}
          </span>
        )}
      </figcaption>
    </figure>
  )
}
