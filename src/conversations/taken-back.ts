import type { App, PostgresTransaction } from '../platform/index.ts'
import type { Doer } from '../workspace/index.ts'
import type { AgreementGiven } from './study.schema.ts'

/** A member is about to write down what a participant agrees to, refuses or takes back from now on. */
export type TakingBack = {
  app: App
  workspaceId: string
  studyId: string
  participantId: string
  personNo: number
  agreements: readonly AgreementGiven[]
  actor: Doer
}
type Handler = (tx: PostgresTransaction, taking: TakingBack) => Promise<void>

const handlers = new Set<Handler>()

/** Has a room know, in the same transaction and while the old word still holds. The same handler given twice is called once. */
export function onTakingBack(handler: Handler): void {
  handlers.add(handler)
}

/** Tells every room that wants to know. */
export async function tellTakingBack(tx: PostgresTransaction, taking: TakingBack): Promise<void> {
  for (const handler of handlers) await handler(tx, taking)
}
