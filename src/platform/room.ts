import type { App } from './app.ts'
import type { Route } from './http/route.ts'
import type { SubjectNames } from './subject-names.ts'

/** A person as every room finds their data. */
export type PersonRef = { workspaceId: string; personId: string; personNo: number }

/** Texts that named somebody who is erased, as they may stand in what is kept of others. */
export type NamedElsewhere = { workspaceId: string; names: readonly string[] }

/** What a room keeps of a person, for export, erasure and the proof that nothing is left. */
export type Holdings = {
  /** Everything kept, as JSON a person can read; keys are the room's own words. */
  exportPerson(app: App, person: PersonRef): Promise<Record<string, unknown>>
  /** Removes it from both engines. May be called twice. */
  erasePerson(app: App, person: PersonRef): Promise<void>
  /** How many rows are still there. */
  countPerson(app: App, person: PersonRef): Promise<number>
  /** How many rows kept of others name somebody who is erased. */
  countElsewhere?(app: App, named: NamedElsewhere): Promise<number>
  /** Puts a mark where they name them. May be called twice. */
  eraseElsewhere?(app: App, named: NamedElsewhere): Promise<void>
}

/** What `server.ts` knows of a room. */
export type Room = {
  readonly name: string
  readonly routes: readonly Route[]
  /** Subscribes to the outbox and declares jobs; called once at start, before anything is served. */
  readonly wire?: (app: App) => void
  readonly holdings?: Holdings
  /** What it calls the things of its kinds that the audit trail speaks of. */
  readonly subjects?: Readonly<Record<string, SubjectNames>>
}
