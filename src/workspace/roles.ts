import { z } from 'zod'

// Safe in the browser. docs/roles.md is generated from this file; a test fails when it is out of date.

/** Everything somebody may be allowed to do, and what it means. The scopes of secret keys are the same words. */
export const permissions = {
  'workspace.read': 'See the workspace, its name and its settings',
  'workspace.manage': 'Change the name and settings of the workspace',
  'members.read': 'See who works here',
  'members.manage': 'Invite colleagues, change their roles, remove them',
  'keys.read': 'See which keys there are (never the keys themselves)',
  'keys.manage': 'Create and revoke keys',
  'audit.read': 'Read who changed and who read personal data',
  'outbox.read': 'Read the mails this workspace has sent',
  'people.count': 'See how many people, without seeing who',
  'people.read': 'See people by name, with their facts and identifiers',
  'people.write': 'Bring in people and correct them',
  'people.export': 'Export everything kept of a person',
  'people.erase': 'Erase a person',
  'sources.read': 'See the catalogue of sources',
  'sources.write': 'Change the catalogue of sources',
  'collect.read': 'See imports, and events as they arrive',
  'collect.write': 'Bring in files and events',
  'consent.read': 'See purposes, legal bases and the consent of people',
  'consent.write': 'Declare legal bases, record consent, withdrawal and objection',
  'segments.read': 'See segments and their sizes',
  'segments.write': 'Find, build, change and remove segments',
  'studies.read': 'See studies and how far they are',
  'studies.write': 'Plan studies, bring in interviews, link participants',
  'transcripts.read': 'Read what was said in full',
  'pseudonyms.reveal': 'See what stood where a pseudonym stands, and put it back',
  'coding.read': 'See codes and coded passages',
  'coding.write': 'Code passages and change the codebook',
  'coding.export': 'Take out codes, quotes, reports and projects, and bring in those of other programs',
  'words.read': 'See the vocabulary of an audience with its quotes',
  'portraits.read': 'See the portrait of a segment',
  'audience.export': 'Take out the list of those who may be contacted',
} as const

export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[]
export const PermissionName = z.enum(permissionNames)

export const roleNames = ['owner', 'researcher', 'marketer', 'privacy officer', 'viewer'] as const
export const RoleName = z.enum(roleNames)
export type RoleName = z.output<typeof RoleName>

const everybody = ['workspace.read', 'members.read', 'people.count', 'segments.read', 'studies.read'] as const

/** What each role may. */
export const roles: Readonly<Record<RoleName, readonly Permission[]>> = {
  // Who runs the workspace appoints who may look behind pseudonyms, and does not look.
  owner: permissionNames.filter((permission) => permission !== 'pseudonyms.reveal'),
  researcher: [
    ...everybody,
    'people.read',
    'sources.read',
    'collect.read',
    'consent.read',
    'consent.write',
    'segments.write',
    'studies.write',
    'transcripts.read',
    'coding.read',
    'coding.write',
    'coding.export',
    'words.read',
    'portraits.read',
  ],
  marketer: [
    ...everybody,
    'people.read',
    'people.write',
    'sources.read',
    'sources.write',
    'collect.read',
    'collect.write',
    'consent.read',
    'consent.write',
    'segments.write',
    'coding.read',
    'words.read',
    'portraits.read',
    'audience.export',
  ],
  'privacy officer': [
    ...everybody,
    'audit.read',
    'keys.read',
    'people.read',
    'people.export',
    'people.erase',
    'sources.read',
    'collect.read',
    'consent.read',
    'consent.write',
    'pseudonyms.reveal',
  ],
  viewer: [...everybody, 'words.read', 'portraits.read'],
}

/** Whether a role allows something. */
export function roleAllows(role: RoleName, permission: Permission): boolean {
  return roles[role].includes(permission)
}
