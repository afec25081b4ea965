import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** What most do not need, folded away until somebody wants it. */
export function Fold({
  title,
  isOpen = false,
  children,
}: {
  title: ReactNode
  isOpen?: boolean
  children: ReactNode
}) {
  return (
    <details className="group/fold" open={isOpen} data-screen-only>
      <summary className="control-height flex w-fit cursor-pointer list-none items-center gap-1 rounded-md text-sm font-medium text-accent-strong [&::-webkit-details-marker]:hidden">
        <span className="-rotate-90 group-open/fold:rotate-0">
          <Icon name="chevron" size={18} />
        </span>
        {title}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  )
}
