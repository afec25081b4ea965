import type { PageDefinition } from '../../../web/kit/page.ts'

export const pages: PageDefinition[] = [
  { path: '/setup', title: 'workspace.setup.title', load: () => import('./setup-page.tsx') },
  { path: '/sign-in', title: 'workspace.sign-in.title', load: () => import('./sign-in-page.tsx') },
  {
    path: '/forgot-password',
    title: 'workspace.forgot.title',
    load: () => import('./forgot-password-page.tsx'),
  },
  {
    path: '/reset-password',
    title: 'workspace.reset.title',
    load: () => import('./reset-password-page.tsx'),
  },
  { path: '/invitation', title: 'workspace.invitation.title', load: () => import('./invitation-page.tsx') },
  {
    path: '/w/$workspaceId/settings',
    title: 'workspace.settings.title',
    permission: 'workspace.read',
    nav: { group: 'settings', order: 10 },
    load: () => import('./settings-page.tsx'),
  },
  {
    path: '/w/$workspaceId/settings/members',
    title: 'workspace.members.title',
    permission: 'members.read',
    nav: { group: 'settings', order: 20 },
    load: () => import('./members-page.tsx'),
  },
  {
    path: '/w/$workspaceId/settings/keys',
    title: 'workspace.keys.title',
    permission: 'keys.read',
    nav: { group: 'settings', order: 30 },
    load: () => import('./keys-page.tsx'),
  },
  {
    path: '/w/$workspaceId/settings/audit',
    title: 'workspace.audit.title',
    permission: 'audit.read',
    nav: { group: 'settings', order: 40 },
    load: () => import('./audit-page.tsx'),
  },
  {
    path: '/w/$workspaceId/settings/mails',
    title: 'workspace.mails.title',
    permission: 'outbox.read',
    nav: { group: 'settings', order: 50 },
    load: () => import('./mails-page.tsx'),
  },
  {
    path: '/w/$workspaceId/account',
    title: 'workspace.account.title',
    nav: { group: 'settings', order: 60 },
    load: () => import('./account-page.tsx'),
  },
]
