import type { PageDefinition } from '../../../web/kit/page.ts'
import type { PassagePartDefinition } from '../../coding/ui/index.ts'
import type { ParticipantPartDefinition } from '../../conversations/ui/index.ts'
import type { PersonSectionDefinition } from '../../people/ui/index.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/withdrawals',
    title: 'person-page.withdrawals.title',
    permission: 'consent.read',
    nav: { group: 'consent', order: 35 },
    load: () => import('./withdrawals-page.tsx'),
  },
]

/** Where members see one participant: the link to their own page, and what they did there. */
export const participantParts: ParticipantPartDefinition[] = [
  { id: 'own-page', title: 'person-page.own', order: 10, load: () => import('./own-page-part.tsx') },
  {
    id: 'quotes',
    title: 'person-page.quotes',
    permission: 'consent.write',
    order: 20,
    load: () => import('./quotes-part.tsx'),
  },
]

/** On a person's page: their quotes, for whoever takes a call. */
export const personSections: PersonSectionDefinition[] = [
  {
    id: 'quotes',
    title: 'person-page.quotes',
    permission: 'consent.write',
    order: 46,
    load: () => import('./quotes-section.tsx'),
  },
]

/** Beside a marked passage: the way to take it out for them. */
export const passageParts: PassagePartDefinition[] = [
  { id: 'take-out', permission: 'consent.write', load: () => import('./passage-part.tsx') },
]
