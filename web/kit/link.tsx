import type { ReactNode } from 'react'
import { Link as AriaLink } from 'react-aria-components/Link'

/** A link inside the app, or outside it when `href` is absolute (then it opens a new tab). */
export function Link({
  href,
  children,
  look = 'text',
}: {
  href: string
  children: ReactNode
  look?: 'text' | 'plain'
}) {
  const away = /^https?:/.test(href) ? { target: '_blank', rel: 'noreferrer' } : {}
  const className =
    look === 'text'
      ? 'rounded-sm text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-accent'
      : 'rounded-sm text-ink no-underline hover:text-accent hover:underline underline-offset-3'
  return (
    <AriaLink href={href} className={className} {...away}>
      {children}
    </AriaLink>
  )
}
