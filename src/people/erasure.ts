import { sql } from 'kysely'
import { markChanged } from '../consent/index.ts'
import type { App, Postgres, PostgresTransaction } from '../platform/index.ts'
import { lockPeople } from './lock.ts'
import { suppressionHashes } from './suppression.ts'

export type ForgottenNumber = { personId: string; personNo: number }

/**
 * The profiles that go when a person does: theirs, and any known by one of their addresses under another kind of identifier, as a site that
 * sends addresses for user numbers makes them.
 */
export async function profilesOf(
  pg: Postgres | PostgresTransaction,
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<ForgottenNumber[]> {
  const found = await sql<{ no: number; id: string }>`
    select no, id from people where workspace_id = ${workspaceId}::uuid and no in (
      select ${personNo}::bigint
      union
      select other.person_no from identifiers mine
      join identifiers other on other.workspace_id = ${workspaceId}::uuid and other.kind <> 'email'
        and other.value like '%@%' and lower(other.value) = lower(mine.value)
      where mine.workspace_id = ${workspaceId}::uuid and mine.person_no = ${personNo} and mine.kind = 'email'
    ) order by no`.execute(pg)
  return found.rows.map(({ no, id }) => ({ personNo: no, personId: id }))
}

/**
 * Lets a person go, in the transaction that asks the rooms to erase what they keep: identifiers become hashes that a later import meets,
 * and who it was is gone at once, so that no query finds them while the rooms erase. Returns every number they were known by
 * (profiles joined to theirs and those of {@link profilesOf} included).
 */
export async function forgetPerson(
  { app, tx }: { app: App; tx: PostgresTransaction },
  { workspaceId, personNo }: { workspaceId: string; personNo: number },
): Promise<ForgottenNumber[]> {
  await lockPeople(tx, workspaceId)
  const profiles = await profilesOf(tx, { workspaceId, personNo })
  const numbers = await sql<{ no: number; id: string }>`
    with recursive them as (
      select no, id from people where workspace_id = ${workspaceId} and no = any(${profiles.map((profile) => profile.personNo)}::bigint[])
      union select p.no, p.id from people p join them on p.merged_into = them.no where p.workspace_id = ${workspaceId}
    ) select no, id from them`.execute(tx)
  const nos = numbers.rows.map((row) => row.no)
  const identifiers = await sql<{ kind: string; value: string }>`
    delete from identifiers where workspace_id = ${workspaceId} and person_no = any(${nos}::bigint[]) returning kind, value`.execute(
    tx,
  )
  const hashes = identifiers.rows.flatMap((identifier) => suppressionHashes(app, { workspaceId, identifier }))
  await sql`
    insert into suppressions (workspace_id, hash) select ${workspaceId}::uuid, unnest(${hashes}::text[]) on conflict do nothing`.execute(
    tx,
  )
  await sql`delete from held_facts where person_no = any(${nos}::bigint[])`.execute(tx)
  await sql`delete from people where workspace_id = ${workspaceId} and no = any(${nos}::bigint[])`.execute(tx)
  await markChanged(tx, { workspaceId, personNos: nos })
  return numbers.rows.map(({ no, id }) => ({ personNo: no, personId: id }))
}
