import { sql } from 'kysely'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { lockPeople } from './lock.ts'

/** A fact of a special category that waits for its ground; `reason` names the category. */
export type HeldFact = {
  sourceId: string
  trait: string
  personNo: number
  value: string
  at: Date
  origin: string
  reason: string
}

/**
 * Keeps facts until somebody states their ground: the newest of each person, trait and source, at the same moment the last given. Of
 * those erased meanwhile nothing is kept; what was said of somebody joined to another meanwhile waits for the one who stays.
 */
export async function keepHeldFacts(
  app: App,
  { workspaceId, facts }: { workspaceId: string; facts: readonly HeldFact[] },
): Promise<void> {
  if (facts.length === 0) return
  await app.pg.transaction().execute(async (tx) => {
    await lockPeople(tx, workspaceId)
    await insertHeld(tx, { workspaceId, facts })
    await followMerges(tx, [...new Set(facts.map((fact) => fact.personNo))])
  })
}

async function insertHeld(
  tx: PostgresTransaction,
  { workspaceId, facts }: { workspaceId: string; facts: readonly HeldFact[] },
): Promise<void> {
  await sql`
    insert into held_facts (workspace_id, source_id, trait, person_no, value, at, origin, reason)
    select distinct on (source_id, trait, person_no) ${workspaceId}::uuid, source_id, trait, person_no, value, at, origin, reason
    from unnest(
      ${facts.map((fact) => fact.sourceId)}::uuid[], ${facts.map((fact) => fact.trait)}::text[],
      ${facts.map((fact) => fact.personNo)}::bigint[], ${facts.map((fact) => fact.value)}::text[],
      ${facts.map((fact) => fact.at.toISOString())}::timestamptz[], ${facts.map((fact) => fact.origin)}::text[],
      ${facts.map((fact) => fact.reason)}::text[]
    ) with ordinality as h (source_id, trait, person_no, value, at, origin, reason, place)
    where exists (select from people p where p.no = h.person_no and p.workspace_id = ${workspaceId}::uuid)
    order by source_id, trait, person_no, at desc, place desc
    on conflict (workspace_id, source_id, trait, person_no) do update
      set value = excluded.value, at = excluded.at, origin = excluded.origin where excluded.at >= held_facts.at`.execute(
    tx,
  )
}

async function followMerges(tx: PostgresTransaction, personNos: readonly number[]): Promise<void> {
  const { rows } = await sql<{ no: number; into: number }>`
    select no, merged_into as into from people where no = any(${[...personNos]}::bigint[]) and merged_into is not null`.execute(
    tx,
  )
  if (rows.length === 0) return
  for (const { no, into } of rows) await moveHeldFacts(tx, { fromNo: no, intoNo: into })
  await followMerges(
    tx,
    rows.map(({ into }) => into),
  )
}

/** Where both profiles have a fact held back from one source, the newer stays. */
export async function moveHeldFacts(
  tx: PostgresTransaction,
  { fromNo, intoNo }: { fromNo: number; intoNo: number },
): Promise<void> {
  await sql`
    insert into held_facts (workspace_id, source_id, trait, person_no, value, at, origin, reason)
    select workspace_id, source_id, trait, ${intoNo}::bigint, value, at, origin, reason from held_facts where person_no = ${fromNo}
    on conflict (workspace_id, source_id, trait, person_no) do update
      set value = excluded.value, at = excluded.at, origin = excluded.origin where excluded.at > held_facts.at`.execute(
    tx,
  )
  await tx.deleteFrom('held_facts').where('person_no', '=', fromNo).execute()
}
