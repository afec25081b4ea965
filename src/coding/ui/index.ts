import type { PageDefinition } from '../../../web/kit/page.ts'
import type { RecordingPartDefinition } from '../../conversations/ui/index.ts'
import type { PersonSectionDefinition } from '../../people/ui/index.ts'

export { registerPassageParts, type PassagePartDefinition } from './passage-parts.ts'
export { PlacedQuote } from './placed-quote.tsx'

/** Around the player of a recording: codes of its stretches. */
export const recordingParts: RecordingPartDefinition[] = [
  { load: () => import('./sound/recording-coding.tsx') },
]

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/interviews/$interviewId',
    title: 'coding.reader.title',
    permission: 'transcripts.read',
    within: 'studies',
    load: () => import('./reader-page.tsx'),
  },
  {
    path: '/w/$workspaceId/documents/$documentId',
    title: 'coding.documents.title',
    permission: 'transcripts.read',
    within: 'studies',
    load: () => import('./documents/document-page.tsx'),
  },
  {
    path: '/w/$workspaceId/answers/$answersId',
    title: 'coding.answers.title',
    permission: 'transcripts.read',
    within: 'studies',
    load: () => import('./answers-page.tsx'),
  },
  {
    path: '/w/$workspaceId/search',
    title: 'coding.search.title',
    permission: 'transcripts.read',
    nav: { group: 'studies', order: 15 },
    load: () => import('./search-page.tsx'),
  },
  {
    path: '/w/$workspaceId/saturation',
    title: 'coding.saturation.title',
    permission: 'coding.read',
    within: 'studies',
    study: [{ step: 'understand', order: 20, label: 'coding.saturation.nav' }],
    load: () => import('./saturation-page.tsx'),
  },
  {
    path: '/w/$workspaceId/memos',
    title: 'coding.memos.title',
    permission: 'transcripts.read',
    within: 'studies',
    study: [{ step: 'code', order: 30, label: 'coding.memos' }],
    load: () => import('./memos/memos-page.tsx'),
  },
  {
    path: '/w/$workspaceId/double-coding',
    title: 'coding.rounds.title',
    permission: 'coding.read',
    within: 'studies',
    study: [{ step: 'code', order: 20, label: 'coding.rounds.nav' }],
    load: () => import('./rounds-page.tsx'),
  },
  {
    path: '/w/$workspaceId/double-coding/$roundId',
    title: 'coding.rounds.title',
    permission: 'coding.read',
    within: 'studies',
    load: () => import('./round-page.tsx'),
  },
  {
    path: '/w/$workspaceId/codes',
    title: 'coding.codes.title',
    permission: 'coding.read',
    nav: { group: 'studies', order: 20 },
    study: [{ step: 'code', order: 10 }],
    load: () => import('./codes-page.tsx'),
  },
  {
    path: '/w/$workspaceId/codes/$codeId',
    title: 'coding.code.title',
    permission: 'coding.read',
    load: () => import('./code-page.tsx'),
  },
  {
    path: '/w/$workspaceId/exchange',
    title: 'coding.exchange.title',
    permission: 'coding.read',
    nav: { group: 'studies', order: 60, label: 'coding.exchange.nav' },
    study: [{ step: 'report', order: 20, label: 'coding.exchange.nav' }],
    load: () => import('./exchange-page.tsx'),
  },
  {
    path: '/w/$workspaceId/exchange/$codingImportId',
    title: 'coding.exchange.report',
    permission: 'coding.read',
    load: () => import('./import-report-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/$studyId/views',
    title: 'coding.views.title',
    permission: 'coding.read',
    study: [{ step: 'understand', order: 10 }],
    load: () => import('./views/view-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/$studyId/report',
    title: 'coding.report.title',
    permission: 'coding.read',
    study: [{ step: 'report', order: 10 }],
    load: () => import('./report-page.tsx'),
  },
]

/** On a person's page: what the team wrote about them. */
export const personSections: PersonSectionDefinition[] = [
  {
    id: 'memos',
    title: 'coding.memos',
    permission: 'transcripts.read',
    order: 45,
    load: () => import('./memos/person-memos.tsx'),
  },
]
