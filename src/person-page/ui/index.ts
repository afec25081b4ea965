import type { PageDefinition } from '../../../web/kit/page.ts'
import type { ParticipantPartDefinition } from '../../conversations/ui/index.ts'

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
]
