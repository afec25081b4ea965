import type { PageDefinition } from '../../../web/kit/page.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/words',
    title: 'words.title',
    permission: 'words.read',
    nav: { group: 'words', order: 10 },
    load: () => import('./words-page.tsx'),
  },
]
