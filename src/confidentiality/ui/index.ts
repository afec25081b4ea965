import type { PageDefinition } from '../../../web/kit/page.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/studies/$studyId/confidentiality',
    title: 'confidentiality.title',
    permission: 'studies.read',
    load: () => import('./confidentiality-page.tsx'),
  },
]
