import type { ComponentType } from 'react'
import { later } from '../../../../web/kit/later.tsx'
import type { RecordingShown } from './recordings-data.ts'

/** What a room below puts around the player of a recording: it shows the player itself, with what it adds. */
export type RecordingPartDefinition = {
  load: () => Promise<{ Part: ComponentType<{ recording: RecordingShown }> }>
}

let registered: readonly { Part: ComponentType<{ recording: RecordingShown }> }[] = []

/** Called once by the web app. */
export function registerRecordingParts(parts: readonly RecordingPartDefinition[]): void {
  registered = parts.map(({ load }) => later(async () => (await load()).Part))
}

export function recordingParts() {
  return registered
}
