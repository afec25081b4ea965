import type { PageDefinition } from '../../../web/kit/page.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/legal-bases',
    title: 'sources.title',
    permission: 'sources.read',
    nav: { group: 'consent', order: 20 },
    load: () => import('./sources-page.tsx'),
  },
]
