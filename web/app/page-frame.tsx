import { use, useState, type ReactNode } from 'react'
import type { PageDefinition } from '../kit/page.ts'
import { PageNameContext, PageTitleContext } from '../kit/routing.ts'
import { WorkspaceContext } from '../kit/session.tsx'
import { useText } from '../kit/text.tsx'
import { ForbiddenPage } from './broken-page.tsx'

/** Around every page: the document's title, and whether the member may open it. */
export function PageFrame({ page, children }: { page: PageDefinition; children: ReactNode }) {
  const t = useText()
  const workspace = use(WorkspaceContext)
  const [title, name] = useState<string>()
  const isForbidden = page.permission && workspace && !workspace.permissions.includes(page.permission)
  return (
    <PageTitleContext value={name}>
      <title>{[title ?? t(page.title), workspace?.name, 'Samtale'].filter(Boolean).join(' · ')}</title>
      <PageNameContext value={t(page.title)}>
        {isForbidden ? <ForbiddenPage workspace={workspace.name} /> : children}
      </PageNameContext>
    </PageTitleContext>
  )
}
