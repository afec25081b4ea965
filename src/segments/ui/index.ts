import type { PageDefinition } from '../../../web/kit/page.ts'
import type { PersonSectionDefinition } from '../../people/ui/index.ts'

export { RuleSentence, useRuleWords } from './rule-words.tsx'
export { Size } from './size-cell.tsx'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/segments',
    title: 'segments.title',
    permission: 'segments.read',
    nav: { group: 'segments', order: 10 },
    load: () => import('./segments-page.tsx'),
  },
  {
    path: '/w/$workspaceId/segments/find',
    title: 'segments.find.title',
    permission: 'segments.write',
    load: () => import('./find-page.tsx'),
  },
  {
    path: '/w/$workspaceId/segments/proposals/$proposalId',
    title: 'segments.proposal.title',
    permission: 'segments.read',
    load: () => import('./proposal-page.tsx'),
  },
  {
    path: '/w/$workspaceId/segments/new',
    title: 'segments.new.title',
    permission: 'segments.write',
    load: () => import('./new-set-page.tsx'),
  },
  {
    path: '/w/$workspaceId/segments/sets/$setId',
    title: 'segments.change.title',
    permission: 'segments.write',
    load: () => import('./change-set-page.tsx'),
  },
  {
    path: '/w/$workspaceId/segments/$segmentId',
    title: 'segments.segment.title',
    permission: 'segments.read',
    load: () => import('./segment-page.tsx'),
  },
]

/** On a person's page: which segment of every set they are in. */
export const personSections: PersonSectionDefinition[] = [
  {
    id: 'segments',
    title: 'segments.title',
    permission: 'people.read',
    order: 30,
    load: () => import('./person-segments.tsx'),
  },
]
