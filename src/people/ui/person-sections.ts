import type { ComponentType } from 'react'

/** A part of a person's page that another room contributes: conversations, segments, requests. */
export type PersonSectionDefinition = {
  id: string
  /** Message id of its heading. */
  title: string
  permission?: string
  order: number
  load: () => Promise<{ Section: ComponentType<{ personId: string; pseudonym: string }> }>
}

let registered: readonly PersonSectionDefinition[] = []

/** Called once by the web app with the sections of every room. */
export function registerPersonSections(sections: readonly PersonSectionDefinition[]): void {
  registered = sections.toSorted((a, b) => a.order - b.order)
}

export function personSections(): readonly PersonSectionDefinition[] {
  return registered
}
