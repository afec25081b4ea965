import { Kysely, type Transaction, type TransactionBuilder } from 'kysely'

/** How often a transaction is begun before whoever asked for it is told. */
const attempts = 3

/**
 * What PostgreSQL says where two transactions met: a circle of waiting (40P01) or of reading (40001), or that what was looked up was no longer so when it was
 * written, since the other had taken the same key (23505) or let go what is pointed to (23503). Begun again, the second finds what the first has done.
 */
const collisions = new Set(['40P01', '40001', '23505', '23503'])

let repeated = 0

/** How many transactions were begun again since the program started. */
export const repeatedTransactions = () => repeated

/**
 * A store whose transactions are begun again where they met another: all of it was undone, so whatever is done in one stands in the database alone, or may be done
 * twice. What goes on colliding is thrown as it is.
 */
export class RepeatingKysely<DB> extends Kysely<DB> {
  override transaction(): TransactionBuilder<DB> {
    const execute = <T>(work: (tx: Transaction<DB>) => Promise<T>): Promise<T> =>
      repeat(() => super.transaction().execute(work))
    return Object.assign(super.transaction(), { execute })
  }
}

async function repeat<T>(run: () => Promise<T>): Promise<T> {
  for (let left = attempts - 1; left > 0; left--)
    try {
      return await run()
    } catch (error) {
      if (!isCollision(error)) throw error
      repeated++
    }
  return run()
}

/** Whether PostgreSQL undid a transaction for the sake of another at the same moment. */
function isCollision(error: unknown): boolean {
  return error instanceof Error && 'code' in error && collisions.has(String(error.code))
}
