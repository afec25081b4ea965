import type { PageDefinition } from '../../../web/kit/page.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/studies/$studyId/recruiting',
    title: 'recruiting.title',
    permission: 'studies.read',
    load: () => import('./recruiting-page.tsx'),
  },
  {
    path: '/w/$workspaceId/hours',
    title: 'recruiting.hours.title',
    permission: 'studies.read',
    nav: { group: 'studies', order: 40 },
    load: () => import('./hours-page.tsx'),
  },
]
