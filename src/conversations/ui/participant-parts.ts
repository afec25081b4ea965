import type { ComponentType } from 'react'
import { later } from '../../../web/kit/later.tsx'

/** What a room below contributes to what members see of one participant. */
export type ParticipantPartDefinition = {
  id: string
  /** Message id of its heading. */
  title: string
  permission?: string
  order: number
  load: () => Promise<{ Part: ComponentType<{ participantId: string }> }>
}

/** A part with its screen, fetched when first shown. */
type ParticipantPart = ParticipantPartDefinition & { Part: ComponentType<{ participantId: string }> }

let registered: readonly ParticipantPart[] = []

/** Called once by the web app with the parts of every room. */
export function registerParticipantParts(parts: readonly ParticipantPartDefinition[]): void {
  registered = parts
    .toSorted((a, b) => a.order - b.order)
    .map((part) => ({ ...part, ...later(async () => (await part.load()).Part) }))
}

export function participantParts(): readonly ParticipantPart[] {
  return registered
}
