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

/** The steps of a study, in the order they are taken. */
export const studySteps = ['plan', 'recruit', 'talk', 'transcripts', 'code', 'understand', 'report'] as const

export type StudyStep = (typeof studySteps)[number]

/**
 * Where a page, or one tab of it, stands on the way of a study. For pages whose path holds `$studyId` or that read `?study=`.
 * `label` is a shorter message id than the title, if one is needed.
 */
export type StudyEntry = { step: StudyStep; order: number; label?: string; tab?: string }

/**
 * One screen that a room contributes. `path` is a TanStack path; below `/w/$workspaceId` it is shown in the shell, elsewhere on a
 * page of its own, before signing in. `title` is a message id. Without `permission` every member may open it.
 * `within` is the group of the navigation that a page without an entry of its own belongs to.
 */
export type PageDefinition = {
  path: string
  title: string
  nav?: NavEntry
  within?: NavGroup
  study?: StudyEntry[]
  permission?: string
  load: () => Promise<{ Page: ComponentType }>
}
