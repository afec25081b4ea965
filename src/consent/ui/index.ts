import type { PageDefinition } from '../../../web/kit/page.ts'

export { LeftOut } from './left-out.tsx'
export {
  bases,
  consentStates,
  purposes,
  type Basis,
  type ConsentState,
  type Purpose,
  type Reason,
} from '../purposes.ts'

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/consent',
    title: 'consent.purposes.title',
    permission: 'people.count',
    nav: { group: 'consent', order: 10 },
    load: () => import('./purposes-page.tsx'),
  },
]
