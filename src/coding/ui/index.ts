import type { PageDefinition } from '../../../web/kit/page.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/interviews/$interviewId',
    title: 'coding.reader.title',
    permission: 'transcripts.read',
    load: () => import('./reader-page.tsx'),
  },
  {
    path: '/w/$workspaceId/codes',
    title: 'coding.codes.title',
    permission: 'coding.read',
    nav: { group: 'studies', order: 20 },
    load: () => import('./codes-page.tsx'),
  },
  {
    path: '/w/$workspaceId/codes/$codeId',
    title: 'coding.code.title',
    permission: 'coding.read',
    load: () => import('./code-page.tsx'),
  },
]
