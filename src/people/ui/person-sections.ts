import { type ComponentType, lazy } from 'react'

/** A part of a person's page that another room contributes: conversations, segments, requests. */
export type PersonSectionDefinition = {
  id: string
  /** Message id of its heading. */
  title: string
  permission?: string
  order: number
  load: () => Promise<{ Section: ComponentType<{ personId: string; pseudonym: string }> }>
}

/** A section with its screen, fetched when first shown. */
export type PersonSection = PersonSectionDefinition & {
  Part: ComponentType<{ personId: string; pseudonym: string }>
}

let registered: readonly PersonSection[] = []

/** Called once by the web app with the sections of every room. */
export function registerPersonSections(sections: readonly PersonSectionDefinition[]): void {
  registered = sections
    .toSorted((a, b) => a.order - b.order)
    .map((section) => ({
      ...section,
      Part: lazy(async () => ({ default: (await section.load()).Section })),
    }))
}

/** Fetches the screens of all sections while the person is still being read; a failure shows when the section is drawn. */
export function fetchSections(): void {
  for (const { load } of registered) load().catch(() => undefined)
}

export function personSections(): readonly PersonSection[] {
  return registered
}
