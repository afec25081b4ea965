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

export function personSections(): readonly PersonSection[] {
  return registered
}
