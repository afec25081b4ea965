import type { PageDefinition } from '../../../web/kit/page.ts'

export { useFactText } from './fact-text.ts'
export { registerPersonSections, type PersonSectionDefinition } from './person-sections.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/people',
    title: 'people.list.title',
    permission: 'people.count',
    nav: { group: 'people', order: 10 },
    load: () => import('./people-page.tsx'),
  },
  {
    path: '/w/$workspaceId/people/$personId',
    title: 'people.person.title',
    permission: 'people.read',
    load: () => import('./person-page.tsx'),
  },
  {
    path: '/w/$workspaceId/special-categories',
    title: 'people.special.title',
    permission: 'sources.read',
    nav: { group: 'consent', order: 30 },
    load: () => import('./special-categories-page.tsx'),
  },
]
