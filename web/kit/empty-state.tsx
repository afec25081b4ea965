import type { ReactNode } from 'react'

/** Where there is nothing yet: what would stand here, why it matters, and the button that begins it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-start gap-1 rounded-lg border border-dashed border-line-strong/70 px-6 py-8 md:px-10 md:py-12">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children && <div className="max-w-prose text-soft">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
