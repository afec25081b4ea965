import type { App } from './app.ts'
import type { Route } from './http/route.ts'

/** A person as every room finds their data. */
export type PersonRef = { workspaceId: string; personId: string; personNo: number }

/** What a room keeps of a person, for export, erasure and the proof that nothing is left. */
export type Holdings = {
  /** Everything kept, as JSON a person can read; keys are the room's own words. */
  exportPerson(app: App, person: PersonRef): Promise<Record<string, unknown>>
  /** Removes it from both engines. May be called twice. */
  erasePerson(app: App, person: PersonRef): Promise<void>
  /** How many rows are still there. */
  countPerson(app: App, person: PersonRef): Promise<number>
}

/** What `server.ts` knows of a room. */
export type Room = {
  readonly name: string
  readonly routes: readonly Route[]
  /** Subscribes to the outbox and declares jobs; called once at start, before anything is served. */
  readonly wire?: (app: App) => void
  readonly holdings?: Holdings
}
