import type { PageDefinition } from '../../../web/kit/page.ts'

export { ImportState } from './import-state.tsx'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/imports',
    title: 'collect.imports.title',
    permission: 'collect.read',
    nav: { group: 'collect', order: 10, label: 'collect.imports.nav' },
    load: () => import('./imports-page.tsx'),
  },
  {
    path: '/w/$workspaceId/imports/$importId',
    title: 'collect.import.title',
    permission: 'collect.write',
    load: () => import('./import-page.tsx'),
  },
  {
    path: '/w/$workspaceId/events',
    title: 'collect.events.title',
    permission: 'collect.read',
    nav: { group: 'collect', order: 20, label: 'collect.events.nav' },
    load: () => import('./events-page.tsx'),
  },
]
