import type { ComponentType } from 'react'

/** The parts of the navigation, in the order shown. */
export const navGroups = [
  'home',
  'people',
  'segments',
  'studies',
  'words',
  'collect',
  'consent',
  'settings',
] as const

export type NavGroup = (typeof navGroups)[number]

/** Where a page stands in the navigation. `label` is a shorter message id than the title, if one is needed. */
export type NavEntry = { group: NavGroup; order: number; label?: string }

/**
 * One screen that a room contributes. `path` is a TanStack path; below `/w/$workspaceId` it is shown in the shell, elsewhere on a
 * page of its own, before signing in. `title` is a message id. Without `permission` every member may open it.
 */
export type PageDefinition = {
  path: string
  title: string
  nav?: NavEntry
  permission?: string
  load: () => Promise<{ Page: ComponentType }>
}
