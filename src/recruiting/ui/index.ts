import type { PageDefinition } from '../../../web/kit/page.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/studies/$studyId/recruiting',
    title: 'recruiting.title',
    permission: 'studies.read',
    study: [{ step: 'recruit', order: 10 }],
    load: () => import('./recruiting-page.tsx'),
  },
  {
    path: '/w/$workspaceId/hours',
    title: 'recruiting.hours.title',
    permission: 'studies.read',
    nav: { group: 'studies', order: 40 },
    study: [{ step: 'recruit', order: 30 }],
    load: () => import('./hours-page.tsx'),
  },
]
