import { sql } from 'kysely'
import type { PostgresTransaction } from '../platform/index.ts'
import { PersonId, PersonNo } from '../workspace/index.ts'
import type { Person } from './people.ts'
import { pseudonymOf } from './pseudonym.ts'

/** Makes as many people as there are entries in `withEmail`, in order; each entry says whether one has an e-mail address. */
export async function makePeople(
  tx: PostgresTransaction,
  given: { workspaceId: string; sourceId: string | undefined; withEmail: readonly boolean[] },
): Promise<{ no: number; id: string; pseudonym: string }[]> {
  if (given.withEmail.length === 0) return []
  const taken = await sql<{ no: number }>`
    select nextval('people_no_seq') as no from generate_series(1, ${given.withEmail.length}::int)`.execute(tx)
  const nos = taken.rows.map((row) => row.no)
  const names = nos.map((personNo) => pseudonymOf({ workspaceId: given.workspaceId, personNo }))
  const made = await sql<{ no: number; id: string; pseudonym: string }>`
    insert into people (no, workspace_id, pseudonym, has_email, first_source_id) overriding system value
    select no, ${given.workspaceId}::uuid, name, has_email, ${given.sourceId ?? null}::uuid
    from unnest(${nos}::bigint[], ${names}::text[], ${[...given.withEmail]}::boolean[]) as made (no, name, has_email)
    order by no returning no, id, pseudonym`.execute(tx)
  return made.rows
}

/**
 * Makes people of whom nothing is known yet: no identifier, no source. For participants met outside the data; whoever makes them
 * adds the ground they stand on.
 */
export async function createPeople(
  tx: PostgresTransaction,
  { workspaceId, count }: { workspaceId: string; count: number },
): Promise<Person[]> {
  const withEmail = Array.from({ length: count }, () => false)
  const rows = await makePeople(tx, { workspaceId, sourceId: undefined, withEmail })
  return rows.map(({ id, no, pseudonym }) => ({
    personId: PersonId.parse(id),
    personNo: PersonNo.parse(no),
    pseudonym,
  }))
}
