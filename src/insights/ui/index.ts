import type { PageDefinition } from '../../../web/kit/page.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId',
    title: 'insights.home.title',
    nav: { group: 'home', order: 10 },
    load: () => import('./home-page.tsx'),
  },
  {
    path: '/w/$workspaceId/segments/$segmentId/portrait',
    title: 'insights.portrait.title',
    permission: 'portraits.read',
    load: () => import('./portrait-page.tsx'),
  },
]
