import type { ReactNode } from 'react'
import { Link } from './link.tsx'

type PageHeaderProps = {
  title: ReactNode
  /** One or two sentences: what this page answers. */
  lead?: ReactNode
  /** Where one comes from: "Segments". */
  back?: { href: string; label: string }
  /** At most one primary button. */
  actions?: ReactNode
}

/** The head of a page, with its only h1. */
export function PageHeader({ title, lead, back, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 grow basis-80">
        {back && (
          <div className="mb-1 text-sm" data-screen-only>
            <Link href={back.href}>← {back.label}</Link>
          </div>
        )}
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {lead && <p className="mt-1.5 max-w-prose text-soft">{lead}</p>}
      </div>
      {actions && (
        <div className="flex flex-wrap gap-2" data-screen-only>
          {actions}
        </div>
      )}
    </header>
  )
}

type SectionProps = Omit<PageHeaderProps, 'back'> & {
  children: ReactNode
  /** Holds only what is done here and nothing to read on paper. */
  isScreenOnly?: boolean
}

/** A part of a page with its heading. */
export function Section({ title, lead, actions, children, isScreenOnly = false }: SectionProps) {
  return (
    <section className="mt-12 first:mt-0" {...(isScreenOnly ? { 'data-screen-only': true } : {})}>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">{title}</h2>
          {lead && <p className="max-w-prose text-sm text-soft">{lead}</p>}
        </div>
        {actions && (
          <div className="flex flex-wrap gap-2" data-screen-only>
            {actions}
          </div>
        )}
      </div>
      {children}
    </section>
  )
}
