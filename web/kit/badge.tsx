import type { ReactNode } from 'react'

export type BadgeLook = 'neutral' | 'accent' | 'good' | 'warning' | 'danger'

/** A state in one or two words. Colour only repeats what the word says. */
export function Badge({ look = 'neutral', children }: { look?: BadgeLook; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center rounded-full px-2 text-xs font-medium whitespace-nowrap ${looks[look]}`}
    >
      {children}
    </span>
  )
}

const looks: Record<BadgeLook, string> = {
  neutral: 'bg-hover text-ink',
  accent: 'bg-accent-soft text-accent-strong',
  good: 'bg-good-soft text-good',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}
