import type { ReactNode } from 'react'

type EmptyStateProps = {
  title: string
  children?: ReactNode
  action?: ReactNode
  /** `h1` where it is all there is on the page. */
  heading?: 'h1' | 'h2'
}

/** Where there is nothing yet: what would stand here, why it matters, and the button that begins it. On paper only that there is nothing. */
export function EmptyState({ title, children, action, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-1 rounded-lg border border-dashed border-line-strong/70 px-6 py-8 md:px-10 md:py-12 print:border-0 print:p-0!">
      <Heading className="text-lg font-semibold print:text-base print:font-normal">{title}</Heading>
      {children && (
        <div className="max-w-prose text-soft" data-screen-only>
          {children}
        </div>
      )}
      {action && (
        <div className="mt-4 flex flex-wrap gap-2" data-screen-only>
          {action}
        </div>
      )}
    </div>
  )
}
