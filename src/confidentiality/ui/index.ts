import type { PageDefinition } from '../../../web/kit/page.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/studies/$studyId/confidentiality',
    title: 'confidentiality.title',
    permission: 'studies.read',
    study: [{ step: 'transcripts', order: 50 }],
    load: () => import('./confidentiality-page.tsx'),
  },
]
