import type { PageDefinition } from '../../../web/kit/page.ts'
import type { PersonSectionDefinition } from '../../people/ui/index.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/requests',
    title: 'requests.title',
    permission: 'people.export',
    nav: { group: 'consent', order: 40 },
    load: () => import('./requests-page.tsx'),
  },
]

/** On a person's page: take everything out, or erase. */
export const personSections: PersonSectionDefinition[] = [
  {
    id: 'requests',
    title: 'requests.rights',
    permission: 'people.export',
    order: 90,
    isScreenOnly: true,
    load: () => import('./rights-section.tsx'),
  },
]
