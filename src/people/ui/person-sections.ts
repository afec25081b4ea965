import type { ComponentType } from 'react'
import { later } from '../../../web/kit/later.tsx'

/** A part of a person's page that another room contributes: conversations, segments, requests. */
export type PersonSectionDefinition = {
  id: string
  /** Message id of its heading. */
  title: string
  permission?: string
  order: number
  /** Holds only what is done here and nothing to read on paper. */
  isScreenOnly?: true
  load: () => Promise<{ Section: ComponentType<{ personId: string; pseudonym: string }> }>
}

/** A section with its screen. */
export type PersonSection = PersonSectionDefinition & {
  Part: ComponentType<{ personId: string; pseudonym: string }>
  fetch: () => void
}

let registered: readonly PersonSection[] = []

/** Called once by the web app with the sections of every room. */
export function registerPersonSections(sections: readonly PersonSectionDefinition[]): void {
  registered = sections
    .toSorted((a, b) => a.order - b.order)
    .map((section) => ({
      ...section,
      ...later(async () => (await section.load()).Section),
    }))
}

/** Fetches the screens of all sections while the person is still being read. */
export function fetchSections(): void {
  for (const { fetch } of registered) fetch()
}

export function personSections(): readonly PersonSection[] {
  return registered
}
