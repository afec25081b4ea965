import type { App, Outbox, PostgresTransaction } from '../platform/index.ts'
import type { LedgerPurpose } from './purposes.ts'

/** Where a change is written: in a transaction of its own, or in one that somebody else has begun. */
export type Place = App | { tx: PostgresTransaction; outbox: Outbox }

/** Runs `write` in the given transaction, or in one of its own. */
export async function inTransaction<T>(
  place: Place,
  write: (tx: PostgresTransaction, outbox: Outbox) => Promise<T>,
): Promise<T> {
  if ('tx' in place) return write(place.tx, place.outbox)
  return place.pg.transaction().execute((tx) => write(tx, place.outbox))
}

/** Tells other rooms that somebody's permission changed, in the transaction that changed it; for which purposes, where that is known. */
export async function permissionChanged(
  tx: PostgresTransaction,
  given: { outbox: Outbox; workspaceId: string; purposes?: readonly LedgerPurpose[] },
): Promise<void> {
  const { outbox, workspaceId, purposes } = given
  const payload = purposes === undefined ? {} : { purposes: [...new Set(purposes)] }
  await outbox.publish(tx, { workspaceId, topic: 'permission.changed', payload })
}
