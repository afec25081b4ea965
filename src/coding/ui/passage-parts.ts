import type { ComponentType } from 'react'
import { later } from '../../../web/kit/later.tsx'

type PassageShown = { highlightId: string; words: string; language: string }

/** What a room below coding lets members do with a marked passage of a participant. */
export type PassagePartDefinition = {
  id: string
  permission: string
  load: () => Promise<{ Part: ComponentType<PassageShown> }>
}

type PassagePart = PassagePartDefinition & { Part: ComponentType<PassageShown> }

let registered: readonly PassagePart[] = []

/** Called once by the web app with the parts of every room. */
export function registerPassageParts(parts: readonly PassagePartDefinition[]): void {
  registered = parts.map((part) => ({ ...part, ...later(async () => (await part.load()).Part) }))
}

export function passageParts(): readonly PassagePart[] {
  return registered
}
